import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { rangeOfDay } from "@/lib/archive/days"
import { findAround, findPublished, findSpan, findWithStories } from "@/lib/archive/find.server"
import { db } from "@/lib/db.server"
import { findLastChange, presentPosition } from "@/lib/record/last-change.server"
import { TAGS } from "@/lib/record/tags"
import { perform } from "@/lib/story/perform.server"
import { findNews, findPlacesOf, findSitemaps } from "@/lib/story/places.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story } from "@/lib/story/story"
import { cast, done, storyIn } from "../newsroom"
import { makeLive, makePaper, makeVersion, placesOfPaper, takeAway } from "../paper"
import { inADatabaseOfItsOwn } from "./own-database"

inADatabaseOfItsOwn()

const HOUR = 60 * 60 * 1_000

/** Every day with its stories, as it is kept. */
const daysKept = async () => {
  const days = await db.publishedDay.findMany({ where: { stories: { gt: 0 } }, orderBy: { day: "asc" } })
  return days.map(({ day, stories }) => [day.toISOString().slice(0, 10), stories])
}

async function change(story: Story, act: "update" | "correct") {
  const { ben } = await cast()
  const saved = await saveDraft(ben, story.id, story.revision, { standfirst: "Changed." })
  if (!("saved" in saved)) throw new Error("not saved")
  return done(await perform(ben, act, story.id, saved.saved.revision, { note: "It was wrong." }))
}

test("a paper without stories has no sitemaps of them and no archive", async () => {
  expect(await findSitemaps()).toEqual([])
  expect(await findSpan()).toBeNull()
  expect(await findPlacesOf("2026-11")).toBeNull()
})

test("a story counts for its day once, through every act, and no longer when it is withdrawn", async () => {
  const { ada, ben } = await cast()
  const count = async () => (await db.publishedDay.findMany()).reduce((sum, { stories }) => sum + stories, 0)
  const before = await count()
  let story = await storyIn("filed")
  expect(await count()).toBe(before)
  story = done(await perform(ben, "publish", story.id, story.revision))
  expect(await count()).toBe(before + 1)
  story = await change(story, "update")
  story = await change(story, "correct")
  expect(await count()).toBe(before + 1)
  story = done(await perform(ben, "withdraw", story.id, story.revision, { note: "It was wrong." }))
  expect(await count()).toBe(before)
  story = done(await perform(ben, "restore", story.id, story.revision))
  story = done(await perform(ada, "file", story.id, story.revision))
  expect(await count()).toBe(before)
  done(await perform(ben, "publish", story.id, story.revision))
  expect(await count()).toBe(before + 1)
  const kept = [await daysKept(), await db.tagChange.findMany({ orderBy: { tag: "asc" } })]
  await db.$queryRaw`SELECT work_out_days_and_tags()::text`
  expect([await daysKept(), await db.tagChange.findMany({ orderBy: { tag: "asc" } })]).toEqual(kept)
})

test("a sitemap changed when one of its stories came, changed or went", async () => {
  const paper = await makePaper()
  const story = await makeLive(paper, { publishedAt: new Date("1999-05-05T10:00:00Z") })
  await makeLive(paper, { publishedAt: new Date("1999-05-06T10:00:00Z") })
  const changed = async () => (await findSitemaps()).find(({ name }) => name === "1999-05")?.changed.toISOString()
  expect(await changed()).toBe("1999-05-06T10:00:00.000Z")
  await makeVersion(story.id, "update", {}, "", new Date("1999-07-01T10:00:00Z"))
  expect(await changed()).toBe("1999-07-01T10:00:00.000Z")
  await takeAway(story.id, "Wrong.", new Date("1999-08-01T10:00:00Z"))
  expect(await changed()).toBe("1999-08-01T10:00:00.000Z")
  expect((await findPlacesOf("1999-05"))?.map(({ publishedAt }) => publishedAt.getUTCDate())).toEqual([6])
})

