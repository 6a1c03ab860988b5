import { ask, openDatabase } from "../../server/database"
import { migrate } from "../../server/migrate"
import { enter } from "../../tests/database/own-database"
import { cookieOf, hire } from "../../tests/newsroom"
import { QUERIES } from "../../tests/search/queries"
import { makeStories } from "../archive/make-stories"
import { COMMON } from "../common-words"
import { atMost, median, number, type Outcome, quantile, table } from "../figures"
import { call } from "../load"
import { startNextAlone } from "../next-alone"
import { inPlace, type Place } from "../place"
import { allSealed, type Sealed } from "../sealed"
import { LOOKS, SIZES } from "../sizes"

/** A paper of one size: what is asked of it, by name, and Next that renders every answer anew. */
type Archive = {
  size: number
  times: Map<string, number[]>
  ask(name: string, path: string): Promise<string>
  close(): Promise<void>
  stories: string[]
  sealed: Sealed
}

/** What grows with the number of stories, and what does not: every answer straight from Next, as when no page is kept. */
export function growth(): Promise<Outcome> {
  return inPlace({ demo: false }, async (place) => {
    const archives: Archive[] = []
    try {
      for (const size of SIZES) archives.push(await openArchive(place, size))
      await lookAtAll(archives)
      return tell(archives)
    } finally {
      for (const { close } of archives) await close()
    }
  })
}

/** In turns, so that what slows the machine down for a while slows every size. */
async function lookAtAll(archives: readonly Archive[]) {
  const inTurns = async (look: (archive: Archive) => Promise<unknown>) => {
    for (const archive of archives) await look(archive)
  }
  const search = (q: string) => inTurns(({ ask: get }) => get("search", `/search?q=${encodeURIComponent(q)}`))
  await inTurns((archive) => lookOnce(archive, 0))
  // Every question that is measured is asked for the first time, of a paper that has been asked others before.
  for (const q of COMMON) await search(q)
  for (const { times } of archives) times.clear()
  for (let look = 0; look < LOOKS; look++) await inTurns((archive) => lookOnce(archive, look))
  for (const { q } of QUERIES) await search(q)
  await inTurns(readSitemaps)
}

async function openArchive(place: Place, size: number): Promise<Archive> {
  const databaseUrl = Object.assign(new URL(place.databaseUrl), { pathname: `/archive_${size}` }).href
  await openDatabase(databaseUrl)
  await migrate(databaseUrl)
  console.log(`Making a paper of ${size} stories …`)
  await makeStories(size, 1, { databaseUrl, log: (line) => console.log(`  … ${line}`) })
  // One that nothing was ever written for: lists that look for the newest of it have to find out quickly.
  await ask(databaseUrl, `INSERT INTO "Section" (slug, name, position) VALUES ('quiet', 'Quiet', 90)`)
  const leave = enter(databaseUrl)
  const cookie = await cookieOf(await hire("editor"))
  await leave()
  const next = await startNextAlone({ ...place.environment, DATABASE_URL: databaseUrl })
  const sealed = await allSealed(databaseUrl)
  console.log(`  … ${sealed.entries} entries of the record in ${sealed.took.toFixed(0)} s`)
  const times = new Map<string, number[]>()
  return {
    ...{ size, times, sealed, close: next.stop, stories: await someStories(databaseUrl) },
    async ask(name, path) {
      const headers = name === "newslist" ? { accept: "text/html", ...cookie } : { accept: "text/html" }
      const began = performance.now()
      const { status, body } = await call({ method: "GET", url: new URL(path, next.origin), headers })
      times.set(name, [...(times.get(name) ?? []), performance.now() - began])
      if (status !== 200) throw new Error(`${path} answered ${status} in the paper of ${size} stories.`)
      return body.toString()
    },
  }
}

/** From the whole of the archive, old and new. */
async function someStories(databaseUrl: string): Promise<string[]> {
  const rows = await ask<{ path: string }>(
    databaseUrl,
    `SELECT path FROM (SELECT '/' || section || '/' || slug AS path, row_number() OVER (ORDER BY "firstPublishedAt") AS place,
       count(*) OVER () AS count FROM "Story" WHERE "liveId" IS NOT NULL) live
     WHERE place % greatest(1, count / ${LOOKS}) = 0 ORDER BY place LIMIT ${LOOKS}`,
  )
  return rows.map(({ path }) => path)
}

async function lookOnce({ ask: get, stories }: Archive, look: number) {
  const story = stories[look % stories.length] ?? "/"
  await get("front", "/")
  await get("section", `/${story.split("/")[1]}`)
  await get("story, cold", story)
  await get("newslist", "/newsroom")
  await get("feed", "/feed.xml")
  await get("corrections", "/corrections")
  await get("empty section", "/quiet")
}

/** The index and every sitemap that it names. */
async function readSitemaps({ ask: get }: Archive) {
  const index = await get("sitemap", "/sitemap.xml")
  await get("sitemap", "/news-sitemap.xml")
  if (!index.includes("<sitemapindex")) return
  for (const [, address = ""] of index.matchAll(/<loc>([^<]+)<\/loc>/g))
    await get("sitemap", new URL(address.replaceAll("&amp;", "&")).pathname)
}

const FLAT = ["front", "section", "story, cold", "newslist", "feed"]
const NAMES = [...FLAT, "corrections", "empty section", "search", "sitemap"]

function tell(archives: readonly Archive[]): Outcome {
  const lines = NAMES.map((name) => ({
    name,
    sizes: archives.map(({ size, times }) => {
      const seen = times.get(name) ?? []
      return { size, calls: seen.length, p50: median(seen), p95: quantile(seen, 0.95), max: Math.max(...seen) }
    }),
  }))
  const [least, most] = [SIZES[0], SIZES.at(-1)]
  const ends = (name: string) => {
    const { sizes } = lines.find((line) => line.name === name) ?? { sizes: [] }
    return { first: sizes[0], last: sizes.at(-1) }
  }
  const growthOf = (name: string) => {
    const { first, last } = ends(name)
    return (last?.p50 ?? Number.NaN) / (first?.p50 ?? Number.NaN)
  }
  const columns = archives.flatMap(({ size }) => [`p50 ms at ${size}`, `p95 ms at ${size}`])
  const rows = lines.map(({ name, sizes }) => [
    ...[name, ...sizes.flatMap(({ p50, p95 }) => [number(p50, 1), number(p95, 1)])],
    ...[`${number(growthOf(name), 2)} ×`, number(ends(name).last?.max, 1)],
  ])
  return {
    tables: [
      table("What an answer costs in papers of different sizes, straight from Next", [
        ["answer", ...columns, "growth", "max ms"],
        ...rows,
      ]),
    ],
    figures: { lines, sealed: archives.map(({ size, sealed }) => ({ size, ...sealed })) },
    bars: [
      ...FLAT.map((name) => atMost(`${name}: p50 at ${most} stories against ${least}`, growthOf(name), 1.5, "×", 2)),
      atMost(`search at ${most} stories, p95`, ends("search").last?.p95 ?? Number.NaN, 150, "ms"),
      atMost(`slowest sitemap at ${most} stories`, ends("sitemap").last?.max ?? Number.NaN, 200, "ms"),
    ],
  }
}
