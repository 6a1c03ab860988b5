import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { readiness } from "@/lib/health.server"
import { announce } from "@/lib/record/events.server"
import { transaction } from "@/lib/transaction.server"
import type { Cdn } from "@/server/cdn/cdn"
import { fastly } from "@/server/cdn/fastly"
import { openPurges } from "@/server/cdn/purges"
import { fastlyApi } from "../../cdn-api"
import { rareWord } from "../../newsroom"

const databaseUrl = process.env.DATABASE_URL ?? ""

const change = (...tags: string[]) =>
  transaction((tx) => announce(tx, { what: "drill", tags, actorId: null, at: new Date() }))

/** A stand-in of Fastly's API, and a node that tells it. */
async function nodeAndCdn(given: { fails?: () => boolean; slowestNode?: number } = {}) {
  const service = rareWord()
  const { api, asked, close } = await fastlyApi(service, "secret", given.fails)
  const cdn = fastly({ kind: "fastly", service, token: "secret", api })
  const complaints: string[] = []
  const open = (other: Cdn = cdn) =>
    openPurges({
      ...{ databaseUrl, cdn: other, complain: (why: string) => complaints.push(why) },
      slowestNode: given.slowestNode ?? 600,
    })
  /** every tag that it was told to forget, in order; "*" for everything */
  const told = () =>
    asked.flatMap(({ path, headers }) => (path.endsWith("all") ? ["*"] : String(headers["surrogate-key"]).split(" ")))
  const position = async () => {
    const row = await db.follower.findUnique({ where: { name: `cdn ${cdn.name}` } })
    const { last } = await db.eventCounter.findFirstOrThrow()
    return { position: row?.position ?? null, last, problem: row?.problem ?? null }
  }
  return { cdn, open, told, close, complaints, asked, position }
}

test("a cache that was never told anything forgets everything; then each change is told by its tags", async () => {
  const { open, told, close } = await nodeAndCdn()
  const node = open()
  const word = rareWord()
  try {
    await expect.poll(told, { timeout: 10_000 }).toEqual(["*"])
    await change(`story:${word}`, "paper")
    node.wake()
    await expect.poll(told).toContain(`story:${word}`)
    expect(told().filter((tag) => tag === "*")).toHaveLength(1)
  } finally {
    await node.close()
    close()
  }
})

test("of two nodes one tells it, and when that one is gone the other goes on from where it was", async () => {
  const { open, told, close, asked } = await nodeAndCdn()
  const [first, second] = [open(), open()]
  const words = Array.from({ length: 12 }, () => `story:${rareWord()}`)
  const count = (tag: string) => told().filter((one) => one === tag).length
  try {
    await expect.poll(() => count("*"), { timeout: 10_000 }).toBe(1)
    for (const [at, word] of words.entries()) {
      await change(word)
      first.wake()
      second.wake()
      if (at === 5) await first.close()
    }
    await expect.poll(() => words.filter((word) => count(word) === 0), { timeout: 10_000 }).toEqual([])
    // The one call that was under way when the first one ended is made again, and nothing else is.
    const calls = asked.map(({ headers }) => String(headers["surrogate-key"] ?? "").split(" "))
    const again = words.filter((word) => count(word) > 1)
    expect(again.filter((word) => count(word) > 2)).toEqual([])
    expect(calls.findIndex((tags) => again.every((word) => tags.includes(word)))).not.toBe(-1)
    expect(count("*")).toBe(1)
  } finally {
    await Promise.all([first.close(), second.close()])
    close()
  }
})

test("what it did not take is told again until it does, in order, and health says so meanwhile", async () => {
  let fails = false
  const { open, told, close, complaints, position } = await nodeAndCdn({ fails: () => fails })
  const node = open()
  const word = `story:${rareWord()}`
  const before = process.env.CDN
  process.env.CDN = "fastly"
  try {
    await expect.poll(told, { timeout: 10_000 }).toContain("*")
    await expect.poll(async () => (await position()).position).toBeGreaterThanOrEqual(0)
    fails = true
    await change(word)
    node.wake()
    await expect.poll(() => complaints.length).toBeGreaterThan(0)
    await expect.poll(async () => (await position()).problem).toContain("answered 503")
    const { checks } = await readiness()
    expect(checks.cdn).toMatchObject({ ok: true, reason: expect.stringContaining("cannot be told") })
    fails = false
    await expect.poll(async () => (await position()).problem, { timeout: 15_000 }).toBeNull()
    expect(told().filter((tag) => tag === word).length).toBeGreaterThan(1)
  } finally {
    if (before === undefined) delete process.env.CDN
    else process.env.CDN = before
    await node.close()
    close()
  }
})

test("each change is told once more when every node has heard of it", async () => {
  const { open, told, close } = await nodeAndCdn({ slowestNode: 1.5 })
  const node = open()
  const word = `story:${rareWord()}`
  const count = () => told().filter((tag) => tag === word).length
  try {
    await expect.poll(() => told().filter((tag) => tag === "*").length, { timeout: 10_000 }).toBe(2)
    const began = Date.now()
    await change(word)
    node.wake()
    await expect.poll(count).toBe(1)
    await expect.poll(count, { timeout: 10_000 }).toBe(2)
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_400)
  } finally {
    await node.close()
    close()
  }
})

test("many tags go in several calls, and a position that the log does not have means everything", async () => {
  const { open, told, close, cdn, asked } = await nodeAndCdn()
  let node = open()
  try {
    await expect.poll(told, { timeout: 10_000 }).toEqual(["*"])
    const tags = Array.from({ length: 600 }, (_, at) => `story:${at}-${rareWord()}`)
    await change(...tags)
    node.wake()
    await expect.poll(() => tags.filter((tag) => !told().includes(tag)), { timeout: 10_000 }).toEqual([])
    for (const { headers } of asked)
      expect(String(headers["surrogate-key"] ?? "").split(" ").length).toBeLessThanOrEqual(256)
    await node.close()
    await db.follower.update({ where: { name: `cdn ${cdn.name}` }, data: { position: 2_000_000_000 } })
    node = open()
    await expect.poll(() => told().filter((tag) => tag === "*").length, { timeout: 10_000 }).toBe(2)
  } finally {
    await node.close()
    close()
  }
})
