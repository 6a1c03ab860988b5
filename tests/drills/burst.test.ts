import { expect, test } from "@playwright/test"
import pg from "pg"
import { ask } from "@/server/database"
import type { deskAt } from "./desk"
import { type Nodes, openNodes } from "./nodes"
import { quantile } from "./quantile"

const MANY = Number(process.env.MANY ?? 500)

/** So late one in a hundred may be, in milliseconds; on a machine that is slow today, this part of the time in which the same machine took the orders. */
const BAR = 1_000
const PACE = 10

let nodes: Nodes
/** One connection for all that is looked up meanwhile: a new one each time would take from what is measured. */
let watcher: pg.Client

test.beforeAll(async () => {
  test.setTimeout(360_000)
  nodes = await openNodes(3)
  for (const index of [1, 2]) await nodes.open(index)
  watcher = new pg.Client(nodes.server.url)
  await watcher.connect()
})

test.afterAll(async () => {
  await watcher?.end()
  await nodes?.close()
})

test(`of ${MANY} stories that are due within ten seconds each goes out once, and in time, though nodes are killed`, async () => {
  test.setTimeout(600_000)
  const drafts = await spread(Array.from({ length: MANY }), (_, one, index) => one.write(`Due ${index}`, "world"))
  const ids = drafts.map(({ id }) => id)
  const begin = (await databaseTime()) + 60_000
  const started = performance.now()
  await spread(drafts, (told, one, index) => one.schedule(told, new Date(begin + Math.floor((index * 10_000) / MANY))))
  const byHand = performance.now() - started
  expect(await databaseTime(), "all were scheduled before the first was due").toBeLessThan(begin)

  const seen = publicWhen(ids)
  for (const [index, within] of [
    [1, 1_000 + Math.random() * 3_000],
    [2, 5_000 + Math.random() * 3_000],
  ] as const) {
    await expect.poll(databaseTime, { timeout: 90_000, intervals: [100] }).toBeGreaterThan(begin + within)
    await nodes.cut(index)
  }
  const when = await seen
  const rows = await ask<{ id: string; due: Date; count: number; moved: boolean }>(
    nodes.server.url,
    `SELECT "storyId" AS id, min(due) FILTER (WHERE act = 'schedule') AS due,
       count(*) FILTER (WHERE act = 'publish')::int AS count, bool_or("actorId" IS NOT NULL) FILTER (WHERE act = 'publish') AS moved
     FROM "StoryEvent" WHERE "storyId" = ANY($1::uuid[]) GROUP BY "storyId"`,
    [ids],
  )
  expect(rows).toHaveLength(MANY)
  expect(rows.filter(({ count, moved }) => count !== 1 || moved)).toEqual([])
  const late = rows.map(({ id, due }) => (when.get(id) ?? Number.NaN) - due.getTime())
  const bySecond = Array.from({ length: 10 }, (_, second) =>
    rows.flatMap(({ due }, at) => (Math.floor((due.getTime() - begin) / 1_000) === second ? (late[at] ?? 0) : [])),
  )
  test.info().annotations.push({
    type: "late by second",
    description: bySecond.map((ones) => Math.max(...ones).toFixed(0)).join(", "),
  })
  test.info().annotations.push({
    type: "late",
    description: [0.5, 0.9, 0.99, 1].map((part) => `p${part * 100} ${quantile(late, part).toFixed(0)} ms`).join(", "),
  })
  test.info().annotations.push({ type: "by hand", description: `${byHand.toFixed(0)} ms to schedule them` })
  expect(quantile(late, 0), "none before its time").toBeGreaterThanOrEqual(0)
  expect(quantile(late, 0.99)).toBeLessThanOrEqual(Math.max(BAR, byHand / PACE))
})

async function databaseTime() {
  const { rows } = await watcher.query<{ at: Date }>("SELECT clock_timestamp() AS at")
  return rows[0]?.at.getTime() ?? Number.NaN
}

/** When each of these was first seen to be public by somebody who looks ten times a second, by the database's time. */
async function publicWhen(ids: readonly string[]) {
  const when = new Map<string, number>()
  const look = async () => {
    const { rows } = await watcher.query<{ id: string; now: Date }>(
      `SELECT id, clock_timestamp() AS now FROM "Story" WHERE "liveId" IS NOT NULL AND id = ANY($1::uuid[])`,
      [ids],
    )
    for (const { id, now } of rows) if (!when.has(id)) when.set(id, now.getTime())
    return when.size
  }
  await expect.poll(look, { timeout: 180_000, intervals: [100] }).toBe(ids.length)
  return when
}

/** Does the work for each of these, a few at a time, on the nodes in turns. */
async function spread<T, R>(
  all: readonly T[],
  work: (one: T, desk: ReturnType<typeof deskAt>, index: number) => Promise<R>,
) {
  const [hands, done] = [[0, 1, 2].map((index) => nodes.desk(index)), [] as R[]]
  let next = 0
  const hand = async () => {
    for (let index = next++; index < all.length; index = next++) {
      const [one, desk] = [all[index], hands[index % hands.length]]
      if (desk) done[index] = await work(one as T, desk, index)
    }
  }
  await Promise.all(Array.from({ length: 6 }, hand))
  return done
}
