import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import type { Person } from "@/lib/people/people"
import { findPictureAtDesk } from "@/lib/pictures/at-desk.server"
import { changeRights, describePicture, type WordsGiven } from "@/lib/pictures/edit.server"
import { endRights } from "@/lib/pictures/ended.server"
import { findPictures } from "@/lib/pictures/find.server"
import { findLibrary } from "@/lib/pictures/library.server"
import { replacePicture } from "@/lib/pictures/replace.server"
import type { Rights } from "@/lib/pictures/rights"
import { standingOf } from "@/lib/pictures/standing.server"
import { storePicture } from "@/lib/pictures/store.server"
import { beginUpload, findUpload, forgetUploads, goOn } from "@/lib/pictures/uploads.server"
import { findEvents } from "@/lib/record/events.server"
import { findComing } from "@/lib/story/coming.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story } from "@/lib/story/story"
import { cast, done, hire, openSection, paragraph, rareWord, storyIn } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"

let folder: string
let people: Record<"ada" | "ben" | "cleo", Person>

test.describe.configure({ mode: "default" })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  process.env.DATA_DIR = folder
  people = await cast()
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const FREE: Rights = { for: "ours", sections: [], until: null, notIn: [], note: "" }
const jpeg = (width = 60) => redAndBlue({ width, height: 40 }).jpeg().toBuffer()
const ahead = (milliseconds: number) => new Date(Date.now() + milliseconds)

async function picture(words: Partial<WordsGiven> = {}): Promise<string> {
  const stored = await storePicture(people.ada, await jpeg(), { alt: "Red and blue", ...words }, { described: false })
  if ("refused" in stored) throw new Error(stored.refused)
  return stored.picture.id
}

const block = (pictureId: string) => ({
  ...{ id: rareWord(), kind: "picture" as const, pictureId },
  ...{ caption: "A caption", credit: "Ada", alt: "Two colours" },
})
const showing = (id: string, status: Parameters<typeof storyIn>[0] = "published", section?: string) =>
  storyIn(status, { body: [block(id), paragraph("Words.")], ...(section && { section }) })

async function live({ text }: Story) {
  const found = await findLive(text.section, text.slug)
  if (!("live" in found)) throw new Error("it is not live")
  return found.live
}

const limit = async (id: string, given: Partial<Rights>, actor = people.ben) => {
  const answer = await changeRights(actor, id, { ...FREE, ...given })
  return "done" in answer ? answer.done : answer.refused
}

test("an end of rights takes a picture off live pages at its moment, whether or not anybody notices", async () => {
  const id = await picture()
  const story = await showing(id)
  expect([(await live(story)).pictures.size, await standingOf(id)]).toEqual([1, "shown"])
  await limit(id, { until: ahead(60_000) })
  expect((await live(story)).picturesUntil).toHaveLength(1)
  // The minute goes by.
  await db.picture.update({ where: { id }, data: { rightsUntil: ahead(-1_000) } })
  expect([(await live(story)).pictures.size, await standingOf(id)]).toEqual([0, "gone"])

  await db.story.update({ where: { id: story.id }, data: { sharePicture: "with-the-picture.jpg" } })
  const before = await db.storyEvent.aggregate({ _max: { position: true } })
  await Promise.all([endRights(), endRights(), endRights()])
  const tag = `picture:${id}`
  const told = (await findEvents(before._max.position ?? 0, 1_000)).filter(({ tags }) => tags.includes(tag))
  expect(told).toMatchObject([{ act: "picture rights", actor: null }])
  expect((await db.story.findUniqueOrThrow({ where: { id: story.id } })).sharePicture).toBe("")
  expect((await findPictureAtDesk(id))?.events).toMatchObject([{ what: "ended", actor: null }, { what: "rights" }])

  expect(await limit(id, {})).toBe("The rights are saved.")
  expect([(await live(story)).pictures.size, await standingOf(id)]).toEqual([1, "shown"])
})

