/** A line of the text: [start, end) are its words, [end, next) what ends it. */
export type Line = { number: number; start: number; end: number; next: number }

/**
 * Cuts a text into lines, so that they put together again are the text. A line ends with CRLF (or the CR CR LF of
 * telex machines), LF, CR, NEL, vertical tab, form feed, or Unicode's line and paragraph separators (UAX 14, BK and NL).
 */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const match of text.matchAll(/\r?\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) {
    const next = match.index + match[0].length
    lines.push({ number: lines.length + 1, start, end: match.index, next })
    start = next
  }
  if (start < text.length || lines.length === 0)
    lines.push({ number: lines.length + 1, start, end: text.length, next: text.length })
  return lines
}
