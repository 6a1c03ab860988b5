import { expect, test } from "@playwright/test"
import pg from "pg"
import { db } from "@/lib/db.server"
import { performDue } from "@/lib/story/clock.server"
import { findStory } from "@/lib/story/find.server"
import { perform } from "@/lib/story/perform.server"
import { ask } from "@/server/database"
import { questionOf } from "@/server/pages/known"
import { done, hire, storyIn } from "../../newsroom"

const HOUR = 3_600_000
const from = (hours: number) => new Date(Date.now() + hours * HOUR)

/** Is there a page at the address of a story, as the front process asks the database before it has Next make one? */
async function isThere({ section, slug }: { section: string; slug: string }) {
  const question = questionOf(`/${section}/${slug}`)
  if (!question || question === "nothing") throw new Error("the database is not asked")
  const [row] = await ask<{ there: boolean }>(process.env.DATABASE_URL ?? "", question.sql, question.values)
  return row?.there
}

async function scheduled(at: Date) {
  const ben = await hire("editor")
  const story = await storyIn("draft")
  return done(await perform(ben, "schedule", story.id, story.revision, { at }, from(-3)))
}

test("a story that is due has its address before a clock has done it, and not a moment before it is due", async () => {
  expect(await isThere((await scheduled(from(1))).text), "still to come").toBe(false)
  // Seen within the transaction alone, so that no clock of another test does it meanwhile.
  const { text, id } = await scheduled(from(1))
  const { sql, values } = questionOf(`/${text.section}/${text.slug}`) as { sql: string; values: string[] }
  await db.$transaction(async (tx) => {
    await tx.story.updateMany({ where: { id }, data: { publishAt: from(-1) } })
    expect(await tx.$queryRawUnsafe(sql, ...values), "due").toEqual([{ there: true }])
    await tx.story.updateMany({ where: { id }, data: { publishAt: from(1) } })
  })
})

test("whoever asks for what is due while it is being done is answered when what was due by then is done", async () => {
  const { id } = await scheduled(from(1))
  const many = await Promise.all(Array.from({ length: 24 }, () => scheduled(from(-1))))
  const ids = many.map((story) => story.id)
  const first = performDue()
  await expect.poll(() => db.story.count({ where: { id: { in: ids }, status: "published" } })).toBeGreaterThan(0)
  // Before what is being done: this round has passed it.
  await db.story.updateMany({ where: { id }, data: { publishAt: from(-2) } })
  const [second, third] = [performDue(), performDue()]
  await second
  expect((await findStory(id))?.status).toBe("published")
  await Promise.all([first, third])
})

test("what another process is at is waited for, and what comes after it is not held up by it", async () => {
  const [held, free] = [await scheduled(from(-2)), await scheduled(from(-1))]
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  try {
    await other.query("BEGIN")
    await other.query('SELECT FROM "Story" WHERE id = $1 FOR NO KEY UPDATE', [held.id])
    let settled = false
    const performing = performDue().finally(() => {
      settled = true
    })
    await expect.poll(async () => (await findStory(free.id))?.status).toBe("published")
    expect([settled, (await findStory(held.id))?.status]).toEqual([false, "scheduled"])
    await other.query("ROLLBACK")
    await performing
    expect((await findStory(held.id))?.status).toBe("published")
  } finally {
    await other.end()
  }
})
