import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { queuePings } from "@/lib/feeds/pings.server"
import { KINDS } from "@/lib/jobs/kinds.server"
import { runOne } from "@/lib/jobs/runner.server"
import { follow } from "@/lib/record/follow.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { cast, done, rareWord, storyIn } from "../newsroom"
import { inADatabaseOfItsOwn } from "./own-database"

inADatabaseOfItsOwn()

type Heard = { path: string; type: string; body: string }

/** Somebody elsewhere who takes pings, and answers with these statuses in turn. */
async function standIn(...statuses: number[]) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk) => {
      body += chunk
    })
    request.on("end", () => {
      heard.push({ path: request.url ?? "", type: request.headers["content-type"] ?? "", body })
      response.writeHead(statuses.shift() ?? 202).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, heard, close: () => server.close() }
}

const KEY = "a-key-of-the-test"
const ORIGIN = new URL(process.env.PUBLIC_ORIGIN ?? "http://localhost:3000").origin

const runAll = async () => {
  while (await runOne(KINDS, 30, new AbortController().signal));
}

const queueAll = async () => {
  while (await queuePings());
}

test.beforeEach(async () => {
  Object.assign(process.env, { WEBSUB_HUB: "", INDEXNOW_KEY: "", INDEXNOW_URL: "" })
  await queueAll()
  await db.job.deleteMany()
})

test.afterAll(() => {
  for (const name of ["WEBSUB_HUB", "INDEXNOW_KEY", "INDEXNOW_URL"]) delete process.env[name]
})

test("where nobody is to be told, nothing is queued", async () => {
  await storyIn("published")
  await queueAll()
  expect(await db.job.count({ where: { kind: { in: ["tell-hub", "tell-search"] } } })).toBe(0)
})

test("the hub hears of every feed that a publication changed, and of nothing before it", async () => {
  const hub = await standIn()
  process.env.WEBSUB_HUB = `${hub.url}/hub`
  const { ada } = await cast()
  const topic = rareWord()
  await db.topic.create({ data: { slug: topic, name: topic } })
  const draft = await storyIn("filed", { topics: [topic], byline: [{ personId: ada.id, name: ada.name }] })
  await queueAll()
  await runAll()
  expect(hub.heard).toEqual([])
  const { ben } = await cast()
  done(await perform(ben, "publish", draft.id, draft.revision))
  await queueAll()
  await runAll()
  hub.close()
  expect(hub.heard).toHaveLength(1)
  expect(hub.heard[0]).toMatchObject({ path: "/hub", type: "application/x-www-form-urlencoded" })
  const said = new URLSearchParams(hub.heard[0]?.body)
  expect(said.get("hub.mode")).toBe("publish")
  const slug = ada.name.split(" ").at(-1)
  const lists = ["", `/${draft.text.section}`, `/topics/${topic}`, `/by/${slug}`]
  const feeds = lists.flatMap((list) => ["feed.xml", "atom.xml", "feed.json"].map((file) => `${ORIGIN}${list}/${file}`))
  expect(said.getAll("hub.url").sort()).toEqual(feeds.sort())
})

test("search engines hear of a story that came, moved and went, each time under its addresses", async () => {
  const engine = await standIn()
  Object.assign(process.env, { INDEXNOW_KEY: KEY, INDEXNOW_URL: engine.url })
  const { ben } = await cast()
  const story = await storyIn("published")
  const slug = rareWord()
  const saved = await saveDraft(ben, story.id, story.revision, { slug })
  if (!("saved" in saved)) throw new Error("not saved")
  const moved = done(await perform(ben, "update", story.id, saved.saved.revision))
  done(await perform(ben, "withdraw", story.id, moved.revision, { note: "It was wrong." }))
  await queueAll()
  await runAll()
  engine.close()
  const { section } = story.text
  const said = engine.heard.map(({ body }) => JSON.parse(body))
  expect(said[0]).toMatchObject({ host: new URL(ORIGIN).host, key: KEY, keyLocation: `${ORIGIN}/${KEY}.txt` })
  const [old, present] = [`${ORIGIN}/${section}/${story.text.slug}`, `${ORIGIN}/${section}/${slug}`]
  const lists = said.map(({ urlList }) => urlList).sort((a, b) => a.length - b.length)
  expect(lists).toEqual([[old], [present, old], [present, old]])
  expect(engine.heard.map(({ body }) => body).join()).not.toContain("wrong")
})

test("who does not answer is asked again later, and the act that it follows from is long done", async () => {
  const hub = await standIn(503)
  process.env.WEBSUB_HUB = `${hub.url}/secret-of-the-hub`
  await storyIn("published")
  await queueAll()
  // Once: where a machine is slow, the moment of the second time has come before everything else is done.
  await runOne({ "tell-hub": KINDS["tell-hub"] }, 30, new AbortController().signal)
  const [job] = await db.job.findMany({ where: { kind: "tell-hub" } })
  expect(job).toMatchObject({ attempts: 1, doneAt: null, deadAt: null })
  expect(job?.lastError).toMatch(/^127\.0\.0\.1:\d+ answered 503$/)
  await db.job.updateMany({ data: { runAt: new Date(0) } })
  await runAll()
  hub.close()
  expect(hub.heard).toHaveLength(2)
  expect(hub.heard[0]).toEqual(hub.heard[1])
  expect(await db.job.count({ where: { kind: "tell-hub", doneAt: null } })).toBe(0)
})

test("what happened longer than a day ago is not told any more", async () => {
  process.env.WEBSUB_HUB = "http://127.0.0.1:9/"
  await storyIn("published")
  const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1_000 + 1_000)
  while (await queuePings(tomorrow));
  expect(await db.job.count({ where: { kind: "tell-hub" } })).toBe(0)
})

test("a follower hears every event once and in order, however many follow under its name at once", async () => {
  const name = rareWord()
  const heard: number[] = []
  const hear = () => follow(name, async (_tx, events) => void heard.push(...events.map(({ position }) => position)))
  await hear()
  expect(heard).toEqual([])
  for (let count = 0; count < 3; count++) await storyIn("published")
  await Promise.all([hear(), hear(), hear()])
  await hear()
  const events = await db.storyEvent.findMany({ orderBy: { position: "desc" }, take: 6 })
  expect(heard).toEqual(events.map(({ position }) => position).reverse())
})

test("a follower whose work fails hears the same events again", async () => {
  const name = rareWord()
  await follow(name, async () => {})
  await storyIn("published")
  const fails = follow(name, async () => {
    throw new Error("not today")
  })
  await expect(fails).rejects.toThrow("not today")
  const heard: string[] = []
  await follow(name, async (_tx, events) => void heard.push(...events.map(({ act }) => act)))
  expect(heard).toEqual(["file", "publish"])
})
