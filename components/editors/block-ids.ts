import { Extension } from "@tiptap/core"
import type { Node } from "@tiptap/pm/model"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { BLOCKS } from "@/lib/blocks/blocks"

const KINDS = Object.keys(BLOCKS)
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567"

/** A name for a new block: 60 random bits. (randomUUID is missing where a newsroom is served without TLS.) */
export const newBlockId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => LETTERS[byte & 31]).join("")

/**
 * Every block has an id that stays as long as the block lives: one that was split off, pasted or copied gets another. The lone
 * empty paragraph of an empty body has none.
 */
export const BlockIds = Extension.create({
  name: "blockIds",
  addGlobalAttributes() {
    return [
      {
        types: KINDS,
        attributes: {
          id: {
            default: null,
            keepOnSplit: false,
            parseHTML: (element) => element.getAttribute("data-block"),
            renderHTML: ({ id }) => (id ? { "data-block": id } : {}),
          },
        },
      },
    ]
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey("blockIds"),
        appendTransaction: (transactions, _before, { doc, tr }) => {
          if (!transactions.some(({ docChanged }) => docChanged) || isBlank(doc)) return null
          const seen = new Set<string>()
          doc.descendants((block, position) => {
            if (!KINDS.includes(block.type.name)) return false
            const id: unknown = block.attrs.id
            if (typeof id === "string" && /^[\w-]{1,64}$/.test(id) && !seen.has(id)) seen.add(id)
            else tr.setNodeAttribute(position, "id", newBlockId())
            return true
          })
          return tr.steps.length ? tr : null
        },
      }),
    ]
  },
})

const isBlank = (doc: Node) =>
  doc.childCount === 1 &&
  doc.firstChild?.type.name === "paragraph" &&
  doc.firstChild.content.size === 0 &&
  !doc.firstChild.attrs.id
