import { isWebAddress } from "../address"
import type { Block } from "../blocks/blocks"
import { type Draft, type RelatedText, runsOf } from "./draft"
import type { Form } from "./parts"
import type { Role } from "./roles"

/** The parts of one unit, with the number of its first line. */
export type Placed = { line: number; parts: { role: Role; text: string }[] }

type Place = (draft: Draft, placed: Placed) => boolean

const idOf = ({ line }: Placed) => `line-${line}`
const textIn = ({ parts }: Placed, role: Role) =>
  parts
    .filter((part) => part.role === role && part.text !== "")
    .map((part) => part.text)
    .join(" ")

/** Puts words into a field of one line, behind what stands there; not when they do not fit. */
const field =
  (name: "headline" | "standfirst" | "kicker" | "dateline", longest: number): Place =>
  (draft, placed) => {
    const value = [draft[name], textIn(placed, name)].filter(Boolean).join(" ")
    if (value.length > longest) return false
    draft[name] = value
    return true
  }

const block =
  (make: (placed: Placed, id: string) => Block | null): Place =>
  (draft, placed) => {
    const made = make(placed, idOf(placed))
    if (made) draft.body.push(made)
    return made !== null
  }

const paragraph: Place = (draft, placed) => {
  const text = runsOf(textIn(placed, "text"))
  if (text.length > 0) draft.body.push({ kind: "paragraph", id: idOf(placed), text })
  return true
}

/** Where each kind of line goes. False: it does not fit there, and becomes a paragraph. */
export const place: Record<Form, Place> = {
  headline: field("headline", 1_000),
  standfirst: field("standfirst", 10_000),
  kicker: field("kicker", 200),
  byline(draft, placed) {
    const names = placed.parts.filter(({ role, text }) => role === "name" && text.trim()).map(({ text }) => text)
    if (names.some((name) => name.length > 200) || draft.byline.length + names.length > 20) return false
    draft.byline.push(...names.map((name) => ({ name })))
    return true
  },
  dateline: (draft, placed) =>
    draft.dateline === "" && field("dateline", 200)(draft, placed) && paragraph(draft, placed),
  paragraph,
  "paragraph and sign-off": paragraph,
  crosshead: block((placed, id) => {
    const text = textIn(placed, "text")
    return text.length > 1_000 ? null : { kind: "crosshead", id, text }
  }),
  quote: block((placed, id) => {
    const speaker = textIn(placed, "speaker")
    if (speaker.length > 500) return null
    return { kind: "quote", id, text: runsOf(textIn(placed, "text")), ...(speaker && { speaker }) }
  }),
  "list item": (draft, placed) => listItem(draft, placed, false),
  "numbered item": (draft, placed) => listItem(draft, placed, true),
  caption: block((placed, id) => {
    const [caption, credit] = [textIn(placed, "caption"), textIn(placed, "credit")]
    if (caption.length > 5_000 || credit.length > 1_000) return null
    return { kind: "picture", id, pictureId: null, caption, credit, alt: "" }
  }),
  credit(draft, placed) {
    const credit = textIn(placed, "credit")
    if (credit.length > 1_000) return false
    const last = draft.body.at(-1)
    if (last?.kind === "picture" && last.credit === "") last.credit = credit
    else draft.body.push({ kind: "picture", id: idOf(placed), pictureId: null, caption: "", credit, alt: "" })
    return true
  },
  divider: block((_placed, id) => ({ kind: "divider", id })),
  continuation: paragraph,
  "related marker"(draft, placed) {
    const marker = textIn(placed, "mark").replace(/[\s:]+$/, "")
    if (marker.length <= 60) draft.relatedMarker ||= marker
    return true
  },
  "related item": related,
  header: () => true,
  "sign-off": () => true,
  "left out": () => true,
  blank: () => true,
}

function listItem(draft: Draft, placed: Placed, ordered: boolean): boolean {
  const item = runsOf(textIn(placed, "text"))
  if (item.length === 0) return true
  const last = draft.body.at(-1)
  if (last?.kind === "list" && last.ordered === ordered && last.items.length < 1_000) last.items.push(item)
  else draft.body.push({ kind: "list", id: idOf(placed), ordered, items: [item] })
  return true
}

/** A headline, an address, or both; an address alone belongs to the headline above it that has none. */
function related(draft: Draft, placed: Placed): boolean {
  const [headline, url] = [textIn(placed, "related headline"), textIn(placed, "address")]
  const source = textIn(placed, "source")
  if (url && (!isWebAddress(url) || url.length > 2_000)) return false
  if (headline.length > 1_000 || source.length > 200 || (!headline && !url)) return false
  const last: RelatedText | undefined = draft.related.at(-1)
  if (url && !headline && last && last.url === null) last.url = url
  else draft.related.push({ line: placed.line, headline: headline || url, url: url || null, source })
  return true
}
