import { z } from "zod"
import { address, isSafeAddress } from "../address"
import { escapeText } from "../html"
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
