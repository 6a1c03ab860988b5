import { bearerOf, cookieOf, hire, paragraph, storyIn } from "../tests/newsroom"
import type { Subject } from "./measure"

const LATIN = "A calm paragraph of the length that papers print, said again so that the page has its usual weight. "

/** The story page, the front, the newslist and a save, each on a database with the demo paper and twenty stories more. */
export async function subjects(origin: string): Promise<Subject[]> {
  const body = Array.from({ length: 12 }, (_, index) => paragraph(`${index + 1}. ${LATIN.repeat(4)}`))
  const [story, draft, ben] = await Promise.all([
    storyIn("published", { body }),
    storyIn("draft", { body }),
    hire("editor"),
  ])
  for (let made = 0; made < 20; made++) await storyIn(made % 2 ? "published" : "filed", { body })
  const [cookie, bearer] = await Promise.all([cookieOf(ben), bearerOf(ben)])
  // As browsers ask.
  const get = (path: string, own: Record<string, string> = {}) => {
    const headers = { accept: "text/html", "accept-encoding": "gzip, br", ...own }
    const url = new URL(path, origin)
    return () => ({ method: "GET" as const, url, headers })
  }
  return [
    { name: "story page", calls: 100, width: 4, next: get(`/${story.text.section}/${story.text.slug}`) },
    { name: "front page", calls: 60, width: 4, next: get("/") },
    { name: "newslist", calls: 40, width: 4, next: get("/newsroom", cookie) },
    {
      name: "save",
      calls: 100,
      width: 1,
      next: saves(new URL(`/api/v1/stories/${draft.id}`, origin), draft.revision, bearer),
    },
  ]
}

/** Saves one after the other: each writes a new paragraph into the draft and names the revision that the last one made. */
function saves(url: URL, first: number, bearer: Record<string, string>): Subject["next"] {
  return (index) => {
    const body = [paragraph(`Save ${index}. ${LATIN.repeat(4)}`)]
    const headers = { ...bearer, "content-type": "application/json" }
    return { method: "PATCH", url, headers, body: JSON.stringify({ revision: first + index, body }) }
  }
}
