import type { Block } from "../blocks/blocks"
import { readEmbedAddress } from "../blocks/providers"
import { type Found, type Page, paragraphOf, type Source, wordsIn } from "./found"
import { readList } from "./lists"
import { lookOf } from "./look"
import { readFigure, readImage } from "./pictures"
import { asQuotes, readQuote } from "./quotes"
import { isRubbish } from "./rubbish"
import { addTo, type Look, PLAIN, paragraphsOf, type Run } from "./runs"
import { settle } from "./settle"
import { readTable } from "./tables"
import { type Element, isElement, type Node } from "./tree"
import { itemOf, withoutMarker } from "./word-lists"

/** A picture that came along, or is ours: the block that keeps its place, and where its bytes are. */
export type Offered = { block: string; source: Exclude<Source, { address: string }> }

export type Read = {
  blocks: Block[]
  pictures: Offered[]
  /** addresses of pictures that did not come along */
  left: string[]
}

/** The most blocks that a story holds (lib/blocks/blocks.ts). */
const MOST = 5_000

/** More pictures than this nobody describes one by one. */
const MOST_PICTURES = 300
const TOO_MANY_PICTURES = "This has more pictures than are taken at once: 300. Nothing was pasted: paste a part of it."

/** So many blocks are looked at on all levels of a page, and no more: what is built to be deep and wide is no text. */
const WORK = 150_000

const TOO_MANY = "This has more paragraphs than a story may hold: 5,000. Nothing was pasted: paste a part of it."

/**
 * Foreign HTML as blocks of ours: its structure and every word that is seen of it, none of its looks. A refusal is a sentence. `origin` is
 * the paper's own, whose links become paths. Blocks have ids that are new to each other only. Pure.
 */
export function readPasted(tree: Element, origin: string): Read | { refused: string } {
  const page: Page = {
    origin,
    within: (children, look) => readWithin(children, look, page),
    look: (element, look) => lookOf(element, look, origin),
    refusals: [],
    work: 0,
  }
  const found = page.within(tree.children, PLAIN)
  const [refused] = page.refusals
  if (refused) return { refused }
  if (found.length > MOST) return { refused: TOO_MANY }
  const read = numbered(found)
  return read.pictures.length > MOST_PICTURES ? { refused: TOO_MANY_PICTURES } : read
}

function numbered(found: readonly Found[]): Read {
  const read: Read = { blocks: [], pictures: [], left: [] }
  for (const { block, source } of found) {
    const id = `pasted-${read.blocks.length}`
    const address = source && "address" in source ? source.address : undefined
    if (address !== undefined && !read.left.includes(address)) read.left.push(address)
    // A picture that did not come along keeps its place where there are words to keep.
    if (address !== undefined && block.kind === "picture" && !block.caption && !block.credit) continue
    if (source && !("address" in source)) read.pictures.push({ block: id, source })
    read.blocks.push({ ...block, id } as Block)
  }
  return read
}

type Sheet = { found: Found[]; runs: Run[] }

function readWithin(children: readonly Node[], look: Look, page: Page): Found[] {
  const sheet: Sheet = { found: [], runs: [] }
  walk(children, look, sheet, page)
  flush(sheet)
  page.work += sheet.found.length
  if (page.work > WORK) {
    page.refusals.push(TOO_MANY)
    return []
  }
  return settle(sheet.found)
}

/** The words so far are paragraphs. */
function flush(sheet: Sheet) {
  addTo(sheet.found, paragraphsOf(sheet.runs).map(paragraphOf))
  sheet.runs = []
}

function walk(nodes: readonly Node[], look: Look, sheet: Sheet, page: Page) {
  for (const node of nodes) {
    if (isElement(node)) readElement(node, look, sheet, page)
    else sheet.runs.push({ text: look.pre ? node.replace(/\r\n?/g, "\n") : node.replace(/[ \t\r\n\f]+/g, " "), look })
  }
}

