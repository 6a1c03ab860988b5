import { keep } from "./kept"

export const SPECULATION = "/speculation-rules.json"

const PAGES = { and: [{ href_matches: "/*" }, ...["/newsroom*", "/api/*", "/*.*"].map(not)] }

function not(path: string) {
  return { not: { href_matches: path } }
}

/** A browser that knows these rules fetches the page that a finger or the pointer rests on (WICG, nav-speculation). */
export const speculation = keep(SPECULATION, {
  status: 200,
  text: JSON.stringify({ prefetch: [{ where: PAGES, eagerness: "moderate" }] }),
  headers: {
    "Content-Type": "application/speculationrules+json",
    "Cache-Control": "public, max-age=86400",
    "X-Content-Type-Options": "nosniff",
  },
  tags: [],
  until: Number.POSITIVE_INFINITY,
})
