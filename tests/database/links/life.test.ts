import { expect, test } from "@playwright/test"
import sharp from "sharp"
import { db } from "@/lib/db.server"
import { checkNow, readLinkPicture, readWords, takeNewAddress } from "@/lib/links/ask.server"
import { countGone, findGoneDays, setGoneDays } from "@/lib/links/gone.server"
import { takeHost } from "@/lib/links/hosts.server"
import { keep, keyOf, look, pageOf } from "@/lib/links/pages.server"
import { goRound, lookAtPage } from "@/lib/links/round.server"
import type { Seen } from "@/lib/links/states"
import { TAGS } from "@/lib/record/tags"
import { addLink, editLink, findLinks } from "@/lib/related/links.server"
import { resolveAtDesk } from "@/lib/related/related.server"
import { findLive } from "@/lib/story/live.server"
import { transaction } from "@/lib/transaction.server"
import { cast, rareWord, storyIn } from "../../newsroom"
import { siteOf } from "./servers"

const DAY = 24 * 3_600_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY)
/** A look of that day; its page's turn does not come again while the test goes on. */
async function see(url: string, seen: Seen, days: number) {
  await keep(keyOf(url), { seen, read: null }, daysAgo(days))
  await db.outsidePage.update({ where: { sha256: keyOf(url) }, data: { nextAt: daysAgo(-1) } })
}

async function linkTo(url = `https://${rareWord()}.example/page`) {
  const { ada } = await cast()
  const answer = await addLink(ada, { url, headline: rareWord(), source: "Elsewhere" })
  if ("refused" in answer) throw new Error(answer.refused)
  await pageOf(url)
  return answer.link
}
const lineOf = async (id: string) => {
  const { url } = await db.outsideLink.findUniqueOrThrow({ where: { id } })
  return (await findLinks({ words: url })).links.find((line) => line.id === id)
}

/** A site whose host every name leads to, and where the test may ask. */
async function siteWith(
  pages: Record<string, { status?: number; headers?: Record<string, string>; body?: string | Buffer }>,
) {
  const asked: string[] = []
  const site = await siteOf(({ url = "" }, answer) => {
    asked.push(url)
    const { status = 200, headers = {}, body = "" } = pages[url] ?? { status: 404 }
    answer.writeHead(status, { "content-type": "text/html", ...headers }).end(body)
  })
  const around = { mayAsk: () => true, mayPort: () => true, resolve: async () => ["127.0.0.1"], patience: 60_000 }
  const at = `http://${rareWord()}.example:${site.port}`
  return { ...site, at, asked, around }
}
/** Its pause is over. */
const free = (at: string) => db.outsideHost.deleteMany({ where: { host: new URL(at).hostname } })

test("a link whose page is gone for a week is taken off every public page in one event, and comes back when the page lives", async () => {
  const { cleo } = await cast()
  const link = await linkTo()
  const other = await linkTo(link.url)
  const kept = await linkTo()
  const related = [{ link: link.id }, { link: kept.id }, { link: other.id }]
  const story = await storyIn("published", { related })
  const shown = async () => {
    const found = await findLive(story.text.section, story.text.slug)
    if (!("live" in found)) throw new Error("not live")
    return found.live.related.flatMap((item) => (item.kind === "link" ? item.headline : []))
  }
  const events = (after: number) =>
    db.storyEvent.findMany({ where: { act: "links", position: { gt: after }, tags: { has: TAGS.link(link.id) } } })
  const [{ last }] = await db.$queryRaw<[{ last: number }]>`SELECT "last" FROM "EventCounter"`
  // The same page stands there once.
  const all = [link, kept].map(({ headline }) => headline)

  await see(link.url, { seen: "ok" }, 12)
  await see(link.url, { seen: "gone" }, 6.5)
  await see(link.url, { seen: "gone" }, 6.4)
  expect(await lineOf(link.id)).toMatchObject({ state: "ok", missedAt: expect.any(Date), takenOffAt: null })
  await see(link.url, { seen: "gone" }, 5)
  expect(await lineOf(link.id)).toMatchObject({ state: "gone", takenOffAt: null })
  expect(await shown()).toEqual(all)

  await db.outsidePage.update({ where: { sha256: keyOf(link.url) }, data: { since: daysAgo(7.1) } })
  await goRound()
  expect(await shown()).toEqual([kept.headline])
  const [off, ...more] = await events(last)
  expect(more).toEqual([])
  expect(off?.tags).toEqual(expect.arrayContaining([TAGS.link(link.id), TAGS.link(other.id)]))
  expect(off?.tags).not.toContain(TAGS.link(kept.id))
  expect(await lineOf(link.id)).toMatchObject({ state: "gone", takenOffAt: expect.any(Date) })
  const [atDesk, alive] = await resolveAtDesk(related)
  expect(atDesk).toMatchObject({ gone: { since: expect.any(Date), off: true } })
  expect(alive).not.toHaveProperty("gone")
  const { gone, off: taken } = await countGone()
  expect(Math.min(gone, taken)).toBeGreaterThanOrEqual(2)

  await see(link.url, { seen: "ill" }, 0.2)
  expect(await shown()).toEqual([kept.headline])
  await see(link.url, { seen: "ok" }, 0)
  expect(await shown()).toEqual(all)
  expect(await events(off?.position ?? 0)).toHaveLength(1)

  // Another address is another page: the link is back at once.
  await see(link.url, { seen: "gone" }, 10)
  await see(link.url, { seen: "gone" }, 9)
  expect(await shown()).toEqual([kept.headline])
  const words = { headline: link.headline, source: link.source, url: `https://${rareWord()}.example/` }
  expect(await editLink(cleo, link.id, words)).toHaveProperty("link")
  expect(await shown()).toEqual([link.headline, kept.headline])
})

