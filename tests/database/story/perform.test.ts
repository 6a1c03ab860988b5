import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import pg from "pg"
import { db } from "@/lib/db.server"
import { CLOCK } from "@/lib/people/people"
import { findEvents, findHistory } from "@/lib/record/events.server"
import { contentHash, findLiveVersion, findVersions } from "@/lib/record/versions.server"
import { ACTS, type Act, rowOf } from "@/lib/story/acts"
import { performDue, untilNextDue } from "@/lib/story/clock.server"
import { findStory } from "@/lib/story/find.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Status, Story } from "@/lib/story/story"
import { cast, done, hire, openSection, paragraph, rareWord, storyIn } from "../../newsroom"

const HOUR = 3_600_000
const from = (hours: number) => new Date(Date.now() + hours * HOUR)

type Way = { state: Status; wrong: Status; reporter: boolean; ends: Status; version: number | null; after?: Act }

/** Each act: a state that it is for, one that it is not for, whether a reporter may, and what has to be planned for it to undo. */
const WAYS: Record<Act, Way> = {
  file: { state: "draft", wrong: "filed", reporter: true, ends: "filed", version: null },
  approve: { state: "filed", wrong: "spiked", reporter: false, ends: "filed", version: null },
  sendBack: { state: "filed", wrong: "draft", reporter: false, ends: "draft", version: null },
  schedule: { state: "filed", wrong: "published", reporter: false, ends: "scheduled", version: null },
  unschedule: { state: "scheduled", wrong: "draft", reporter: false, ends: "filed", version: null },
  publish: { state: "filed", wrong: "published", reporter: false, ends: "published", version: 1 },
  update: { state: "published", wrong: "filed", reporter: false, ends: "published", version: 2 },
  minor: { state: "published", wrong: "filed", reporter: false, ends: "published", version: 2 },
  scheduleChange: { state: "published", wrong: "filed", reporter: false, ends: "published", version: null },
  cancelChange: {
    ...{ state: "published", wrong: "filed", reporter: false, ends: "published", version: null },
    after: "scheduleChange",
  },
  embargo: { state: "draft", wrong: "published", reporter: true, ends: "draft", version: null },
  liftEmbargo: {
    ...{ state: "filed", wrong: "published", reporter: false, ends: "filed", version: null },
    after: "embargo",
  },
  withdrawLater: { state: "published", wrong: "withdrawn", reporter: false, ends: "published", version: null },
  keepUp: {
    ...{ state: "published", wrong: "withdrawn", reporter: false, ends: "published", version: null },
    after: "withdrawLater",
  },
  correct: { state: "published", wrong: "withdrawn", reporter: false, ends: "published", version: 2 },
  askWithdrawal: { state: "published", wrong: "filed", reporter: true, ends: "published", version: null },
  withdraw: { state: "published", wrong: "filed", reporter: false, ends: "withdrawn", version: null },
  remove: { state: "published", wrong: "filed", reporter: false, ends: "withdrawn", version: null },
  spike: { state: "draft", wrong: "published", reporter: false, ends: "spiked", version: null },
  restore: { state: "spiked", wrong: "draft", reporter: false, ends: "draft", version: null },
}

