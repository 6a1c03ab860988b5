import type { Inline } from "../blocks/inline"
import { type Found, type Page, paragraphOf } from "./found"
import { joined, type Look, PLAIN } from "./runs"
import { type Element, isElement, type Node, textIn } from "./tree"

/** Somebody's words: what stands between lists, tables and pictures is one quote; who said it may stand at its end. */
export function readQuote(element: Element, look: Look, page: Page): Found[] {
  if (isIndent(element)) return page.within(element.children, look)
  const { children, last } = lastApart(element.children)
  const found = page.within(last ? children : element.children, look)
  return last ? withSpeaker(asQuotes(found), last, look, page) : asQuotes(found)
}

/** Paragraphs that follow each other, as one quote. */
export function asQuotes(found: readonly Found[]): Found[] {
  const made: Found[] = []
  let words: Inline[][] = []
  const close = () => {
    if (words.length) made.push({ block: { kind: "quote", text: joined(words) } })
    words = []
  }
  for (const one of found) {
    if (one.block.kind === "paragraph") words.push(one.block.text)
    else {
      close()
      made.push(one)
    }
  }
  close()
  return made
}

function withSpeaker(found: Found[], last: Element, look: Look, page: Page): Found[] {
  const quote = found.at(-1)?.block
  const words = page.within(last.children, PLAIN)
  const [only, ...others] = words.map(({ block }) => (block.kind === "paragraph" ? block.text : null))
  const speaker = (only ?? [])
    .map(({ text }) => text)
    .join("")
    .replace(/^[—–-]\s*/, "")
  if (quote?.kind === "quote" && !quote.speaker && only && !others.length && speaker && speaker.length <= 500) {
    quote.speaker = speaker
    return found
  }
  return [
    ...found,
    ...page
      .within(last.children, look)
      .map((one) => (one.block.kind === "paragraph" ? paragraphOf(one.block.text) : one)),
  ]
}

/** The footer or cite that ends a quote, and what stands before it. */
function lastApart(nodes: readonly Node[]): { children: Node[]; last?: Element } {
  const at = nodes.findLastIndex((node) => isElement(node) || node.trim() !== "")
  const last = nodes[at]
  const children = nodes.slice(0, at)
  if (!isElement(last)) return { children }
  if (last.name === "footer" || (last.name === "cite" && followsBlock(children))) return { children, last }
  const [only, ...others] = last.children.filter((node) => isElement(node) || node.trim() !== "")
  const alone = last.name === "p" && isElement(only) && only.name === "cite" && others.length === 0
  return alone && textIn(only) ? { children, last: only } : { children }
}

const followsBlock = (nodes: readonly Node[]) => {
  const before = nodes.findLast((node) => isElement(node) || node.trim() !== "")
  return isElement(before) && ["p", "div", "br", "ul", "ol"].includes(before.name)
}

/** Mail programs set text in with it. */
const isIndent = ({ style, classes }: Element) =>
  / webkit-indent-blockquote /.test(classes) ||
  (style.border === "none" && /40px/.test(style.margin ?? style["margin-left"] ?? ""))