test("after how many days is an administrator's to say, and never is possible", async () => {
  const { ben, cleo } = await cast()
  const link = await linkTo()
  await see(link.url, { seen: "gone" }, 5)
  await see(link.url, { seen: "gone" }, 4)
  expect(await setGoneDays(ben, 3)).toMatchObject({ because: "no right" })
  for (const wrong of [-1, 1.5, 366]) expect(await setGoneDays(cleo, wrong)).toMatchObject({ because: "bad input" })
  // Other tests go by the setting as it is: nothing of this stays.
  const undone = new Error("undone")
  const work = transaction(async (tx) => {
    const isOff = async () => (await tx.outsideLink.findUniqueOrThrow({ where: { id: link.id } })).takenOffAt !== null
    const seen = [await isOff()]
    for (const days of [3, 6, 4, 0]) {
      await setGoneDays(cleo, days)
      seen.push(await isOff())
    }
    expect(seen).toEqual([false, true, false, true, false])
    expect(await findGoneDays()).toBe(0)
    throw undone
  })
  await expect(work).rejects.toBe(undone)
})

test("a site is asked for robots.txt first and obeyed, one request at a time, and left in peace afterwards", async () => {
  const robots = "User-agent: Standfirst\nDisallow: /private\nCrawl-delay: 30\n"
  const site = await siteWith({
    "/robots.txt": { body: robots, headers: { "content-type": "text/plain" } },
    "/page": { body: "<title>A page</title>" },
    "/to-private": { status: 301, headers: { location: "/private" } },
    "/private": {},
  })
  try {
    const looked = async (path: string) => look(await pageOf(site.at + path), {}, site.around)
    const both = await Promise.all([looked("/page"), looked("/page")])
    expect(both.filter((one) => "wait" in one)).toHaveLength(1)
    expect(site.asked).toEqual(["/robots.txt", "/page"])
    const turn = await takeHost(new URL(site.at).hostname)
    expect("wait" in turn && turn.wait).toBeGreaterThan(20)
    for (const path of ["/private/1", "/to-private"]) {
      await free(site.at)
      expect(await looked(path), path).toMatchObject({ seen: { seen: "blocked" } })
    }
    expect(site.asked).toEqual(["/robots.txt", "/page", "/to-private"])
  } finally {
    await site.close()
  }
})

test("a site that is ill, or whose robots.txt cannot be had, is left until it asked us back", async () => {
  const ill = { status: 503, headers: { "retry-after": "86400" } }
  const sites = [await siteWith({ "/page": ill }), await siteWith({ "/robots.txt": ill, "/page": {} })]
  for (const site of sites) {
    const link = await linkTo(`${site.at}/page`)
    await look(await pageOf(link.url), {}, site.around)
    const page = await pageOf(link.url)
    expect(page).toMatchObject({ state: "unreachable", failures: 1 })
    expect(page.nextAt.getTime()).toBeGreaterThan(Date.now() + 0.9 * DAY)
    const asked = site.asked.length
    await free(site.at)
    await lookAtPage({ page: Buffer.from(page.sha256).toString("hex") }, new AbortController().signal, site.around)
    expect(site.asked).toHaveLength(asked)
    await site.close()
  }
  expect(sites.map(({ asked }) => asked)).toEqual([["/robots.txt", "/page"], ["/robots.txt"]])
})

