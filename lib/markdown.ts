/**
 * Words as CommonMark 0.31 that say nothing but themselves: every character that could begin markup is escaped, a line break
 * stays one. White space at the edges of lines is left out, for it could mean code or a break.
 */
export const markdownText = (text: string) =>
  text
    .split("\n")
    .map((line) => escapeLine(line.trim()))
    .filter(Boolean)
    .join("\\\n")

const escapeLine = (line: string) =>
  escapeMarks(line)
    .replace(/^([-+=])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")

/** The same within a line, its white space kept. */
export const escapeMarks = (text: string) => text.replace(/[\\`*_{}[\]<>&#!|~]/g, "\\$&")

/** Lines set in by so much, all but the first: they belong to what the first one began. */
export const setIn = (markdown: string, by: string) => markdown.replaceAll("\n", `\n${by}`)

/** A quotation: every line of it marked. */
export const quoted = (markdown: string) => markdown.replace(/^/gm, "> ").replace(/^> $/gm, ">")

/** A link with these words. */
export const linkTo = (address: string, words: string) =>
  `[${escapeMarks(words.replaceAll("\n", " ").trim())}](<${address.replaceAll("<", "%3C").replaceAll(">", "%3E")}>)`