test("a picture that may not be used stops its story, with a sentence at the block", async () => {
  const [section, other] = [await openSection(), await openSection()]
  const id = await picture({ caption: "The strike" })
  await limit(id, { for: "sections", sections: [other.slug] })
  const story = await showing(id, "filed", section.slug)
  const publish = () => perform(people.ben, "publish", story.id, story.revision)
  const bar = `It is for ${other.name} only: take it out, or choose another one.`
  expect(await publish()).toEqual({
    refused: `The picture “The strike” may not be used. ${bar}`,
    because: "not ready",
    fields: { "body.0.pictureId": bar },
  })
  await limit(id, { until: ahead(3_600_000) })
  const late = { at: ahead(7_200_000) }
  expect(await perform(people.ben, "schedule", story.id, story.revision, late)).toMatchObject({ because: "not ready" })
  await limit(id, { notIn: ["BELGIUM"] })
  expect(await publish()).toMatchObject({ refused: expect.stringContaining("may not appear in Belgium") })
  await limit(id, { notIn: ["SPAIN"], note: "Ask first." })
  expect(await publish()).toHaveProperty("done")
})

test("a correction does not wait for a picture whose rights have ended on the page already", async () => {
  const id = await picture()
  const story = await showing(id)
  await limit(id, { until: ahead(-1_000) })
  const changed = await saveDraft(people.ben, story.id, story.revision, { standfirst: "Right." })
  if (!("saved" in changed)) throw new Error("it was not saved")
  const { revision } = changed.saved
  done(await perform(people.ben, "correct", story.id, revision, { note: "It was wrong." }))
})

test("a replacement is shown wherever the picture was, and the versions stay as they were", async () => {
  const id = await picture({ caption: "The strike", credit: "Belga" })
  const [story, draft] = [await showing(id), await showing(id, "draft")]
  await limit(id, { notIn: ["SPAIN"] })
  const version = () => db.version.findMany({ where: { storyId: story.id } })
  const before = await version()
  const replaced = await replacePicture(people.ben, id, await jpeg(50), "better.jpg")
  if (!replaced || "refused" in replaced) throw new Error(JSON.stringify(replaced))
  const next = replaced.picture.id
  expect((await live(story)).pictures.get(id)).toMatchObject({ id: next, width: 50 })
  expect((await live(story)).tags).toEqual(expect.arrayContaining([`picture:${id}`, `picture:${next}`]))
  expect((await findPictures([id])).get(id)).toMatchObject({ id: next })
  expect(await version()).toEqual(before)
  expect([await standingOf(id), await standingOf(next)]).toEqual(["gone", "shown"])

  const again = await replacePicture(people.ben, next, await jpeg(40), "best.jpg")
  if (!again || "refused" in again) throw new Error(JSON.stringify(again))
  const last = await findPictureAtDesk(again.picture.id)
  expect((await live(story)).pictures.get(id)).toMatchObject({ id: again.picture.id })
  expect(last).toMatchObject({
    caption: "The strike",
    credit: "Belga",
    fileName: "best.jpg",
    may: { notIn: ["SPAIN"] },
  })
  expect(last?.uses.map(({ id }) => id).sort()).toEqual([story.id, draft.id].sort())
  expect(last?.replaces).toHaveLength(2)
  expect(await replacePicture(people.ben, id, await jpeg(), "")).toMatchObject({ because: "bad words" })

  await limit(again.picture.id, { until: ahead(-1_000) })
  expect((await live(story)).pictures.size, "rights of what stands in its place end").toBe(0)
})

test("reporters describe pictures, and do not decide what readers get of them", async () => {
  const id = await picture()
  expect(await limit(id, { notIn: ["SPAIN"] }, people.ada)).toContain("Ask an editor.")
  expect(await replacePicture(people.ada, id, await jpeg(), "")).toMatchObject({ because: "no right" })
  const row = await db.picture.findUniqueOrThrow({ where: { id } })
  const { alt, decorative, caption, credit, creator, copyright, rights, instructions, taken, city, country, keywords } =
    row
  const words = {
    alt,
    decorative,
    caption,
    credit,
    creator,
    copyright,
    rights,
    instructions,
    taken,
    city,
    country,
    keywords,
  }
  expect(await describePicture(people.ada, id, { ...words, decorative: true })).toMatchObject({
    fields: { alt: expect.stringContaining("A decorative picture has no description") },
  })
  expect(await describePicture(people.ada, id, { ...words, city: "Gent" })).toEqual({ done: "The words are saved." })
  expect((await findPictureAtDesk(id))?.events).toMatchObject([{ what: "words", actor: { name: people.ada.name } }])
})

