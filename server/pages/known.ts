import { isReservedSlug } from "../../lib/story/reserved"

/** What the database is asked to know whether there can be a page at an address: a table that holds what its words name. */
export type Question = { sql: string; values: string[] }

const WORD = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const ADDRESS = `SELECT EXISTS (SELECT FROM "Address" WHERE section = $1 AND slug = $2) AS there`

/**
 * How to find out whether there is anything at an address, without having Next make a page that says no: of addresses that somebody
 * made up there is no end. Null: only Next knows. "nothing": the paper has no such pages.
 */
export function questionOf(key: string): Question | "nothing" | null {
  const [path = "", query] = key.split("?", 2)
  const [first = "", second = "", ...rest] = path.slice(1).split("/")
  if (![first, second, ...rest].every((word) => WORD.test(word) || word === "") || path.endsWith("/")) return null
  if ((first === "topics" || first === "by") && second && !rest.length) return named(first, second)
  if (isReservedSlug(first) || query !== undefined) return null
  if (!second) return { sql: `SELECT EXISTS (SELECT FROM "Section" WHERE slug = $1) AS there`, values: [first] }
  const [third, fourth, ...more] = rest
  const ofStory =
    third === undefined ||
    ((third === "history" || third === "timemap") && !fourth) ||
    (third === "v" && fourth && !more.length)
  if (!ofStory) return "nothing"
  return { sql: ADDRESS, values: [first, second] }
}

const named = (list: "topics" | "by", slug: string): Question => ({
  sql: `SELECT EXISTS (SELECT FROM "${list === "topics" ? "Topic" : "Person"}" WHERE slug = $1) AS there`,
  values: [slug],
})
