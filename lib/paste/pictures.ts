import { pictureOfFile } from "../pictures/crops"
import { fileAddress } from "../pictures/pictures"
import { type Found, type Page, paragraphOf, type Source } from "./found"
import { isRubbish } from "./rubbish"
import { inlinesIn, type Look, PLAIN } from "./runs"
import { type Element, findIn, isElement, type Node, textIn } from "./tree"

/** What a picture's element is: words (an emoji), nothing (a tracking pixel, a box to tick), or a picture. */
export function readImage(element: Element, origin: string): Found | string {
  const { attributes, classes } = element
  const alt = attributes.alt ?? ""
  if (/checkbox/.test(attributes["aria-roledescription"] ?? "")) return ""
  if (isEmoji(alt) || / (?:emoji|c-emoji|goomoji|wp-smiley) /.test(classes)) return alt
  const source = sourceOf(attributes.src ?? attributes["data-src"] ?? "", origin)
  if (!source || isPixel(element)) return ""
  return { block: { kind: "picture", pictureId: null, caption: "", credit: "", alt: alt.slice(0, 2_000) }, source }
}

const isEmoji = (alt: string) =>
  alt.length <= 24 && /^[\p{Extended_Pictographic}\p{Emoji_Component}\s]+$/u.test(alt.trim()) && /\P{ASCII}/u.test(alt)

const isPixel = ({ attributes, style }: Element) =>
  [attributes.width, attributes.height, style.width, style.height].some((size) => {
    const pixels = Number.parseFloat(size ?? "")
    return pixels <= 3 && !/%|em/.test(size ?? "")
  })

/** Where a docx's reader put the pictures that are in the file. */
export const GIVEN = "given:"

function sourceOf(address: string, origin: string): Source | undefined {
  if (address.startsWith(GIVEN)) return { given: Number(address.slice(GIVEN.length)) }
  // What is so short is a line or a dot that a page is drawn with.
  if (/^data:image\//i.test(address)) return address.length > 200 ? { data: address } : undefined
  const ours = ourPicture(address.trim(), origin)
  if (ours) return { ours }
  return address.trim() ? { address: address.trim() } : undefined
}

/** Which of our own pictures an address of this paper shows, in whatever size and crop. */
function ourPicture(address: string, origin: string): string | null {
  const path = origin && address.startsWith(`${origin}/`) ? address.slice(origin.length) : address
  const file = path.split(/[?#]/)[0] ?? ""
  return file.startsWith(FILES) ? pictureOfFile(file.slice(FILES.length)) : null
}

const FILES = fileAddress("")

/** A figure: a picture, a quote or a table with words under it. */
export function readFigure(element: Element, look: Look, page: Page): Found[] {
  const captions = captionsIn(element.children)
  const found = page.within(captions.length ? without(element.children, new Set(captions)) : element.children, look)
  const words = captions.flatMap((caption) => page.within(caption.children, PLAIN))
  const said = words.map(({ block }) => (block.kind === "paragraph" ? textOf(block.text) : "")).join("\n")
  const whole = words.every(({ block }) => block.kind === "paragraph")
  if (!said || !whole) return [...found, ...words]
  const { caption, credit } = creditApart(captions, said)
  const last = found.findLast(({ block }) => ["picture", "quote", "table"].includes(block.kind))
  return last && takes(last, caption, credit)
    ? found
    : [...found, ...words.map((one) => ({ ...one, caption: true as const }))]
}

function takes({ block }: Found, caption: string, credit: string): boolean {
  const all = [caption, credit].filter(Boolean).join("\n")
  if (block.kind === "picture" && !block.caption && caption.length <= 5_000 && credit.length <= 1_000)
    return Boolean(Object.assign(block, { caption, credit }))
  if (block.kind === "quote" && !block.speaker && all.length <= 500)
    return Boolean(Object.assign(block, { speaker: all }))
  if (block.kind === "table" && !block.caption && all.length <= 1_000)
    return Boolean(Object.assign(block, { caption: all }))
  return false
}

/** Who made the picture, where its caption ends with an element that says so. */
function creditApart(captions: readonly Element[], said: string) {
  const element = captions
    .map((caption) =>
      findIn(caption, (one) => CREDIT.test(one.classes) || one.attributes.itemprop === "copyrightHolder"),
    )
    .find((one) => one !== undefined)
  const credit = element && textOf(inlinesIn([{ text: textIn(element).replace(/\s+/g, " "), look: PLAIN }]))
  if (!credit || !said.endsWith(credit)) return { caption: said, credit: "" }
  return { caption: said.slice(0, -credit.length).trim(), credit }
}

const CREDIT = /(?:credit|copyright|photographer|attribution)/

const textOf = (inlines: readonly { text: string }[]) => inlines.map(({ text }) => text).join("")

const isCaption = (node: Node): node is Element => isElement(node) && node.name === "figcaption" && !isRubbish(node)

function captionsIn(nodes: readonly Node[]): Element[] {
  return nodes.flatMap((node) => {
    if (isCaption(node)) return [node]
    return isElement(node) && node.name !== "figure" ? captionsIn(node.children) : []
  })
}

/** A figure within has captions of its own. */
const without = (nodes: readonly Node[], captions: ReadonlySet<Element>): Node[] =>
  nodes.flatMap((node): Node[] => {
    if (!isElement(node) || node.name === "figure") return [node]
    if (captions.has(node)) return []
    return [{ ...node, children: without(node.children, captions) }]
  })

/** The words under a picture that Word keeps in a paragraph of their own. */
export function takeCaption(found: Found, words: string): boolean {
  return takes(found, words, "")
}

export const captionAlone = (found: Found): Found =>
  found.block.kind === "paragraph" ? paragraphOf(found.block.text) : found