for (const act of Object.keys(ACTS) as Act[]) {
  const { state, wrong, reporter, ends, version, after: planned } = WAYS[act]
  const particulars = { note: "Because.", at: rowOf(act).asksWhen ? from(1) : null }

  async function ready() {
    const hired = await cast()
    // The desk's acts are Ben's; one is an administrator's alone.
    const people = act === "remove" ? { ...hired, ben: hired.cleo } : hired
    const story = await storyIn(state)
    if (state !== "published" || ["correct", "withdraw", "remove"].includes(act))
      return { ...people, story: await plan(story) }
    const saving = await saveDraft(people.ben, story.id, story.revision, { kicker: "New" })
    if (!("saved" in saving)) throw new Error("the update has nothing new")
    return { ...people, story: await plan(saving.saved) }
  }
  const plan = async (story: Story) => {
    if (!planned) return story
    const ben = await hire("editor")
    return done(await perform(ben, planned, story.id, story.revision, { note: "Then.", at: from(2) }))
  }
  const rowsOf = async (id: string) => ({
    story: await findStory(id),
    events: await db.storyEvent.count({ where: { storyId: id } }),
    versions: await db.version.count({ where: { storyId: id } }),
    addresses: await db.address.count({ where: { storyId: id } }),
  })

  test(`${act} works: the story, its line in the log, and the version that it makes or does not`, async () => {
    const { ben, story } = await ready()
    const before = await rowsOf(story.id)
    const performance = await perform(ben, act, story.id, story.revision, particulars)
    expect(performance).toMatchObject({ done: { status: ends, revision: story.revision + 1 }, version })
    const history = await findHistory(story.id)
    expect(history.at(-1)).toMatchObject({
      act,
      actor: { id: ben.id, name: ben.name },
      note: "Because.",
      from: state,
      to: ends,
      revision: story.revision + 1,
      version,
    })
    const after = await rowsOf(story.id)
    expect(after.events).toBe(before.events + 1)
    expect(after.versions).toBe(version ?? before.versions)
    const live = ends === "published" ? before.story?.liveRevision : null
    expect(after.story?.liveRevision ?? null).toBe(version ? story.revision + 1 : live)
  })

  test(`${act} is refused to who may not, in a state that it is not for, and for no story at all`, async () => {
    const { ada, ben, story } = await ready()
    const other = await storyIn(wrong)
    const [before, otherBefore] = [await rowsOf(story.id), await rowsOf(other.id)]
    if (!reporter)
      expect(await perform(ada, act, story.id, story.revision, particulars)).toMatchObject({ because: "no right" })
    const clocks = await perform(CLOCK, act, story.id, story.revision, particulars)
    expect(clocks).toMatchObject({ because: expect.stringMatching(/^no right$|^not ready$/) })
    // What was public once can be removed in every state: there it is the past that is missing.
    const because = act === "remove" ? "not ready" : "wrong state"
    expect(await perform(ben, act, other.id, other.revision, particulars)).toMatchObject({ because })
    expect(await perform(ben, act, randomUUID(), 1, particulars)).toMatchObject({ because: "not found" })
    expect([await rowsOf(story.id), await rowsOf(other.id)]).toEqual([before, otherBefore])
  })

  test(`${act} is not done when somebody else was faster: their story comes back, and nothing is written`, async () => {
    const { cleo, story } = await ready()
    if (state === "spiked") {
      await db.story.update({ where: { id: story.id }, data: { revision: { increment: 1 } } })
    } else {
      const theirs = await saveDraft(cleo, story.id, story.revision, { standfirst: "Theirs." })
      expect(theirs).toMatchObject({ saved: { revision: story.revision + 1 } })
    }
    const before = await rowsOf(story.id)
    const performance = await perform(cleo, act, story.id, story.revision, particulars)
    expect(performance).toEqual({ stale: before.story })
    expect(await rowsOf(story.id)).toEqual(before)
  })
}

test("a version keeps the words of its moment, and the names that people had then", async () => {
  const { ada, ben } = await cast()
  const story = await storyIn("filed", { byline: [{ personId: ada.id, name: "An old name" }, { name: "A guest" }] })
  await perform(ben, "publish", story.id, story.revision)
  await db.person.update({ where: { id: ada.id }, data: { name: "Ada Renamed" } })
  await saveDraft(ben, story.id, story.revision + 1, {
    headline: "Another headline",
    body: [paragraph("Other words.")],
  })
  const [first] = await findVersions(story.id)
  const names = [{ personId: ada.id, name: ada.name }, { name: "A guest" }]
  expect(first?.text).toEqual({ ...story.text, byline: names })
  await perform(ben, "correct", story.id, story.revision + 2, { note: "It was otherwise." })
  const [same, second] = await findVersions(story.id)
  expect(same).toEqual(first)
  expect(second).toMatchObject({ kind: "correct", note: "It was otherwise.", text: { headline: "Another headline" } })
  expect(second?.text.byline[0]?.name).toBe("Ada Renamed")
  expect(second?.publishedAt).toEqual(first?.publishedAt)
  expect(second?.sha256).toBe(contentHash(second?.text ?? story.text))
  expect((await findLiveVersion(story.id))?.number).toBe(2)
})

