import { mergeAttributes, Node } from "@tiptap/core"
import { type NodeViewProps, ReactNodeViewRenderer } from "@tiptap/react"
import type { ReactNode } from "react"
import { anyBlock, type Block, type BlockKind } from "@/lib/blocks/blocks"
import { itemOf } from "@/lib/blocks/embed"

/** The kinds that the editor keeps whole, as one piece with a form, and not as text to write in. */
export type HeldKind = "pullQuote" | "embed" | "table" | "relatedStory"

/** What a block says, without its kind and id. */
export type Held<K extends HeldKind = HeldKind> = Omit<Block<K>, "kind" | "id">

/**
 * A node that holds a block as it is: whatever fields the block has come back as they went in. On its way through the
 * clipboard it is read again as a block, for what is pasted may come from anywhere.
 */
export const heldNode = (kind: HeldKind, view: (props: NodeViewProps) => ReactNode) =>
  Node.create({
    name: kind,
    group: "block",
    atom: true,
    draggable: true,
    // It is read by the rule below alone: an attribute of this name in foreign HTML is nothing.
    addAttributes: () => ({ held: { default: EMPTY[kind], rendered: false, parseHTML: () => null } }),
    parseHTML: () => [
      {
        tag: `div[data-held="${kind}"]`,
        getAttrs: (element) => {
          const read = readHeld(kind, element.getAttribute("data-fields"))
          return read ? { held: read } : false
        },
      },
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const { held, id } = node.attrs
      // A copy gets another id: an embed that is named by its block's id says its name itself from then on.
      const fields = kind === "embed" ? { ...held, item: itemOf({ id: String(id), ...held }) } : held
      return ["div", mergeAttributes(HTMLAttributes, { "data-held": kind, "data-fields": JSON.stringify(fields) })]
    },
    addNodeView: () => ReactNodeViewRenderer(view),
  })

/** What a new one begins with; an embed and a story card come with their address or story. */
const EMPTY: { [K in HeldKind]: Partial<Held<K>> } = {
  pullQuote: { quote: "" },
  embed: {},
  table: { caption: "", head: ["", ""], rows: [["", ""]] },
  relatedStory: {},
}

function readHeld(kind: BlockKind, fields: string | null) {
  try {
    const read = anyBlock.safeParse({ ...JSON.parse(fields ?? ""), kind, id: "pasted" })
    if (!read.success) return undefined
    const { kind: _, id: __, ...held } = read.data
    return held
  } catch {
    return undefined
  }
}
