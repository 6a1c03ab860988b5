import { isReservedSlug } from "../../lib/story/reserved"

/** What the database is asked to know whether there can be a page at an address: a table that holds what its words name. */
export type Question = { sql: string; values: string[] }

const WORD = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** A story that is due has its address as soon as somebody asks Next for it. */
const ADDRESS = `
  SELECT EXISTS (SELECT FROM "Address" WHERE section = $1 AND slug = $2) OR EXISTS (SELECT FROM "Story"
    WHERE section = $1 AND slug = $2 AND status = 'scheduled' AND "publishAt" <= statement_timestamp()) AS there`

/** What was withdrawn has its notice at every number. */
const VERSION = `
  SELECT EXISTS (SELECT FROM "Address" a JOIN "Story" s ON s.id = a."storyId"
    WHERE a.section = $1 AND a.slug = $2 AND (s."liveId" IS NULL OR EXISTS (
      SELECT FROM "Version" v WHERE v."storyId" = s.id AND v.number = $3::int))) AS there`

/**
 * How to find out whether there is anything at an address, without having Next make a page that says no: of addresses that somebody
 * made up there is no end. Null: only Next knows. "nothing": the paper has no such pages.
 */
export function questionOf(key: string): Question | "nothing" | null {
  const [path = "", query] = key.split("?", 2)
  const [first = "", second = "", ...rest] = path.slice(1).split("/")
  if (![first, second, ...rest].every((word) => WORD.test(word) || word === "") || path.endsWith("/")) return null
  const list = LISTS.get(first)
  if (list && second && !rest.length) return { sql: `SELECT EXISTS (${list}) AS there`, values: [second] }
  if (isReservedSlug(first) || query !== undefined) return null
  if (!second) return { sql: `SELECT EXISTS (SELECT FROM "Section" WHERE slug = $1) AS there`, values: [first] }
  const [third, fourth, ...more] = rest
  // Of numbers, too, there is no end.
  if (third === "v" && fourth && /^\d{1,6}$/.test(fourth) && !more.length)
    return { sql: VERSION, values: [first, second, fourth] }
  const ofStory =
    third === undefined ||
    ((third === "history" || third === "timemap") && !fourth) ||
    (third === "v" && fourth && !more.length)
  if (!ofStory) return "nothing"
  return { sql: ADDRESS, values: [first, second] }
}

/** Lists that are known by name, by the first word of their address. */
const LISTS = new Map([
  ["topics", `SELECT FROM "Topic" WHERE slug = $1`],
  ["by", `SELECT FROM "Person" WHERE slug = $1`],
  ["packages", `SELECT FROM "Package" WHERE slug = $1`],
])
