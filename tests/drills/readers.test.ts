import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "@playwright/test"
import { ask } from "@/server/database"
import { ownServer } from "./own-server"
import { childrenOf, killHard, newPlace, recovers, type Start, serving, start, stop } from "./start"

// Readers go on reading, whatever dies behind the pages.

const pathsOf = async ({ origin }: Start) => {
  const sitemap = await (await fetch(`${origin}/feed.json`)).json()
  return ["/", ...sitemap.items.slice(0, 6).map(({ url }: { url: string }) => new URL(url).pathname)]
}

const statusesOf = (paper: Start, paths: string[]) =>
  Promise.all(paths.map(async (path) => (await fetch(paper.origin + path)).status))

test("with PostgreSQL away, pages that were read before are read on, and say how old they are; then all is anew", async () => {
  const server = await ownServer()
  const place = await newPlace()
  try {
    const paper = await serving(start(place, { DATABASE_URL: server.url, NODE_ENV: "development" }))
    try {
      const paths = await pathsOf(paper)
      expect(new Set(await statusesOf(paper, paths))).toEqual(new Set([200]))
      await server.down()
      await expect.poll(async () => (await fetch(paper.origin)).headers.get("age")).not.toBeNull()
      for (let round = 0; round < 20; round++) {
        expect(new Set(await statusesOf(paper, paths))).toEqual(new Set([200]))
        await sleep(50)
      }
      expect((await fetch(`${paper.origin}/not-read-before`)).status).toBe(503)
      await server.up()
      await expect.poll(async () => (await fetch(paper.origin)).headers.get("age"), { timeout: 30_000 }).toBeNull()
      const [story] = await ask<{ id: string; slug: string }>(
        server.url,
        `SELECT s.id, v.section || '/' || v.slug AS slug FROM "Story" s JOIN "Version" v ON v.id = s."liveId" LIMIT 1`,
      )
      await expect.poll(async () => (await fetch(`${paper.origin}/${story?.slug}`)).status).toBe(200)
    } finally {
      await stop(paper)
    }
  } finally {
    await server.down().catch(() => {})
    for (const one of [place, server]) one.remove()
  }
})

test("while the newsroom's process begins anew, its screens come back by themselves, and readers are told to try again", async () => {
  const place = await newPlace()
  try {
    const paper = await serving(start(place))
    try {
      killHard((await childrenOf(place)).next)
      const [screen, page] = ["/newsroom/sign-in", "/search?q=never-read"]
      const asked = (path: string) => fetch(paper.origin + path)
      // Both are asked at once: whoever comes a moment later may find it there again.
      let answers: Response[] = []
      const statuses = async () => {
        answers = await Promise.all([asked(screen), asked(page)])
        return answers.map(({ status }) => status).join()
      }
      await expect.poll(statuses, { intervals: [20], timeout: 30_000 }).toBe("503,503")
      const [ofScreen, ofPage] = answers
      expect(ofScreen?.headers.get("refresh")).toBe("3")
      expect(ofPage?.headers.get("refresh")).toBeNull()
      expect(ofPage?.headers.get("retry-after")).toBe("2")
      await recovers(paper)
      expect((await asked(screen)).status).toBe(200)
    } finally {
      await stop(paper)
    }
  } finally {
    place.remove()
  }
})

test("with two workers every reader is answered, also when one of them is killed, and an act is on the page at once", async () => {
  const place = await newPlace()
  try {
    const paper = await serving(start(place, { READER_WORKERS: "2" }))
    try {
      const paths = await pathsOf(paper)
      let failed = 0
      let reading = true
      const reader = async () => {
        while (reading)
          for (const path of paths) {
            const status = await fetch(paper.origin + path).then((answer) => answer.status, String)
            // A connection that a killed worker held is cut; the next one is answered.
            if (status !== 200) failed++
          }
      }
      const readers = [reader(), reader(), reader()]
      const [worker] = await workersOf(paper)
      process.kill(worker ?? 0, "SIGKILL")
      await expect.poll(async () => (await workersOf(paper)).length).toBe(2)
      reading = false
      await Promise.all(readers)
      expect(failed).toBeLessThan(10)
      for (let round = 0; round < 10; round++) expect(new Set(await statusesOf(paper, paths))).toEqual(new Set([200]))
    } finally {
      expect(await stop(paper)).toBe(0)
    }
    expect(await workersOf(paper)).toEqual([])
  } finally {
    place.remove()
  }
})

/** The processes that the front process has started. */
async function workersOf({ identity }: Start): Promise<number[]> {
  const { readdirSync, readFileSync } = await import("node:fs")
  const all = readdirSync("/proc").flatMap((name) => {
    try {
      const stat = /^\d+$/.test(name) ? readFileSync(`/proc/${name}/stat`, "utf8") : ""
      const [, parent] = /\) \S (\d+)/.exec(stat) ?? []
      return parent ? [{ pid: Number(name), parent: Number(parent) }] : []
    } catch {
      return []
    }
  })
  const isFront = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("server/front.ts")
  const fronts = all.filter(({ pid, parent }) => parent === identity.pid && isFront(pid))
  return all.filter(({ parent }) => fronts.some((front) => front.pid === parent)).map(({ pid }) => pid)
}
