/** What of an address the page of answers reads. Everything else is a reader's own (a campaign's mark, a cache buster) and changes nothing. */
const SEARCH = ["q", "section", "topic", "author", "year"]

/** Lists have further pages: sections and corrections, topics, people, packages, days of the archive. */
const LISTS = /^\/(?:[^/]+|(?:topics|by|packages)\/[^/]+|archive\/\d+\/\d+\/\d+)$/

/** The history of a story compares two versions by their numbers. */
const HISTORIES = /^\/[^/]+\/[^/]+\/history$/
const VERSION = /^[1-9][0-9]{0,3}$/

/**
 * The one spelling of a reader's address under which its page is kept: the path, and of the query only what the page reads,
 * in one order.
 */
export function keyOf({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams()
  if (pathname === "/search")
    for (const name of SEARCH) {
      const value = searchParams.get(name)
      if (value) asked.set(name, value)
    }
  if (HISTORIES.test(pathname))
    for (const name of ["from", "to"]) {
      const value = searchParams.get(name) ?? ""
      if (VERSION.test(value)) asked.set(name, value)
    }
  const page = LISTS.test(pathname) ? pageOf(searchParams) : ""
  if (page) asked.set("page", page)
  const query = asked.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** Whatever is no number of a page is one page that does not exist: 0. */
function pageOf(searchParams: URLSearchParams): string {
  const value = searchParams.get("page")
  if (!value || value === "1") return ""
  return /^[1-9][0-9]{0,3}$/.test(value) ? value : "0"
}

/** Results of a search are as many as readers have words: they have a room of their own, and push no story out of memory. */
export const isSearch = (key: string) => key === "/search" || key.startsWith("/search?")
