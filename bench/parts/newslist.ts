import { ask, openDatabase } from "../../server/database"
import { migrate } from "../../server/migrate"
import { enter } from "../../tests/database/own-database"
import { cookieOf, hire } from "../../tests/newsroom"
import { makeStories } from "../archive/make-stories"
import { atMost, median, number, type Outcome, quantile, table } from "../figures"
import { call } from "../load"
import { type InBrowser, inBrowser } from "../newslist-browser"
import { startNextAlone } from "../next-alone"
import { inPlace, type Place } from "../place"
import { allSealed } from "../sealed"
import { LOOKS, NEWSLISTS } from "../sizes"

type Desk = {
  size: number
  times: Map<string, number[]>
  ask(name: string, path: string): Promise<string>
  close(): Promise<void>
}

/** The newslist of a small paper and of a large one, asked in turns straight from Next; and the large one in a browser. */
export function newslist(): Promise<Outcome> {
  return inPlace({ demo: false }, async (place) => {
    const desks: Desk[] = []
    try {
      for (const size of NEWSLISTS) desks.push(await openDesk(place, size))
      for (const desk of desks) await lookOnce(desk, 0)
      for (const { times } of desks) times.clear()
      for (let look = 0; look < LOOKS; look++) for (const desk of desks) await lookOnce(desk, look)
    } finally {
      for (const { close } of desks) await close()
    }
    return tell(desks, await inBrowser(await place.node()))
  })
}

/** The last size fills the place's own database, which the browser is shown. */
async function openDesk(place: Place, size: number): Promise<Desk> {
  const own = size === NEWSLISTS.at(-1)
  const databaseUrl = own
    ? place.databaseUrl
    : Object.assign(new URL(place.databaseUrl), { pathname: `/newslist_${size}` }).href
  if (!own) {
    await openDatabase(databaseUrl)
    await migrate(databaseUrl)
  }
  console.log(`Making a newslist of ${size} stories …`)
  await makeStories(size, 1, { databaseUrl, log: (line) => console.log(`  … ${line}`) })
  for (const query of IN_HAND) await ask(databaseUrl, query)
  const leave = own ? async () => {} : enter(databaseUrl)
  const cookie = await cookieOf(await hire("editor"))
  await leave()
  const next = await startNextAlone({ ...place.environment, DATABASE_URL: databaseUrl })
  await allSealed(databaseUrl)
  const times = new Map<string, number[]>()
  return {
    ...{ size, times, close: next.stop },
    async ask(name, path) {
      const headers = { accept: path.startsWith("/api") ? "application/json" : "text/html", ...cookie }
      const began = performance.now()
      const { status, body } = await call({ method: "GET", url: new URL(path, next.origin), headers })
      times.set(name, [...(times.get(name) ?? []), performance.now() - began])
      if (status !== 200) throw new Error(`${path} answered ${status} with ${size} stories.`)
      return body.toString()
    },
  }
}

/** An archive is all live: a fifth more is in hand, in every state before, and some of it is planned. */
const IN_HAND = [
  `INSERT INTO "Story" (id, revision, status, headline, standfirst, kicker, dateline, language, section, slug, byline, topics, body,
     related, "createdById", "createdAt", "changedAt", "publishAt", "embargoUntil")
   SELECT gen_random_uuid(), 2, (ARRAY['draft', 'filed', 'scheduled', 'spiked'])[1 + place % 4], headline, standfirst, kicker, dateline,
     language, section, slug || '-in-hand', byline, topics, body, related, "createdById", "createdAt", "changedAt" + interval '1 minute',
     CASE WHEN place % 4 = 2 THEN now() + place * interval '1 hour' END, CASE WHEN place % 20 = 1 THEN now() + interval '1 day' END
   FROM (SELECT *, (row_number() OVER (ORDER BY id))::int AS place FROM "Story") s WHERE place % 5 = 0`,
  `VACUUM (ANALYZE) "Story"`,
]

const NAMES = ["water", "minister", "rain", "verdict", "school", "bridge", "strike", "harbour"]
const TYPOS = ["ministr", "harbor", "verdikt", "brigde"]