test("sitemaps name the pictures that a story shows, and none that is not in our hands", async () => {
  const paper = await makePaper()
  const data = { width: 1_600, height: 900, widths: [480, 1_600], sha256: randomUUID(), uploadedById: paper.person.id }
  const { id } = await db.picture.create({ data })
  const words = { caption: "A caption", credit: "A credit", alt: "A picture" }
  const picture = (pictureId: string | null, at: number) => ({ kind: "picture", id: `p${at}`, pictureId, ...words })
  const body = [id, randomUUID(), null, id].map(picture)
  const story = await makeLive(paper, { body })
  const place = (await placesOfPaper()).find(({ address }) => address === story.address)
  expect(place?.images).toEqual([`/api/pictures/${id}-1600.jpg`])
})

test("news is two days old at most, and it is known when the oldest of it ceases to be", async () => {
  const now = new Date("2001-01-10T12:00:00Z")
  const paper = await makePaper()
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR)
  const [old, oldest, newest] = [ago(48), ago(47), ago(1)]
  for (const publishedAt of [old, oldest, newest]) await makeLive(paper, { publishedAt })
  const { places, until, lastGone } = await findNews(now)
  const ours = places.map(({ publishedAt }) => publishedAt).filter((at) => at <= now)
  expect(ours).toEqual([newest, oldest])
  expect(until).toEqual(new Date(now.getTime() + HOUR))
  expect(lastGone).toEqual(now)
})

test("the last change is the last event that touched one of the tags, and unknown where there was one since", async () => {
  const story = await storyIn("published")
  const [first] = await db.storyEvent.findMany({ where: { storyId: story.id, act: "publish" } })
  const position = await presentPosition()
  expect(await findLastChange([TAGS.story(story.id)])).toEqual(first?.at)
  await storyIn("published")
  expect(await findLastChange([TAGS.story(story.id)])).toEqual(first?.at)
  await change(story, "update")
  const [second] = await db.storyEvent.findMany({ where: { storyId: story.id, act: "update" } })
  expect(await findLastChange([TAGS.story(story.id)])).toEqual(second?.at)
  expect(await findLastChange([TAGS.story(story.id)], position)).toBeNull()
  expect(await findLastChange([TAGS.story(randomUUID())], position)).toBeNull()
})

test("the archive keeps to the paper's clock on the days when it is changed", async () => {
  const paper = await makePaper()
  const at = (text: string) => makeLive(paper, { headline: text, publishedAt: new Date(text) })
  const times = ["2003-03-29T22:59:59Z", "2003-03-29T23:00:00Z", "2003-03-30T21:59:59Z", "2003-03-30T22:00:00Z"]
  const autumn = ["2003-10-25T21:59:59Z", "2003-10-25T22:00:00Z", "2003-10-26T22:59:59Z", "2003-10-26T23:00:00Z"]
  for (const time of [...times, ...autumn]) await at(time)
  const headlines = async (month: number, day: number) =>
    (await findPublished(rangeOfDay({ year: 2003, month, day }), 1)).stories.map(({ headline }) => headline)
  expect(await headlines(3, 30)).toEqual([times[2], times[1]])
  expect(await headlines(10, 26)).toEqual([autumn[2], autumn[1]])
})

test("the archive finds days with stories, and the nearest on either side of one", async () => {
  const paper = await makePaper()
  const day = (number: number) => ({ number, ...rangeOfDay({ year: 1990, month: 6, day: number }) })
  const noon = (number: number) => new Date(Date.UTC(1990, 5, number, 12))
  const gone = await makeLive(paper, { publishedAt: noon(3) })
  await takeAway(gone.id, "Wrong.")
  for (const number of [2, 4, 8]) await makeLive(paper, { publishedAt: noon(number) })
  const days = Array.from({ length: 30 }, (_, index) => day(index + 1))
  expect((await findWithStories(days)).map(({ number }) => number)).toEqual([2, 4, 8])
  expect(await findAround(day(3))).toEqual({ before: noon(2), after: noon(4) })
  expect((await findSpan())?.first).toEqual(noon(2))
})
