import { kindOf } from "../front/request"
import type { Kept } from "./kept"

// What of the paper nginx can hand out by itself. server/nginx/standfirst.conf says the same in nginx's words.

const WORD = "[a-z0-9](?:[a-z0-9-]{0,100}[a-z0-9])?"
const PAGE = new RegExp(`^(?:/${WORD}){1,6}$`)
const FOLDER = new RegExp(`^(?:/${WORD}){0,5}/`)

/** Answers for machines, by the name of their file; nginx says a type by that name, too. */
const TYPES: readonly [RegExp, string][] = [
  [/^feed\.xml$/, "application/rss+xml; charset=utf-8"],
  [/^atom\.xml$/, "application/atom+xml; charset=utf-8"],
  [/^feed\.json$/, "application/feed+json; charset=utf-8"],
  [/^(?:news-)?sitemap(?:-[a-z0-9-]{1,40})?\.xml$/, "application/xml; charset=utf-8"],
]
const HTML = "text/html; charset=utf-8"

/** The forms of a file, by what its name ends in; the first of them is what says that the page is there. */
export const FORMS = [
  ["", "identity"],
  [".gz", "gzip"],
  [".br", "br"],
] as const

/**
 * The file of a page, relative to the folder; null for what no file can stand for: another status, an address that asks something,
 * a name that is not the plain words of our own addresses, or a type that nginx would not say.
 */
export function fileOf({ key, status, identity: { headers } }: Pick<Kept, "key" | "status" | "identity">) {
  if (status !== 200 || kindOf(key) !== "reader" || key === "/index") return null
  const said = headers[headers.indexOf("Content-Type") + 1]
  const page = key === "/" ? "index.html" : PAGE.test(key) ? `${key.slice(1)}.html` : null
  if (page) return said === HTML ? page : null
  const folder = FOLDER.exec(key)?.[0]
  const name = folder && key.slice(folder.length)
  return name && TYPES.some(([pattern, type]) => pattern.test(name) && type === said) ? key.slice(1) : null
}
