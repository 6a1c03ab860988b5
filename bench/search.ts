import { cpus } from "node:os"
import { search } from "@/lib/search/find.server"
import { QUERIES } from "../tests/search/queries"
import { makeStories } from "./archive/make-stories"
import { quantile } from "./figures"

// npx tsx --tsconfig tsconfig.node.json bench/search.ts [STORIES]: what a search costs in an archive of so many stories, at DATABASE_URL. An empty
// paper (migrated) is filled first; a filled one is measured as it is.

/** Words that stand in a great part of the archive: the worst that readers can ask for. */
const COMMON = [
  ...["council", "people", "tram", "council decides", "told this newspaper", "prix", "gemeenteraad", "section:culture"],
  ...[
    "author:peeters",
    "topic:water",
    "before:2018 tram",
    '"night tram"',
    '"who pays"',
    "minister -kabul",
    "n'est pas",
  ],
]
const ROUNDS = 3

async function measure(stories: number) {
  const { db } = await import("@/lib/db.server")
  if ((await db.story.count()) === 0) await makeStories(stories, 1, { log: console.log })
  const questions = [...QUERIES.map(({ q }) => q), ...COMMON]
  const times: { q: string; took: number }[] = []
  const now = new Date()
  const ask = (q: string) => search({ q, page: 1, section: null, topic: null, author: null, year: null }, now)
  for (const q of questions) await ask(q)
  for (let round = 0; round < ROUNDS; round++)
    for (const q of questions) {
      const began = performance.now()
      await ask(q)
      times.push({ q, took: performance.now() - began })
    }
  const took = times.map((one) => one.took)
  const [median, most] = [quantile(took, 0.5), quantile(took, 0.95)]
  console.log(`${await db.searchEntry.count()} live stories, ${times.length} questions, ${cpus().length} processors`)
  console.log(`median ${median.toFixed(0)} ms, p95 ${most.toFixed(0)} ms, slowest ${Math.max(...took).toFixed(0)} ms`)
  const slowest = [...times].sort((a, b) => b.took - a.took).slice(0, 8)
  for (const one of slowest) console.log(`${one.took.toFixed(0).padStart(6)} ms  ${one.q}`)
  process.exit(0)
}

void measure(Number(process.argv[2] ?? 200_000))