async function lookOnce({ ask: get }: Desk, look: number) {
  const word = NAMES[look % NAMES.length] ?? "water"
  await get("first page", "/newsroom")
  await get("words", `/newsroom?q=${word}`)
  await get("status", "/newsroom?status=filed")
  await get("section", "/newsroom?section=world")
  await get("who", `/newsroom?who=${WHO[look % WHO.length]}`)
  await get("due", "/newsroom?due=week")
  await get("all of it", `/newsroom?q=${word}&status=published&section=world&who=an`)
  const cursor = JSON.parse(await get("page as JSON", "/api/v1/stories?limit=50")) as { next: string | null }
  await get("next page", `/newsroom?cursor=${cursor.next ?? ""}`)
  const old = new Date(Date.UTC(2018 + (look % 8), look % 12, 3)).getTime()
  await get("page deep in it", `/newsroom?cursor=${old}_00000000-0000-7000-8000-000000000000`)
  await get("what is new", `/api/v1/newslist?since=${new Date().toISOString()}`)
  await get("palette, words", `/api/v1/palette?q=${word}`)
  await get("palette, misspelt", `/api/v1/palette?q=${TYPOS[look % TYPOS.length]}`)
}

const WHO = ["an", "de", "nobody-of-this-name", "me"]
const PAGES = ["first page", "words", "status", "section", "who", "due", "all of it", "next page", "page deep in it"]
const CALLS = ["page as JSON", "what is new", "palette, words", "palette, misspelt"]

function tell(desks: readonly Desk[], seen: InBrowser): Outcome {
  const most = NEWSLISTS.at(-1)
  const lines = [...PAGES, ...CALLS].map((name) => ({
    name,
    sizes: desks.map(({ size, times }) => {
      const all = times.get(name) ?? []
      return { size, p50: median(all), p95: quantile(all, 0.95), max: Math.max(...all) }
    }),
  }))
  const lastOf = (name: string) => lines.find((line) => line.name === name)?.sizes.at(-1)?.p95 ?? Number.NaN
  const growth = ({ sizes }: (typeof lines)[number]) =>
    (sizes.at(-1)?.p50 ?? Number.NaN) / (sizes[0]?.p50 ?? Number.NaN)
  const head = ["answer", ...desks.flatMap(({ size }) => [`p50 ms at ${size}`, `p95 ms at ${size}`]), "growth"]
  const rows = lines.map((line) => [
    ...[line.name, ...line.sizes.flatMap(({ p50, p95 }) => [number(p50, 1), number(p95, 1)])],
    `${number(growth(line), 2)} ×`,
  ])
  const stages = Object.entries(seen.stages).map(([name, { tasks, longest, took }]) => [
    ...[name, number(tasks), number(longest), number(took)],
  ])
  const moving = Object.entries(seen.stages).filter(([name]) => name !== LOADING)
  return {
    tables: [
      table("What the newslist costs, straight from Next", [head, ...rows]),
      table(`The newslist of ${most} stories in Chromium`, [
        ["what somebody does", "tasks over 50 ms", "longest ms", "took ms"],
        ...stages,
      ]),
    ],
    figures: { lines, browser: seen },
    bars: [
      ...lines
        .filter(({ name }) => PAGES.includes(name))
        .map((line) =>
          atMost(`newslist, ${line.name}: p50 at ${most} stories against ${NEWSLISTS[0]}`, growth(line), 1.5, "×", 2),
        ),
      ...PAGES.map((name) => atMost(`newslist, ${name}: p95 at ${most} stories`, lastOf(name), 100, "ms")),
      atMost("newslist, what is new: p95", lastOf("what is new"), 50, "ms"),
      ...["palette, words", "palette, misspelt"].map((name) => atMost(`${name}: p95`, lastOf(name), 150, "ms")),
      atMost(
        "newslist: tasks over 50 ms while somebody works in it",
        moving.reduce((sum, [, { tasks }]) => sum + tasks, 0),
        0,
      ),
    ],
  }
}

const LOADING = "opens it"
