import { expect } from "@playwright/test"
import pg from "pg"
import { ask } from "@/server/database"
import type { deskAt } from "./desk"
import type { Nodes } from "./nodes"

/** What became of a story: how long after its time it was public, in milliseconds; how often it was published, and whether by a person. */
export type Due = { late: number; count: number; moved: boolean; second: number }

/** So long the stories of a burst are due one after the other, in milliseconds. */
const SPAN = 10_000

/**
 * Schedules so many stories through three nodes, all of them due within ten seconds of each other, kills the second and third while they are,
 * and looks ten times a second when each is public, by the database's time. `byHand`: so long it took to schedule them.
 */
export async function burst(nodes: Nodes, many: number): Promise<{ due: Due[]; byHand: number }> {
  // One connection for all that is looked up meanwhile: a new one each time would take from what is measured.
  const watcher = new pg.Client(nodes.server.url)
  await watcher.connect()
  try {
    const drafts = await spread(nodes, Array.from({ length: many }), (_, one, at) => one.write(`Due ${at}`, "world"))
    const begin = (await timeOf(watcher)) + 60_000
    const started = performance.now()
    await spread(nodes, drafts, (told, one, at) => one.schedule(told, new Date(begin + Math.floor((at * SPAN) / many))))
    const byHand = performance.now() - started
    expect(await timeOf(watcher), "all were scheduled before the first was due").toBeLessThan(begin)

    const ids = drafts.map(({ id }) => id)
    const seen = publicWhen(watcher, ids)
    for (const [index, within] of [
      [1, 1_000 + Math.random() * 3_000],
      [2, 5_000 + Math.random() * 3_000],
    ] as const) {
      await expect.poll(() => timeOf(watcher), { timeout: 90_000, intervals: [100] }).toBeGreaterThan(begin + within)
      await nodes.cut(index)
    }
    return { due: await whatBecame(nodes.server.url, ids, begin, await seen), byHand }
  } finally {
    await watcher.end()
  }
}

async function whatBecame(
  url: string,
  ids: string[],
  begin: number,
  when: ReadonlyMap<string, number>,
): Promise<Due[]> {
  const rows = await ask<{ id: string; due: Date; count: number; moved: boolean }>(
    url,
    `SELECT "storyId" AS id, min(due) FILTER (WHERE act = 'schedule') AS due,
       count(*) FILTER (WHERE act = 'publish')::int AS count, bool_or("actorId" IS NOT NULL) FILTER (WHERE act = 'publish') AS moved
     FROM "StoryEvent" WHERE "storyId" = ANY($1::uuid[]) GROUP BY "storyId"`,
    [ids],
  )
  return rows.map(({ id, due, count, moved }) => ({
    late: (when.get(id) ?? Number.NaN) - due.getTime(),
    second: Math.floor((due.getTime() - begin) / 1_000),
    ...{ count, moved },
  }))
}

async function timeOf(watcher: pg.Client) {
  const { rows } = await watcher.query<{ at: Date }>("SELECT clock_timestamp() AS at")
  return rows[0]?.at.getTime() ?? Number.NaN
}

/** When each of these was first seen to be public by somebody who looks ten times a second, by the database's time. */
async function publicWhen(watcher: pg.Client, ids: readonly string[]) {
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
  nodes: Nodes,
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