test("the library is searched by every word, and narrowed by state, person and day", async () => {
  const word = rareWord()
  const [used, bare, ending, over] = await Promise.all(
    [{ caption: `${word} tram` }, { alt: "", keywords: [word] }, { creator: word }, { credit: `50% ${word}` }].map(
      picture,
    ),
  )
  if (!used || !bare || !ending || !over) throw new Error("there are no pictures")
  await showing(used, "draft")
  await limit(ending, { until: ahead(86_400_000) })
  await limit(over, { until: ahead(-1_000) })
  const found = async (filter: Parameters<typeof findLibrary>[0]) => {
    const { items, total } = await findLibrary({ q: word, ...filter })
    expect(total).toBe(items.length)
    return items.map(({ id }) => id).sort()
  }
  expect(await found({})).toEqual([used, bare, ending, over].sort())
  expect(await found({ q: `TRAM ${word}` })).toEqual([used])
  expect(await found({ q: `50% ${word}` })).toEqual([over])
  expect(await found({ state: "unused" })).toEqual([bare, ending, over].sort())
  expect(await found({ state: "undescribed" })).toEqual([bare])
  expect(await found({ state: "expiring" })).toEqual([ending])
  expect(await found({ state: "expired" })).toEqual([over])
  expect(await found({ state: "limited" })).toEqual([ending, over].sort())
  expect(await found({ by: people.ada.id, from: "2020-01-01" })).toHaveLength(4)
  expect(await found({ by: people.ben.id })).toEqual([])
  expect(await found({ to: "2020-01-01" })).toEqual([])
  const coming = await findComing(ahead(80_000_000), ahead(90_000_000))
  expect(coming.filter(({ address }) => address.endsWith(ending))).toMatchObject([{ what: "rights" }])
})

test("a picture comes in parts, goes on where it was cut, and is there once", async () => {
  const bytes = await redAndBlue({ width: 300, height: 300 }).jpeg().toBuffer()
  const begun = await beginUpload(people.ada, { fileName: "parts.jpg", size: bytes.length })
  if ("refused" in begun) throw new Error(begun.refused)
  const { id } = begun.progress
  const send = (from: number, to: number, actor = people.ada) => goOn(actor, id, from, bytes.subarray(from, to))
  expect(await send(0, 500)).toMatchObject({ progress: { offset: 500 } })
  expect(await send(0, 500), "sent again after a cut").toMatchObject({ elsewhere: { offset: 500 } })
  expect(await send(500, 900, people.ben), "somebody else's").toBe(null)
  expect(await goOn(people.ada, id, 500, Buffer.alloc(bytes.length))).toMatchObject({ elsewhere: { offset: 500 } })
  expect(await findUpload(people.ada, id)).toMatchObject({ offset: 500, picture: null })
  const last = await send(500, bytes.length)
  if (!last || !("picture" in last)) throw new Error(JSON.stringify(last))
  expect(await send(bytes.length, bytes.length)).toMatchObject({ progress: { picture: last.picture.id } })
  const row = await db.picture.findUniqueOrThrow({ where: { id: last.picture.id } })
  expect([row.fileName, row.alt, row.width]).toEqual(["parts.jpg", "", 300])
  expect(await db.pictureUploadPart.count({ where: { uploadId: id } })).toBe(0)
})

test("uploads are bounded in size, number and age, and nonsense is refused with its first part", async () => {
  const somebody = await hire("reporter")
  const begin = (size: number) => beginUpload(somebody, { fileName: "C:\\a\\b.jpg", size })
  expect(await begin(0)).toMatchObject({ because: "damaged" })
  expect(await begin(25_000_001)).toMatchObject({ refused: expect.stringContaining("larger than 25 MB") })
  const begun = await begin(100)
  if ("refused" in begun) throw new Error(begun.refused)
  const { id } = begun.progress
  expect(await goOn(somebody, id, 0, Buffer.from("GIF89a"))).toMatchObject({
    refused: expect.stringContaining("a GIF"),
  })
  expect(await findUpload(somebody, id), "forgotten").toBe(null)
  await db.pictureUpload.createMany({
    data: Array.from({ length: 60 }, () => ({ personId: somebody.id, fileName: "", size: 1 })),
  })
  expect(await begin(9)).toMatchObject({ refused: expect.stringContaining("still on their way") })
  await db.pictureUpload.updateMany({ where: { personId: somebody.id }, data: { createdAt: ahead(-90_000_000) } })
  await forgetUploads()
  expect(await begin(9)).toHaveProperty("progress")
})