test("a page is read once: its words and its picture, made again small, and kept for the newsroom", async () => {
  const { ada, cleo } = await cast()
  const picture = await sharp({ create: { width: 800, height: 400, channels: 3, background: "#c33" } })
    .png()
    .toBuffer()
  const head = `<meta charset="iso-8859-1"><meta property="og:title" content="Caf\u00e9 on the dyke"><meta property="og:site_name" content="The Daily">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z"><meta property="og:image" content="/p.png">`
  const site = await siteWith({
    "/page": { body: Buffer.from(head, "latin1") },
    "/p.png": { body: picture, headers: { "content-type": "image/png" } },
    "/nameless": { body: "<p>Words</p>" },
    "/closed": { status: 403 },
  })
  const read = async (path: string) => {
    await free(site.at)
    return readWords(ada, { url: site.at + path }, site.around)
  }
  try {
    const words = { read: { headline: "Café on the dyke", source: "The Daily" } }
    expect(await read("/page")).toEqual(words)
    const asked = site.asked.length
    expect(await read("/page")).toEqual(words)
    expect(site.asked).toHaveLength(asked)
    const link = await linkTo(`${site.at}/page`)
    expect(site.asked).not.toContain("/p.png")
    await free(site.at)
    await look(await pageOf(link.url), {}, site.around)
    const small = await readLinkPicture(link.id)
    expect(await sharp(small ?? undefined).metadata()).toMatchObject({ format: "webp", width: 192, height: 96 })
    expect(await lineOf(link.id)).toMatchObject({
      ...{ state: "ok", title: "Café on the dyke", site: "The Daily", picture: true },
      publishedAt: new Date("2026-03-01T10:00:00Z"),
    })
    expect(await read("/nameless")).toMatchObject({
      refused: expect.stringContaining("does not say what it is called"),
    })
    expect(await read("/closed")).toMatchObject({
      refused: expect.stringContaining("Write the headline and the source yourself"),
    })
    expect(await read("/never-was")).toMatchObject({ refused: expect.stringContaining("Nothing was found") })
    expect(await readWords(ada, { url: `http://${rareWord()}.localhost/x` })).toMatchObject({
      refused: expect.stringContaining("none that we may ask"),
    })
    expect(await readWords(ada, { url: "ftp://a.example" })).toMatchObject({ because: "bad input" })
    await free(site.at)
    expect(await checkNow(cleo, link.id, site.around)).toEqual({ checked: "ok" })
    expect(await checkNow(cleo, link.id, site.around)).toMatchObject({
      refused: expect.stringMatching(/^That site was asked a moment ago/),
    })
    expect(await checkNow(ada, link.id)).toMatchObject({ because: "no right" })
  } finally {
    await site.close()
  }
})

test("a link whose page moved is offered the new address, and takes it wherever it is used", async () => {
  const { ben, cleo } = await cast()
  const site = await siteWith({
    "/old": { status: 308, headers: { location: "/new" } },
    "/new": { body: "<title>N</title>" },
  })
  const link = await linkTo(`${site.at}/old`)
  const other = await linkTo(link.url)
  await look(await pageOf(link.url), {}, site.around)
  await site.close()
  const to = `${site.at}/new`
  expect(await lineOf(link.id)).toMatchObject({ state: "moved", offer: to, title: "N" })
  expect(await takeNewAddress(ben, link.id)).toMatchObject({ because: "no right" })
  expect(await takeNewAddress(cleo, link.id)).toEqual({ taken: to })
  for (const { id } of [link, other]) expect(await lineOf(id)).toMatchObject({ url: to, state: "ok", title: "N" })
  expect(
    await db.storyEvent.count({
      where: { act: "links", tags: { hasEvery: [TAGS.link(link.id), TAGS.link(other.id)] } },
    }),
  ).toBe(1)
  expect(await takeNewAddress(cleo, link.id)).toMatchObject({ because: "wrong state" })
})

test("a round takes up pages that are due: daily before readers, weekly otherwise, those of one host apart", async () => {
  const host = `${rareWord()}.invalid`
  const urls = ["live", "live-too", "draft", "old", "nobody"].map((path) => `https://${host}/${path}`)
  const [live, liveToo, draft, old] = await Promise.all(urls.slice(0, 4).map((url) => linkTo(url)))
  await storyIn("published", { related: [{ link: live?.id ?? "" }, { link: liveToo?.id ?? "" }] })
  await storyIn("draft", { related: [{ link: draft?.id ?? "" }, { link: old?.id ?? "" }] })
  const checked = [1, 1, 1, 8, 1]
  await Promise.all(urls.map(pageOf))
  await db.$transaction(
    urls.map((url, at) => {
      const known = { state: "ok", since: daysAgo(20), checkedAt: daysAgo(checked[at] ?? 0) }
      return db.outsidePage.update({ where: { sha256: keyOf(url) }, data: { ...known, nextAt: daysAgo(30 + at) } })
    }),
  )
  const without = await linkTo()
  await db.outsidePage.delete({ where: { sha256: keyOf(without.url) } })
  await goRound()
  const jobOf = (url: string) => ({
    where: { kind: "page", payload: { equals: { page: Buffer.from(keyOf(url)).toString("hex") } } },
  })
  const counts = await Promise.all(urls.map((url) => db.job.count(jobOf(url))))
  expect(counts).toEqual([1, 1, 0, 1, 0])
  const jobs = await Promise.all([urls[0], urls[1], urls[3]].map((url) => db.job.findFirstOrThrow(jobOf(url ?? ""))))
  const at = jobs.map(({ runAt }) => runAt.getTime()).sort((a, b) => a - b)
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBe(15_000)
  expect((at[2] ?? 0) - (at[1] ?? 0)).toBe(15_000)
  expect((await pageOf(urls[2] ?? "")).nextAt.getTime()).toBeGreaterThan(Date.now())
  expect(await lineOf(without.id)).toMatchObject({ state: "unseen" })
  expect(await db.outsidePage.count({ where: { url: without.url } })).toBe(1)
})
