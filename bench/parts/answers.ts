import { bearerOf, cookieOf, hire, paragraph, storyIn } from "../../tests/newsroom"
import { startBare } from "../bare-server"
import { number, type Outcome, table } from "../figures"
import { type Line, measure, type Subject } from "../measure"
import { inPlace } from "../place"
import { ACCEPT } from "../readers"
import { ROUNDS } from "../sizes"

const LATIN = "A calm paragraph of the length that papers print, said again so that the page has its usual weight. "

/** What an answer costs beside a bare node:http server that sends the same bytes: a story, the front, the newslist, a save. */
export function answers(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const node = await place.node()
    const bare = await startBare()
    try {
      const lines: Line[] = []
      for (const subject of await subjects(node.origin))
        lines.push(await measure(subject, bare, [node.pid, place.pid()], ROUNDS))
      return { tables: [tell(lines)], figures: { lines }, bars: [] }
    } finally {
      bare.stop()
    }
  })
}

/** On a database with the demo paper and twenty stories more. */
async function subjects(origin: string): Promise<Subject[]> {
  const body = Array.from({ length: 12 }, (_, index) => paragraph(`${index + 1}. ${LATIN.repeat(4)}`))
  const [story, draft, ben] = await Promise.all([
    storyIn("published", { body }),
    storyIn("draft", { body }),
    hire("editor"),
  ])
  for (let made = 0; made < 20; made++) await storyIn(made % 2 ? "published" : "filed", { body })
  const [cookie, bearer] = await Promise.all([cookieOf(ben), bearerOf(ben)])
  const get = (path: string, own: Record<string, string> = {}) => {
    const url = new URL(path, origin)
    return () => ({ method: "GET" as const, url, headers: { ...ACCEPT, ...own } })
  }
  const save = saves(new URL(`/api/v1/stories/${draft.id}`, origin), draft.revision, bearer)
  return [
    { name: "story page", calls: 1_000, width: 4, next: get(`/${story.text.section}/${story.text.slug}`) },
    { name: "front page", calls: 1_000, width: 4, next: get("/") },
    { name: "newslist", calls: 40, width: 4, next: get("/newsroom", cookie) },
    { name: "save", calls: 100, width: 1, next: save },
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

function tell(lines: readonly Line[]): string {
  const times = ["CPU ms", "× bare", "front + Next + Postgres", "median ms", "× bare", "99 % ms", "× bare"]
  const rows = lines.map(({ name, bytes, cpu, median, slowest }) => [
    ...[name, String(bytes)],
    ...(cpu
      ? [
          `${number(cpu.ours, 2)} / ${number(cpu.bare, 3)}`,
          number(cpu.ratio, 1),
          [cpu.parts.front, cpu.parts.next, cpu.parts.postgres].map((part) => number(part, 2)).join(" + "),
        ]
      : ["no /proc here", "–", "–"]),
    ...[`${number(median.ours, 1)} / ${number(median.bare, 2)}`, number(median.ratio, 1)],
    ...[`${number(slowest.ours, 1)} / ${number(slowest.bare, 2)}`, number(slowest.ratio, 1)],
  ])
  return table("What an answer costs beside a bare server", [["answer", "bytes", ...times], ...rows])
}
