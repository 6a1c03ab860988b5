import { type DefaultTreeAdapterMap, parse } from "parse5"

// What somebody sees of a page, told by a second set of eyes: nothing of lib/paste is used here.

type Parsed = DefaultTreeAdapterMap["node"]

/** Elements whose words nobody sees, or that are tools of a page. */
const UNSEEN =
  /^(head|style|script|noscript|template|title|svg|nav|button|select|textarea|object|canvas|iframe|del|o:p)$/
const UNSEEN_CLASS = /\b(MsoDel|msoDel|MsoCommentReference|MsoFootnoteReference|mw-editsection)\b/
const UNSEEN_STYLE =
  /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*comment|mso-(footnote|endnote)-id/

/** Every word of the page that is seen, without white space and what has no ink. */
export function visibleIn(html: string): string {
  return ink(wordsOf(parse(html), { item: false }))
}

type Around = { item: boolean }

function wordsOf(node: Parsed, around: Around): string {
  if ("value" in node && node.nodeName === "#text") return node.value
  const name = "tagName" in node ? node.tagName : ""
  if (UNSEEN.test(name)) return ""
  const attribute = (one: string) =>
    ("attrs" in node ? node.attrs.find((given) => given.name === one)?.value : "") ?? ""
  const style = attribute("style")
  if (UNSEEN_CLASS.test(attribute("class")) || UNSEEN_STYLE.test(style) || isNoteMark(name, attribute)) return ""
  // The bullet or number of a list says itself again in our list.
  if (/mso-list:\s*ignore/i.test(style) && around.item) return ""
  if (name === "img")
    return /emoji/.test(attribute("class") + attribute("data-emoji") + (attribute("data-emoji") && "emoji"))
      ? attribute("alt")
      : ""
  const item = around.item || (/mso-list:\s*l\d/i.test(style) && name === "p")
  const inner = "childNodes" in node ? node.childNodes.map((child) => wordsOf(child, { item })).join("") : ""
  return name === "q" ? `“${inner}”` : name === "footer" ? inner.replace(/^\s*—/, "") : inner
}

const isNoteMark = (name: string, attribute: (one: string) => string) =>
  name === "a" && /^#sdfootnote/.test(attribute("href"))

export const ink = (words: string) => words.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, "")
