import { db } from "@/lib/db.server"
import type { Part } from "@/lib/related/score"
import { suggest } from "@/lib/related/suggest.server"
import { storyIn } from "../../tests/newsroom"
import { measure } from "../../tests/related/labelled/measure"
import { fillClues } from "../archive/fill-clues"
import { makeStories } from "../archive/make-stories"
import { atLeast, atMost, median, number, type Outcome, quantile, table } from "../figures"
import { inPlace } from "../place"
import { SIZES, SMALL } from "../sizes"

const LEFT_OUT: readonly Part[] = ["names", "words", "topics", "links", "time", "language", "section"]

/** How good suggestions are, what each part of the score is worth, and what one story costs in a large archive. */
export async function related(): Promise<Outcome> {
  const quality = await inPlace({ demo: false }, measureQuality)
  const cost = await inPlace({ demo: false }, ({ databaseUrl }) => measureCost(databaseUrl))
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
      table(`One published story among ${cost.size}, all of its job`, [
        ["p50 ms", "p95 ms", "most ms"],
        [number(median(cost.times), 1), number(quantile(cost.times, 0.95), 1), number(Math.max(...cost.times), 1)],
      ]),
    ],
    figures: { quality, cost },
    bars: [
      atLeast("suggestions: precision of the first", quality.whole.first, 0.9),
      atLeast("suggestions: precision of the first three", quality.whole.firstThree, 0.8),
      atLeast("suggestions: share that says why, truly", quality.true, 1),
      atMost(`suggestions: one story published among ${cost.size}, p95`, quantile(cost.times, 0.95), 200, "ms"),
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

/** The time of the job from its beginning to its commit, which is more than the database's own. */
async function measureCost(databaseUrl: string) {
  const size = SIZES.at(-1) ?? 0
  const log = (line: string) => console.log(`  … ${line}`)
  await makeStories(size, 1, { databaseUrl, log })
  await fillClues(databaseUrl, log)
  const rows = await db.version.findMany({ take: SMALL ? 10 : 60, orderBy: { publishedAt: "desc" } })
  const times: number[] = []
  for (const { headline, standfirst, body, section } of rows) {
    const told = { headline: `${headline} again`, standfirst, section, body: body as never }
    const { id } = await storyIn("published", told)
    const began = performance.now()
    await suggest({ story: id })
    times.push(performance.now() - began)
  }
  return { size, times }
}
