import { z } from "zod"
import { address, isSafeAddress } from "../address"
import { escapeText } from "../html"
import { escapeMarks } from "../markdown"
import { text } from "../text"

/** A run of words in one style. `link` is an http(s) or mailto address, or a path of this site. */
const inline = z.strictObject({
  text: text(100_000).min(1),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: address.optional(),
})
export type Inline = z.infer<typeof inline>

export const inlines = z.array(inline).max(5_000)

export const textOf = (words: readonly Inline[]) => words.map((run) => run.text).join("")

/** Plain words as they are kept in a block. */
export const wordsOf = (text: string): Inline[] => (text ? [{ text }] : [])

/** Runs of words as HTML; a path of this site becomes a whole address, for feeds are read elsewhere. */
export const htmlOf = (words: readonly Inline[], around: { origin: string }) =>
  words.map((run) => htmlOfRun(run, around.origin)).join("")

function htmlOfRun({ text, bold, italic, link }: Inline, origin: string) {
  let html = escapeText(text).replaceAll("\n", "<br>")
  if (italic) html = `<em>${html}</em>`
  if (bold) html = `<strong>${html}</strong>`
  if (link && isSafeAddress(link) && !link.startsWith("#"))
    html = `<a href="${escapeText(link.startsWith("/") ? origin + link : link)}">${html}</a>`
  return html
}

/** Runs of words as CommonMark; addresses are whole, as in HTML. */
export const markdownOf = (words: readonly Inline[], around: { origin: string }) =>
  trimLines(words.map((run) => markdownOfRun(run, around.origin)).join(""))

function markdownOfRun({ text, bold, italic, link }: Inline, origin: string) {
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (!words) return text
  let marked = escapeMarks(words).replaceAll("\n", "\\\n")
  if (italic) marked = emphasised(marked, "*", "em")
  if (bold) marked = emphasised(marked, "**", "strong")
  if (link && isSafeAddress(link) && !link.startsWith("#")) {
    const address = (link.startsWith("/") ? origin + link : link).replaceAll("<", "%3C").replaceAll(">", "%3E")
    marked = `[${marked}](<${address}>)`
  }
  return before + marked + after
}

/** Asterisks mean emphasis only beside letters and digits (CommonMark 0.31, 6.2); elsewhere HTML says it. */
const emphasised = (marked: string, mark: string, element: string) =>
  /^[\p{L}\p{N}*]/u.test(marked) && /[\p{L}\p{N}*]$/u.test(marked)
    ? mark + marked + mark
    : `<${element}>${marked}</${element}>`

/** A paragraph's lines begin with words, and with none that CommonMark takes for a list, a heading or code. */
const trimLines = (markdown: string) =>
  markdown
    .split("\n")
    .map((line) => line.trim())
    .map((line) => line.replace(/^([-+=])/, "\\$1").replace(/^(\d{1,9})([.)])/, "$1\\$2"))
    .filter(Boolean)
    .join("\n")
    .replace(/\\$/, "")
