import { db } from "@/lib/db.server"
import type { Part } from "@/lib/related/score"
import { suggest } from "@/lib/related/suggest.server"
import { storyIn } from "../../tests/newsroom"
import { measure } from "../../tests/related/labelled/measure"
import { fillClues } from "../archive/fill-clues"
import { makeStories } from "../archive/make-stories"
import { atLeast, atMost, median, number, type Outcome, quantile, table } from "../figures"
import { inPlace, type Place } from "../place"
import { memoryOf, sumOf } from "../processes"
import { RELATED, SMALL } from "../sizes"

const LEFT_OUT: readonly Part[] = ["names", "words", "topics", "links", "time", "language", "section"]

/** How good suggestions are, what each part of the score is worth, and what one story costs in a large archive. */
export async function related(): Promise<Outcome> {
  const quality = await inPlace({ demo: false }, measureQuality)
  const costs: Cost[] = []
  for (const size of RELATED) costs.push(await inPlace({ demo: false }, (place) => measureCost(place, size)))
  const [least, most] = [costs[0], costs.at(-1)] as [Cost, Cost]
  const growth = Math.log(median(most.times) / median(least.times)) / Math.log(most.size / least.size)
  const share = (value: number) => number(value, 3)
  const lines = quality.lines.map(({ name, first, firstThree, reached }) => [
    ...[name, share(first), share(firstThree), share(reached)],
  ])
  return {
    tables: [
      table(`Suggestions for ${quality.stories} labelled stories`, [
        ["score", "precision of the first", "of the first three", "stories with one"],
        ...lines,
      ]),
      table("One published story, all of its job, and the whole archive found anew", [
        [
          "stories",
          "p50 ms",
          "p95 ms",
          "most ms",
          "anew: stories a second",
          "minutes for all",
          "heap MB",
          "the database's MB",
        ],
        ...costs.map((cost) => [
          ...[String(cost.size), number(median(cost.times), 1), number(quantile(cost.times, 0.95), 1)],
          ...[number(Math.max(...cost.times), 1), number(cost.anew, 1), number(cost.size / cost.anew / 60, 1)],
          ...[number(cost.heap, 0), number(cost.database, 0)],
        ]),
        ["growth exponent", number(growth, 2)],
      ]),
    ],
    figures: { quality, costs, growth },
    bars: [
      atLeast("suggestions: precision of the first", quality.whole.first, 0.9),
      atLeast("suggestions: precision of the first three", quality.whole.firstThree, 0.8),
      atLeast("suggestions: share that says why, truly", quality.true, 1),
      atMost(`suggestions: one story published among ${most.size}, p95`, quantile(most.times, 0.95), 200, "ms"),
    ],
  }
}

async function measureQuality() {
  const { stories, suggested, trueReason, withReason, first, firstThree, reached, without } = await measure()
  const whole = { first, firstThree, reached }
  const lines = [{ name: "whole", ...whole }]
  for (const part of LEFT_OUT) lines.push({ name: `without ${part}`, ...(await without(part)) })
  return { stories, whole, lines, true: Math.min(trueReason, withReason) / Math.max(1, suggested) }
}

type Cost = { size: number; times: number[]; anew: number; heap: number; database: number }

/**
 * The time of the job from its beginning to its commit, which is more than the database's own. Found anew are as many stories as half a
 * minute is enough for, from all over the archive; the minutes for all follow from these.
 */
async function measureCost({ databaseUrl, pid }: Place, size: number): Promise<Cost> {
  const log = (line: string) => console.log(`  … ${line}`)
  await makeStories(size, 1, { databaseUrl, log })
  await fillClues(databaseUrl, log)
  const rows = await db.version.findMany({ take: SMALL ? 10 : 60, orderBy: { publishedAt: "desc" } })
  const times: number[] = []
  for (const { headline, standfirst, body, section } of rows) {
    const told = { headline: `${headline} again`, standfirst, section, body: body as never }
    const { id } = await storyIn("published", told)
    times.push(await timed(() => suggest({ story: id })))
  }
  const spread = await db.$queryRaw<{ id: string }[]>`
    SELECT "storyId" AS id FROM "Suggested" ORDER BY md5("storyId"::text) LIMIT ${SMALL ? 50 : 5_000}`
  const before = process.memoryUsage().heapUsed
  let [done, took, heap] = [0, 0, before]
  for (const { id } of spread) {
    if (took > LONGEST) break
    await db.suggested.deleteMany({ where: { storyId: id } })
    took += await timed(() => suggest({ story: id }))
    heap = Math.max(heap, process.memoryUsage().heapUsed)
    done++
  }
  const MB = 1024 * 1024
  const held = memoryOf([pid()])
  return {
    ...{ size, times, anew: done / (took / 1_000), heap: (heap - before) / MB },
    database: held ? sumOf(held) / MB : Number.NaN,
  }
}

/** milliseconds */
const LONGEST = 30_000

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
