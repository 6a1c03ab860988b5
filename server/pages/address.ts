/** What of an address a page reads. Everything else is a reader's own (a campaign's mark, a cache buster) and changes nothing. */
const READS: Record<string, readonly string[]> = {
  "/search": ["q", "section", "topic", "author", "year", "page"],
}
const LISTS = ["page"] as const

/**
 * The one spelling of a reader's address under which its page is kept: the path, and of the query only what the page reads,
 * in one order.
 */
export function keyOf({ pathname, searchParams }: URL): string {
  const asked = new URLSearchParams()
  for (const name of READS[pathname] ?? LISTS) {
    const value = searchParams.get(name)
    if (value && !(name === "page" && value === "1")) asked.set(name, value)
  }
  const query = asked.toString()
  return query ? `${pathname}?${query}` : pathname
}

/** Results of a search are as many as readers have words: they have a room of their own, and push no story out of memory. */
export const isSearch = (key: string) => key === "/search" || key.startsWith("/search?")
