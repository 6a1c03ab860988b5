import { bareWords } from "./bare"

/** A word, or words in this order, that stories hold or (`not`) must not hold. */
export type Term = { words: string; not: boolean }

/** What the question is narrowed to by name. */
export type Named = { by: "author" | "topic" | "section"; value: string; not: boolean }

/** A question as it was understood. `remarks` are sentences on what was not. */
export type Query = { terms: Term[]; named: Named[]; after: string | null; before: string | null; remarks: string[] }

export const LONGEST_QUERY = 200
const MOST_TERMS = 12

const QUOTES = /[“”„‟«»＂]/g
const TOKEN = /(-?)(?:(author|topic|section|before|after):(?:"([^"]*)"?|([^\s"]*))|"([^"]*)"?|([^\s"]+))/giu

/**
 * Words, "phrases", -without, and author: topic: section: before: after: with a word or a quoted value. Nothing is an
 * error: what cannot be understood is told in a remark, and the rest of the question stands.
 */
export function readQuery(written: string): Query {
  const query: Query = { terms: [], named: [], after: null, before: null, remarks: [] }
  const text = written.normalize("NFC").replace(QUOTES, '"')
  if (text.length > LONGEST_QUERY) query.remarks.push(`Only the first ${LONGEST_QUERY} characters were read.`)
  for (const [, minus, operator, ...values] of text.slice(0, LONGEST_QUERY).matchAll(TOKEN)) {
    const value = (values.find((one) => one !== undefined) ?? "").replace(/\s+/g, " ").trim()
    const not = minus === "-"
    if (operator) narrow(query, operator.toLowerCase(), value, not)
    else add(query, { words: value, not })
  }
  if (query.terms.length > MOST_TERMS) {
    query.terms.length = MOST_TERMS
    query.remarks.push(`Only the first ${MOST_TERMS} words and phrases were looked for.`)
  }
  return query
}

/** Marks alone, such as & or –, are no words. The same word twice is one. */
function add({ terms }: Query, term: Term) {
  const known = terms.some(({ words, not }) => words === term.words && not === term.not)
  if (bareWords(term.words).length > 0 && !known) terms.push(term)
}

function narrow(query: Query, operator: string, value: string, not: boolean) {
  if (bareWords(value).length === 0)
    query.remarks.push(`Nothing stands behind “${operator}:”. Write it as ${EXAMPLES[operator]}.`)
  else if (operator === "before" || operator === "after") narrowTime(query, operator, value)
  else query.named.push({ by: operator as Named["by"], value, not })
}

function narrowTime(query: Query, operator: "before" | "after", value: string) {
  const day = dayAt(value)
  if (day === null)
    query.remarks.push(`“${value}” is no day. Write it as ${EXAMPLES[operator]}, or a year or a month alone.`)
  else query[operator] = day
}

const EXAMPLES: Record<string, string> = {
  author: "author:Janssens",
  topic: "topic:water",
  section: "section:culture",
  before: "before:2026-11-24",
  after: "after:2026-11-24",
}

/** The day on which a year, a month or a day begins; null where the calendar has none. */
function dayAt(value: string): string | null {
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value)
  if (!found) return null
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)]
  const at = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return isReal ? at.toISOString().slice(0, 10) : null
}

/** A question as somebody would write it: read again, it is the same. */
export function writeQuery({ terms, named, after, before }: Query): string {
  const parts = [
    ...terms.map(({ words, not }) => `${not ? "-" : ""}${needsQuotes(words) ? `"${words}"` : words}`),
    ...named.map(({ by, value, not }) => `${not ? "-" : ""}${by}:${/\s/.test(value) ? `"${value}"` : value}`),
    ...(after ? [`after:${after}`] : []),
    ...(before ? [`before:${before}`] : []),
  ]
  return parts.join(" ")
}

const needsQuotes = (words: string) => /\s|^-|^(author|topic|section|before|after):/i.test(words)

/** Is there anything to look for? Words of one letter alone are not; being without something is not, either. */
export function lacks({ terms, named, after, before }: Query): "everything" | "length" | "a word" | null {
  const wanted = terms.filter(({ not }) => !not)
  const narrowed = named.some(({ not }) => !not) || after !== null || before !== null
  if (wanted.some(({ words }) => bareWords(words).join("").length > 1)) return null
  if (wanted.length > 0) return narrowed ? null : "length"
  if (narrowed) return null
  return terms.length > 0 || named.length > 0 ? "a word" : "everything"
}