test("fifty people publish at the same moment: one event, one version, and everybody else is told", async () => {
  const ben = await hire("editor")
  const story = await storyIn("filed")
  const all = await Promise.all(Array.from({ length: 50 }, () => perform(ben, "publish", story.id, story.revision)))
  expect(all.filter((one) => "done" in one)).toHaveLength(1)
  for (const one of all)
    if ("stale" in one) expect(one.stale.status).toBe("published")
    else expect(one).not.toHaveProperty("refused")
  expect(await db.storyEvent.count({ where: { storyId: story.id, act: "publish" } })).toBe(1)
  expect(await findVersions(story.id)).toHaveLength(1)
})

test("the log has no gap for whoever follows it while many acts are committed at once", async () => {
  const ben = await hire("editor")
  const stories = await Promise.all(Array.from({ length: 40 }, () => storyIn("draft")))
  const { last: start } = await db.eventCounter.findUniqueOrThrow({ where: { id: 1 } })
  let writing = true
  const followed: number[] = []
  const follow = async () => {
    for (let more = true; more; ) {
      more = writing
      const lines = await findEvents(followed.at(-1) ?? start, 1_000)
      followed.push(...lines.map(({ position }) => position))
    }
  }
  const write = async () => {
    const answers = await Promise.all(
      stories.flatMap(({ id }) => [perform(ben, "publish", id, 1), perform(ben, "spike", id, 1)]),
    )
    writing = false
    return answers.flatMap((one) => ("done" in one ? one.event.position : []))
  }
  const [positions] = await Promise.all([write(), follow()])
  expect(positions).toHaveLength(40)
  expect(followed).toEqual(followed.map((_, index) => start + 1 + index))
  for (const position of positions) expect(followed).toContain(position)
})

test("an act that fails half-way leaves nothing, and no gap", async () => {
  const ben = await hire("editor")
  const [story, other] = [await storyIn("filed"), await storyIn("filed")]
  // After a version with the largest number there is, the insert of the next one fails.
  await perform(ben, "publish", story.id, story.revision)
  const { id: _, ...version } = await db.version.findFirstOrThrow({ where: { storyId: story.id } })
  const taken = { ...version, number: 2 ** 31 - 1, byline: [], body: [], related: [] }
  await db.version.create({ data: taken })
  const before = await findStory(story.id)
  const events = await db.storyEvent.count({ where: { storyId: story.id } })
  await expect(perform(ben, "correct", story.id, 3, { note: "x" })).rejects.toThrow()
  expect(await findStory(story.id)).toEqual(before)
  expect(await db.storyEvent.count({ where: { storyId: story.id } })).toBe(events)
  done(await perform(ben, "publish", other.id, other.revision))
  const [counts] = await db.$queryRaw<[{ rows: number; top: number }]>`
    SELECT count(*)::int AS rows, max(position) AS top FROM "StoryEvent"`
  expect(counts.rows).toBe(counts.top)
})

test("listeners hear of an act when it is committed", async () => {
  const ben = await hire("editor")
  const story = await storyIn("filed")
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query("LISTEN story_event")
    const heard: string[] = []
    client.on("notification", ({ payload }) => heard.push(payload ?? ""))
    const performance = await perform(ben, "publish", story.id, story.revision)
    const position = "event" in performance ? String(performance.event.position) : "none"
    await expect.poll(() => heard).toContain(position)
  } finally {
    await client.end()
  }
})