function readElement(element: Element, around: Look, sheet: Sheet, page: Page) {
  if (isRubbish(element)) return
  const look = page.look(element, around)
  const read = READERS[element.name] ?? roleOf(element)
  if (read) {
    flush(sheet)
    addTo(sheet.found, read(element, look, page))
  } else if (element.name === "br") sheet.runs.push({ text: "\n", look })
  else if (element.name === "img") putImage(element, look, sheet, page)
  else if (BLOCKS.has(element.name)) {
    flush(sheet)
    walk(element.children, look, sheet, page)
    flush(sheet)
  } else putInline(element, look, sheet, page)
}

function putInline(element: Element, look: Look, sheet: Sheet, page: Page) {
  // Between Slack's paragraphs stands an element and no break.
  if (element.classes.includes(" c-mrkdwn__br ")) sheet.runs.push({ text: "\n\n", look })
  const quoted = element.name === "q"
  if (quoted) sheet.runs.push({ text: "“", look })
  walk(element.children, look, sheet, page)
  if (quoted) sheet.runs.push({ text: "”", look })
}

function putImage(element: Element, look: Look, sheet: Sheet, page: Page) {
  const image = readImage(element, page.origin)
  if (typeof image === "string") sheet.runs.push({ text: image, look })
  else {
    flush(sheet)
    sheet.found.push(image)
  }
}

const BLOCKS = new Set(
  (
    "html body p div section article main header footer aside address center details summary fieldset legend form hgroup " +
    "li dl dt dd figcaption caption tbody thead tfoot tr td th google-sheets-html-origin pre"
  ).split(" "),
)

type Reader = (element: Element, look: Look, page: Page) => Found[]

const crosshead: Reader = (element, _look, page) =>
  page.within(element.children, PLAIN).map((found): Found => {
    const words = (wordsIn(found) ?? [])
      .map(({ text }) => text)
      .join("")
      .replaceAll("\n", " ")
    return words && words.length <= 1_000 ? { block: { kind: "crosshead", text: words } } : found
  })

const READERS: Record<string, Reader> = {
  h1: crosshead,
  h2: crosshead,
  h3: crosshead,
  h4: crosshead,
  h5: crosshead,
  h6: crosshead,
  blockquote: readQuote,
  ul: readList,
  ol: readList,
  table: readTable,
  figure: readFigure,
  hr: () => [{ block: { kind: "divider" } }],
  iframe: ({ attributes }) => {
    const embed = readEmbedAddress(attributes.src ?? "")
    return embed ? [{ block: { kind: "embed", ...embed } }] : []
  },
}

/** What a paragraph is by its role or by Word's style: a heading, a quote, an item, a caption. */
function roleOf(element: Element): Reader | undefined {
  const { attributes, style, classes } = element
  if (!BLOCKS.has(element.name)) return undefined
  const item = itemOf(element)
  if (item) return (one, look, page) => itemsOf(page.within(withoutMarker(one.children), look), { item })
  if (attributes.role === "heading" || /^[1-9]$/.test(style["mso-outline-level"] ?? "")) return crosshead
  if (/ (?:msotitle|msoheading\d?|mso-?heading\d) /.test(classes)) return crosshead
  if (/ mso(?:intense)?quote /.test(classes)) return (one, look, page) => asQuotes(page.within(one.children, look))
  if (classes.includes(" msocaption ")) return (one, look, page) => marked(page.within(one.children, look))
  if (/ msolistparagraph/.test(classes))
    return (one, look, page) => page.within(one.children, look).map((found) => ({ ...found, continues: true }))
  return undefined
}

/** The first paragraph is the item, the others belong to it. */
const itemsOf = (found: readonly Found[], { item }: Pick<Found, "item">): Found[] =>
  found.map((one, at) => ({ ...one, ...(at === 0 ? { item } : { continues: true }) }))

const marked = (found: readonly Found[]): Found[] => found.map((one) => ({ ...one, caption: true }))
