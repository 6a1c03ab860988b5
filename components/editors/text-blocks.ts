import { InputRule, Mark, mergeAttributes, Node, nodeInputRule, textblockTypeInputRule } from "@tiptap/core"
import { isSafeAddress } from "@/lib/address"

// `whitespace: "pre"` keeps every space and line break of a wire text as it came.

export const Document = Node.create({
  name: "doc",
  topNode: true,
  content: "block+",
  // What a pasted wire filled beside the body (pasting.ts): it is undone with the words that came with it.
  addAttributes: () => ({ filled: { default: null, rendered: false } }),
})

export const Paragraph = Node.create({
  name: "paragraph",
  priority: 1000,
  group: "block words",
  content: "inline*",
  whitespace: "pre",
  parseHTML: () => [{ tag: "p" }],
  renderHTML: ({ HTMLAttributes }) => ["p", HTMLAttributes, 0],
})

export const Crosshead = Node.create({
  name: "crosshead",
  group: "block",
  content: "text*",
  marks: "",
  whitespace: "pre",
  defining: true,
  parseHTML: () => ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => ["h2", HTMLAttributes, 0],
  addInputRules() {
    return [textblockTypeInputRule({ find: /^#{1,3}\s$/, type: this.type })]
  },
})

export const Divider = Node.create({
  name: "divider",
  group: "block",
  draggable: true,
  parseHTML: () => [{ tag: "hr" }],
  renderHTML: ({ HTMLAttributes }) => ["hr", HTMLAttributes],
  addInputRules() {
    return [nodeInputRule({ find: /^---$/, type: this.type })]
  },
})

/** A link to an address of the allow-list; every other one loses its link and keeps its words. */
export const Link = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const href = element.getAttribute("href") ?? ""
        return href.length <= 2_000 && isSafeAddress(href) ? { href } : false
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["a", mergeAttributes(HTMLAttributes, { rel: "noopener" }), 0],
})

export const ListItem = Node.create({
  name: "listItem",
  content: "inline*",
  whitespace: "pre",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
})

export const List = Node.create({
  name: "list",
  group: "block words",
  content: "listItem*",
  addAttributes: () => ({
    ordered: { default: false, rendered: false, parseHTML: (element: HTMLElement) => element.tagName === "OL" },
  }),
  parseHTML: () => [{ tag: "ul" }, { tag: "ol" }],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.ordered ? "ol" : "ul", HTMLAttributes, 0],
  addInputRules() {
    return [listRule(/^[-*]\s$/, false), listRule(/^1[.)]\s$/, true)]
  },
})

/** "- " or "1. " at the start of a paragraph makes it a list. */
const listRule = (find: RegExp, ordered: boolean) =>
  new InputRule({
    find,
    handler: ({ state, range, chain }) => {
      if (state.selection.$from.parent.type.name !== "paragraph") return null
      chain().deleteRange(range).turnInto("list", ordered).run()
    },
  })
