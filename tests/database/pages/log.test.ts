import { setTimeout as sleep } from "node:timers/promises"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { keyOf } from "@/server/pages/address"
import type { Made } from "@/server/pages/kept"
import { followLog, type Log } from "@/server/pages/log"
import { openPress } from "@/server/pages/press"
import { cast, done, hire, storyIn } from "../../newsroom"

// One after the other: the last one cuts the connections of all.
test.describe.configure({ mode: "default" })

const URL_OF_DATABASE = process.env.DATABASE_URL ?? ""

/** A press on the real log. Its pages are a story's live headline, read from the database a moment after they are begun. */
async function pressOnLog(slow: () => number) {
  let log: Log | undefined
  const press = openPress({
    bytes: 10_000_000,
    log: () => log,
    render: async (key) => {
      const id = key.slice(1)
      const version = await db.version.findFirst({ where: { liveOf: { id } }, select: { headline: true } })
      await sleep(slow())
      const made: Made = {
        ...{ status: version ? 200 : 404, text: version?.headline ?? "nothing", headers: {} },
        ...{ tags: [`story:${id}`], until: Number.POSITIVE_INFINITY },
      }
      return { made }
    },
  })
  log = await followLog(URL_OF_DATABASE, { onChanges: press.change, onLost: () => {}, onBack: press.doubt })
  const read = async (id: string) => {
    const printed = await press.get(keyOf(new URL(`http://paper.test/${id}`)))
    if (!("kept" in printed)) throw new Error(JSON.stringify(printed))
    return printed.kept.identity.body.toString()
  }
  return { press, log, read, close: log.close }
}

test("whoever is told that it was done finds it on the page, and nobody ever sees an older page after a newer one", async () => {
  const { ben } = await cast()
  const story = done(await perform(ben, "publish", ...of(await storyIn("filed", { headline: "Headline 0" }))))
  const { read, log, close } = await pressOnLog(() => Math.random() * 400)
  let reading = true
  try {
    let older = 0
    const seen: number[] = []
    const reader = async () => {
      for (let last = 0; reading; ) {
        const number = Number(/\d+$/.exec(await read(story.id))?.[0] ?? 0)
        if (number < last) older++
        last = number
        seen.push(number)
        // From memory a page comes without a pause: let the others have their turn.
        await sleep(1)
      }
    }
    const readers = Array.from({ length: 6 }, reader)
    let { revision } = story
    const asked: Promise<boolean>[] = []
    for (let number = 1; number <= 25; number++) {
      const saved = await saveDraft(ben, story.id, revision, { headline: `Headline ${number}` })
      if (!("saved" in saved)) throw new Error("not saved")
      revision = done(await perform(ben, "update", story.id, saved.saved.revision)).revision
      await log.follow()
      const seesIt = read(story.id).then((text) => Number(/\d+$/.exec(text)?.[0]) >= number)
      asked.push(seesIt)
      // Mostly not awaited: the next act comes while this page is being made. Now and then one is finished in between.
      if (number % 5 === 0) await seesIt
    }
    expect(await Promise.all(asked)).not.toContain(false)
    reading = false
    await Promise.all(readers)
    expect(older).toBe(0)
    expect(new Set(seen).size).toBeGreaterThan(4)
  } finally {
    reading = false
    await close()
  }
})

test("an act is heard of without being asked for, and a story that was looked for too early is found", async () => {
  const ben = await hire("editor")
  const story = await storyIn("filed")
  const { press, read, close } = await pressOnLog(() => 0)
  try {
    expect(await read(story.id)).toBe("nothing")
    expect(press.rooms.has(`/${story.id}`)).toBe(true)
    await perform(ben, "publish", ...of(story))
    await expect.poll(() => press.rooms.has(`/${story.id}`)).toBe(false)
    expect(await read(story.id)).toBe(story.text.headline)
  } finally {
    await close()
  }
})

test("a connection that is cut is noticed and made again, and what happened meanwhile is found in the log", async () => {
  const ben = await hire("editor")
  const story = done(await perform(ben, "publish", ...of(await storyIn("filed"))))
  const { press, log, read, close } = await pressOnLog(() => 0)
  try {
    await read(story.id)
    expect(press.rooms.has(`/${story.id}`)).toBe(true)
    const cut = () => db.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'standfirst pages' AND datname = current_database()`
    await cut()
    await expect.poll(() => log.connected()).toBe(false)
    await perform(ben, "withdraw", story.id, story.revision, { note: "It never happened." })
    // Whoever is told that it was done need not wait for the next attempt: it is made for them.
    expect(await log.follow()).toBe(true)
    expect(press.rooms.has(`/${story.id}`)).toBe(false)
    expect(await read(story.id)).toBe("nothing")
  } finally {
    await close()
  }
})

const of = ({ id, revision }: { id: string; revision: number }): [string, number] => [id, revision]
