import type { JSONContent } from "@tiptap/core"
import type { Block, BlockKind } from "@/lib/blocks/blocks"
import type { Inline } from "@/lib/blocks/inline"
import type { HeldKind } from "./held"

/** A body as the editor holds it. An empty body is one paragraph without an id, so that there is a line to write on. */
export function toDocument(body: readonly Block[]): JSONContent {
  const content = body.map(toNode)
  return { type: "doc", content: content.length ? content : [{ type: "paragraph", attrs: { id: null } }] }
}

/** The body that the editor holds: nothing is left out, nothing is added. */
export function fromDocument({ content = [] }: JSONContent): Block[] {
  const [only, ...others] = content
  if (only?.type === "paragraph" && others.length === 0 && !only.attrs?.id && !only.content?.length) return []
  return content.map((node, index) => fromNode(node, `new-${index}`))
}

const TO: { [K in BlockKind]: (block: Block<K>) => JSONContent } = {
  paragraph: ({ id, text }) => ({ type: "paragraph", attrs: { id }, content: text.map(toRun) }),
  crosshead: ({ id, text }) => ({ type: "crosshead", attrs: { id }, content: text ? [{ type: "text", text }] : [] }),
  quote: ({ id, text, speaker }) => ({
    type: "quote",
    attrs: { id, speaker: speaker ?? null },
    content: text.map(toRun),
  }),
  list: ({ id, ordered, items }) => ({
    type: "list",
    attrs: { id, ordered },
    content: items.map((item) => ({ type: "listItem", content: item.map(toRun) })),
  }),
  picture: ({ id, pictureId, caption, credit, alt, decorative }) => ({
    type: "picture",
    attrs: { id, pictureId, caption, credit, alt: alt ?? null, decorative: decorative ?? false },
  }),
  divider: ({ id }) => ({ type: "divider", attrs: { id } }),
  factBox: ({ id, heading, body }) => ({ type: "factBox", attrs: { id, heading }, content: body.map(toNode) }),
  pullQuote: toHeld,
  embed: toHeld,
  table: toHeld,
  relatedStory: toHeld,
}

function toNode(block: Block): JSONContent {
  return (TO[block.kind] as (block: Block) => JSONContent)(block)
}

function toHeld({ kind, id, ...held }: Block<HeldKind>): JSONContent {
  return { type: kind, attrs: { id, held } }
}

const FROM: { [K in BlockKind]: (node: JSONContent, id: string) => Block<K> } = {
  paragraph: (node, id) => ({ kind: "paragraph", id, text: runsOf(node) }),
  crosshead: (node, id) => ({
    kind: "crosshead",
    id,
    text: runsOf(node)
      .map((run) => run.text)
      .join(""),
  }),
  quote: (node, id) => ({
    kind: "quote",
    id,
    text: runsOf(node),
    ...(typeof node.attrs?.speaker === "string" && { speaker: node.attrs.speaker }),
  }),
  list: (node, id) => ({
    kind: "list",
    id,
    ordered: node.attrs?.ordered === true,
    items: (node.content ?? []).map(runsOf),
  }),
  picture: ({ attrs = {} }, id) => ({
    kind: "picture",
    id,
    pictureId: typeof attrs.pictureId === "string" ? attrs.pictureId : null,
    caption: String(attrs.caption ?? ""),
    credit: String(attrs.credit ?? ""),
    ...(attrs.decorative === true ? { decorative: true } : { alt: String(attrs.alt ?? "") }),
  }),
  divider: (_node, id) => ({ kind: "divider", id }),
  factBox: ({ attrs = {}, content = [] }, id) => ({
    kind: "factBox",
    id,
    heading: String(attrs.heading ?? ""),
    body: content.map((node, index) => fromNode(node, `${id.slice(0, 50)}-new-${index}`)).filter(isOfWords),
  }),
  pullQuote: fromHeld("pullQuote"),
  embed: fromHeld("embed"),
  table: fromHeld("table"),
  relatedStory: fromHeld("relatedStory"),
}

function fromNode(node: JSONContent, newId: string): Block {
  return FROM[kindOf(node)](node, String(node.attrs?.id || newId))
}

/** A fact box's node holds no other kinds: its content says so. */
const isOfWords = (block: Block) => block.kind === "paragraph" || block.kind === "quote" || block.kind === "list"

function fromHeld<K extends HeldKind>(kind: K) {
  return ({ attrs = {} }: JSONContent, id: string) => ({ ...attrs.held, kind, id }) as Block<K>
}

function kindOf({ type }: JSONContent): BlockKind {
  if (type && Object.hasOwn(FROM, type)) return type as BlockKind
  throw new Error(`The editor holds a block of an unknown kind: ${type}`)
}

function toRun({ text, bold, italic, link }: Inline): JSONContent {
  const marks = [
    ...(link !== undefined ? [{ type: "link", attrs: { href: link } }] : []),
    ...(bold ? [{ type: "bold" }] : []),
    ...(italic ? [{ type: "italic" }] : []),
  ]
  return { type: "text", text, ...(marks.length && { marks }) }
}

const runsOf = ({ content = [] }: JSONContent): Inline[] =>
  content.map(({ text = "", marks = [] }) => {
    const link = marks.find(({ type }) => type === "link")?.attrs?.href
    return {
      text,
      ...(marks.some(({ type }) => type === "bold") && { bold: true }),
      ...(marks.some(({ type }) => type === "italic") && { italic: true }),
      ...(typeof link === "string" && { link }),
    }
  })