test("an act that readers see names every page that it touches, before and after; another names none", async () => {
  const { ada, ben } = await cast()
  const [before, after] = [await openSection(), await openSection()]
  const story = await storyIn("filed", { section: before.slug, byline: [{ personId: ada.id, name: ada.name }] })
  const published = await perform(ben, "publish", story.id, story.revision)
  const saved = await saveDraft(ben, story.id, done(published).revision, { section: after.slug, byline: [] })
  if (!("saved" in saved)) throw new Error("not saved")
  await perform(ben, "update", story.id, saved.saved.revision)
  const tags = (await findHistory(story.id)).map((event) => event.tags.toSorted())
  const own = [`person:${ada.id}`, `section:${before.slug}`, `story:${story.id}`]
  expect(tags).toEqual([[], ["paper", ...own].toSorted(), ["paper", ...own, `section:${after.slug}`].toSorted()])
})

test("the clock publishes what is due, each story once however many clocks there are", async () => {
  const ben = await hire("editor")
  const due = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const story = await storyIn("filed")
      return done(await perform(ben, "schedule", story.id, story.revision, { at: from(-1) }, from(-2)))
    }),
  )
  const later = await storyIn("scheduled")
  await Promise.all(Array.from({ length: 6 }, performDue))
  for (const { id } of due) {
    expect(await findStory(id)).toMatchObject({ status: "published", publishAt: null })
    const published = (await findHistory(id)).filter(({ act }) => act === "publish")
    expect(published).toMatchObject([{ actor: null, from: "scheduled", version: 1 }])
  }
  expect(await findStory(later.id)).toMatchObject({ status: "scheduled" })
  const wait = (await untilNextDue()) ?? Number.NaN
  expect(wait, "the clock knows when the next one is due").toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual((later.publishAt?.getTime() ?? 0) - Date.now() + HOUR)
})

test("a due story that an editor emptied stays scheduled, and the clock goes on", async () => {
  const ben = await hire("editor")
  const story = await storyIn("filed")
  await perform(ben, "schedule", story.id, story.revision, { at: from(1) })
  await saveDraft(ben, story.id, story.revision + 1, { headline: "" })
  await db.story.update({ where: { id: story.id }, data: { publishAt: from(-1) } })
  await performDue()
  expect(await findStory(story.id)).toMatchObject({ status: "scheduled" })
  // restored for the other tests' clocks
  await perform(ben, "spike", story.id, story.revision + 2)
})

test("an address that readers know leads to one story for ever", async () => {
  const ben = await hire("editor")
  const slug = rareWord()
  const first = await storyIn("published", { slug })
  const moved = await saveDraft(ben, first.id, first.revision, { slug: `${slug}-moved` })
  expect(moved).toMatchObject({ saved: { text: { slug: `${slug}-moved` } } })
  expect((await findLiveVersion(first.id))?.text.slug, "readers see the old one until the update").toBe(slug)
  await perform(ben, "update", first.id, first.revision + 1)
  expect((await findLiveVersion(first.id))?.text.slug).toBe(`${slug}-moved`)
  const addresses = await db.address.findMany({ where: { storyId: first.id } })
  expect(addresses.map((one) => one.slug).sort()).toEqual([slug, `${slug}-moved`])

  const other = await storyIn("filed")
  expect(await saveDraft(ben, other.id, other.revision, { slug })).toMatchObject({
    because: "bad input",
    fields: { slug: expect.stringContaining("had it before readers") },
  })
  // had somebody slipped in between, publishing refuses all the same
  await db.story.update({ where: { id: other.id }, data: { slug } })
  expect(await perform(ben, "publish", other.id, other.revision)).toMatchObject({
    because: "not ready",
    refused: expect.stringContaining("another story at this address"),
  })
})
