import { ask } from "../../server/database"
import { throwAwayFolder } from "../../server/test/paper"
import { openSection } from "../../tests/newsroom"
import { type Draft, draftIn, type Editor, hireEditor } from "../editor"
import { atMost, number, type Outcome, quantile, table } from "../figures"
import { inPlace, type Place } from "../place"
import { PUBLISHES } from "../sizes"
import { headlineOf, openReading, type Reading } from "./visible-reading"

const STORIES = 20
/** One in so many acts is the first publication of a story, at an address where there was nothing. */
const FIRST_EVERY = 5

/** How long after the commit on one node a reader of another node sees it, and whether anybody ever sees an older page again. */
export function visible(): Promise<Outcome> {
  return inPlace({ demo: false }, async (place) => {
    const second = await throwAwayFolder()
    try {
      await keepCommitTimes(place)
      const secret = { AUTH_SECRET: place.environment.AUTH_SECRET ?? "" }
      const [a, b] = [await place.node(), await place.node({ ...secret, DATA_DIR: second.folder })]
      const [editor, { slug: section }] = [await hireEditor(a.origin), await openSection()]
      const reading = openReading(b.origin, section)
      try {
        const acts = await publishAll(editor, section, reading)
        return tell(await latencies(place, acts), reading)
      } finally {
        await reading.end()
        editor.leave()
      }
    } finally {
      await second.remove()
    }
  })
}

/** PostgreSQL itself writes down when each transaction became visible. */
async function keepCommitTimes(place: Place) {
  await ask(place.databaseUrl, "ALTER SYSTEM SET track_commit_timestamp = on")
  await place.stopDatabase()
  await place.startDatabase()
}

type Published = { position: number; seen: number }

async function publishAll(editor: Editor, section: string, reading: Reading): Promise<Published[]> {
  const acts: Published[] = []
  const stories: { draft: Draft; edition: number }[] = []
  for (let made = 0; made < PUBLISHES; made++) {
    const isFirst = stories.length < STORIES && made % FIRST_EVERY === 0
    const one = isFirst ? null : stories[made % stories.length]
    const slug = one?.draft.slug ?? `story${stories.length}`
    const edition = (one?.edition ?? 0) + 1
    const headline = headlineOf(edition, slug)
    reading.look(slug)
    const saved = one ? await editor.save(one.draft, headline) : await editor.write(headline, section, slug)
    const told = await editor.perform(draftIn(saved), one ? "update" : "publish")
    const draft = draftIn(told)
    const { position } = told.body.receipt as { position: number }
    acts.push({ position, seen: await reading.seen(slug, edition) })
    if (one) Object.assign(one, { draft, edition })
    else stories.push({ draft, edition })
  }
  return acts
}

/** From commit to the answer, in milliseconds. */
async function latencies({ databaseUrl }: Place, acts: readonly Published[]): Promise<number[]> {
  const rows = await ask<{ position: number; at: number }>(
    databaseUrl,
    `SELECT position, extract(epoch FROM pg_xact_commit_timestamp(xmin))::float8 * 1000 AS at FROM "StoryEvent"`,
  )
  const committed = new Map(rows.map(({ position, at }) => [Number(position), at]))
  return acts.map(({ position, seen }) => seen - (committed.get(position) ?? Number.NaN))
}

function tell(times: readonly number[], reading: Reading): Outcome {
  const { reads, failed, older, perSecond } = reading.count()
  const [p50, p99, most] = [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)]
  const head = ["publishes", "p50 ms", "p99 ms", "max ms", "reads", "reads/s", "failed", "older after newer"]
  const row = [
    ...[String(times.length), number(p50, 1), number(p99, 1), number(most, 1)],
    ...[String(reads), number(perSecond), String(failed), String(older)],
  ]
  return {
    tables: [table("From the commit on one node to the first answer of another with the new text", [head, row])],
    figures: { publishes: times.length, p50, p99, max: most, reads, perSecond, failed, older },
    bars: [
      atMost("commit to visible on a second node, p99", p99, 100, "ms"),
      atMost("old pages after fresh ones", older, 0),
      atMost("failed reads", failed, 0),
    ],
  }
}
