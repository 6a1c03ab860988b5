import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import sharp from "sharp"
import { GET } from "@/app/api/pictures/[file]/route"
import { PATCH } from "@/app/api/v1/pictures/[id]/route"
import { db } from "@/lib/db.server"
import type { Person } from "@/lib/people/people"
import { CROP_NAMES, cropSizes, filesOfPicture, formatOfFile } from "@/lib/pictures/crops"
import { picturesFolder } from "@/lib/pictures/files.server"
import { makeFurtherRenditions } from "@/lib/pictures/further.server"
import { makeSharePicture } from "@/lib/pictures/share.server"
import { storePicture } from "@/lib/pictures/store.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { bearerOf, cast, done, hire, paragraph, rareWord, storyIn } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"

let folder: string
let ada: Person
const goesOn = new AbortController().signal

test.describe.configure({ mode: "default" })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  process.env.DATA_DIR = folder
  ada = await hire("reporter")
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

async function store(given: Parameters<typeof storePicture>[2] = {}) {
  const bytes = await redAndBlue({ width: 900, height: 600 }).jpeg().toBuffer()
  const stored = await storePicture(ada, bytes, { alt: "Red and blue", credit: "Ada", rights: "Once", ...given })
  if (!("picture" in stored)) throw new Error(stored.refused)
  return stored.picture
}

const filesOf = async (id: string) => (await readdir(picturesFolder())).filter((name) => name.includes(id)).sort()
const eventsOf = (tag: string) =>
  db.storyEvent.findMany({ where: { tags: { has: tag } }, orderBy: { position: "asc" } })
const getAs =
  (given: Record<string, string>) =>
  (file: string, more = {}) =>
    GET(new Request(`http://paper.test/api/pictures/${file}`, { headers: { ...given, ...more } }), {
      params: Promise.resolve({ file }),
    })
const get = async (file: string, more = {}) => getAs(await bearerOf(ada))(file, more)
/** As somebody whom the newsroom does not know. */
const getOutside = getAs({ authorization: "Bearer nothing" })

async function move(id: string, body: object, actor = ada) {
  const headers = { ...(await bearerOf(actor)), "content-type": "application/json" }
  const request = new Request("http://paper.test/", { method: "PATCH", headers, body: JSON.stringify(body) })
  const answer = await PATCH(request, { params: Promise.resolve({ id }) })
  return { status: answer.status, body: await answer.json() }
}

test("a job gives a picture its AVIF files and crops; then its row says so, and its pages are made again", async () => {
  const { id, ...size } = await store()
  const job = await db.job.findFirst({ where: { kind: "renditions", payload: { path: ["picture"], equals: id } } })
  expect(job).not.toBeNull()
  expect(await eventsOf(`picture:${id}`)).toEqual([])
  const told: [number, number][] = []
  await makeFurtherRenditions({ picture: id }, goesOn, (...steps) => told.push(steps))
  const picture = await db.picture.findUniqueOrThrow({ where: { id } })
  expect([picture.avif, picture.crops]).toEqual([true, "050050"])
  expect((await eventsOf(`picture:${id}`)).map(({ act }) => act)).toEqual(["picture"])
  const names = await filesOf(id)
  const crops = CROP_NAMES.flatMap((crop) => cropSizes(size, crop)).length
  expect(names.length).toBe(size.widths.length * 3 + crops * 3 + 1)
  const further = size.widths.length + crops * 3
  expect(told).toEqual(Array.from({ length: further }, (_, index) => [index + 1, further]))
  expect(names).toEqual([...filesOfPicture(picture), `${id}.master.webp`].sort())
  for (const name of names) {
    const bytes = await readFile(join(picturesFolder(), name))
    expect(bytes.includes("<photoshop:Credit>Ada<"), name).toBe(true)
    expect(bytes.includes(">Once<"), name).toBe(true)
    if (name.endsWith(".master.webp")) continue
    const answer = await get(name)
    const type = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" }[formatOfFile(name) ?? "jpg"]
    expect([answer.status, answer.headers.get("content-type")], name).toEqual([200, type])
  }
  const whole = await sharp(join(picturesFolder(), `${id}-768.avif`)).metadata()
  expect([whole.width, whole.height]).toEqual([768, 512])
  const wide = await sharp(join(picturesFolder(), `${id}-16x9-050050-480.avif`)).metadata()
  expect([wide.width, wide.height]).toEqual([480, 270])
  expect((await get(`${id}.master.webp`)).status).toBe(404)
})

test("a picture is the newsroom's alone until readers have a version that shows it, and again when it was taken from them", async () => {
  const { id: pictureId } = await store()
  const file = `${pictureId}-900.jpg`
  const outside = async () => {
    const { status, headers } = await getOutside(file)
    return [status, headers.get("cache-control")]
  }
  const [nothing, shown] = [
    [404, "no-store"],
    [200, "public, max-age=31536000, s-maxage=86400, immutable"],
  ]
  const block = { id: rareWord(), kind: "picture" as const, pictureId, caption: "", credit: "Us", alt: "A" }
  const { ben } = await cast()
  let story = await storyIn("filed", { body: [block, paragraph("Words.")] })
  expect(await outside()).toEqual(nothing)
  expect((await getOutside(file, { "if-none-match": "*" })).status, "nor does it say that it is there").toBe(404)
  const own = await get(file)
  expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, max-age=3600"])
  story = done(await perform(ben, "publish", story.id, story.revision))
  expect(await outside()).toEqual(shown)

  // A later version without it leaves it in the one before, which readers can look up.
  const saving = await saveDraft(ben, story.id, story.revision, { body: [paragraph("Words alone.")] })
  if (!("saved" in saving)) throw new Error("not saved")
  story = done(await perform(ben, "update", story.id, saving.saved.revision))
  expect(await outside()).toEqual(shown)
  story = done(await perform(ben, "withdraw", story.id, story.revision, { note: "It never happened." }))
  expect(await outside()).toEqual(nothing)
  expect((await get(file)).status).toBe(200)

  const other = await storyIn("published", { body: [block, paragraph("Another story.")] })
  expect(await outside(), "while any story shows it").toEqual(shown)
  done(await perform(ben, "withdraw", other.id, other.revision, { note: "Nor did that." }))
  expect(await outside()).toEqual(nothing)
})

test("the same job twice makes nothing twice", async () => {
  const { id } = await store()
  await makeFurtherRenditions({ picture: id }, goesOn)
  await makeFurtherRenditions({ picture: id }, goesOn)
  expect((await eventsOf(`picture:${id}`)).length).toBe(1)
})

test("a picture of an earlier release, without the file that others are made from, gets them from its largest", async () => {
  const { id } = await store()
  await unlink(join(picturesFolder(), `${id}.master.webp`))
  await makeFurtherRenditions({ picture: id }, goesOn)
  expect((await db.picture.findUniqueOrThrow({ where: { id } })).avif).toBe(true)
})

test("a picture whose files are damaged is told in the job's words, and its row says nothing that is not so", async () => {
  const { id } = await store()
  await writeFile(join(picturesFolder(), `${id}.master.webp`), "no picture")
  await expect(makeFurtherRenditions({ picture: id }, goesOn)).rejects.toThrow(/could not be made: damaged/)
  expect(await db.picture.findUniqueOrThrow({ where: { id } })).toMatchObject({ avif: false, crops: "" })
})

test("a focal point that is moved makes other crops; the last ones stay for who still has an old page", async () => {
  const { id } = await store()
  await makeFurtherRenditions({ picture: id }, goesOn)
  for (const focalX of [0, 1]) {
    expect(await move(id, { focalX, focalY: 0.5 })).toEqual({ status: 200, body: { id, focalX, focalY: 0.5 } })
    await makeFurtherRenditions({ picture: id }, goesOn)
  }
  const marks = (await filesOf(id)).flatMap((name) => /-1x1-(\d{6})-240\.webp/.exec(name)?.[1] ?? [])
  expect(marks).toEqual(["000050", "100050"])
  const blue = await sharp(join(picturesFolder(), `${id}-1x1-100050-240.webp`)).stats()
  const red = await sharp(join(picturesFolder(), `${id}-1x1-000050-240.webp`)).stats()
  expect(blue.channels[2]?.mean).toBeGreaterThan(blue.channels[0]?.mean ?? 255)
  expect(red.channels[0]?.mean).toBeGreaterThan(red.channels[2]?.mean ?? 255)
})

test("a focal point outside the picture, of no picture, or without a right to it is refused", async () => {
  const { id } = await store()
  expect((await move(id, { focalX: 2, focalY: 0 })).status).toBe(422)
  expect((await move(crypto.randomUUID(), { focalX: 0, focalY: 0 })).status).toBe(404)
  expect((await move("no id", { focalX: 0, focalY: 0 })).status).toBe(404)
})

async function published() {
  const { id: pictureId } = await store()
  const block = { id: rareWord(), kind: "picture" as const, pictureId, caption: "", credit: "Drawing: us", alt: "A" }
  return storyIn("published", { body: [block, paragraph("Words.")] })
}

const shareOf = async (id: string) => (await db.story.findUniqueOrThrow({ where: { id } })).sharePicture

test("a publication queues its share picture, which is made once and named by the story", async () => {
  const story = await published()
  const job = await db.job.findUnique({ where: { key: `sharePicture of ${story.liveId}` } })
  expect(job?.payload).toEqual({ story: story.id, version: story.liveId })
  expect(await shareOf(story.id)).toBe("")
  await makeSharePicture({ story: story.id }, goesOn)
  const file = await shareOf(story.id)
  expect(file).toMatch(new RegExp(`^share-${story.id}-[0-9a-f]{16}\\.jpg$`))
  await makeSharePicture({ story: story.id }, goesOn)
  expect(await filesOf(`share-${story.id}`)).toEqual([file])
  expect((await eventsOf(`story:${story.id}`)).filter(({ act }) => act === "share picture").length).toBe(1)
  const answer = await get(file)
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"])
  expect(answer.headers.get("cache-control")).toBe("public, max-age=86400")
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1_200, height: 630 })
  expect(bytes.includes("<photoshop:Credit>Drawing: us<")).toBe(true)
  expect((await get(file, { "if-none-match": answer.headers.get("etag") ?? "" })).status).toBe(304)
})

test("a withdrawn story's share picture is gone at once", async () => {
  const story = await published()
  await makeSharePicture({ story: story.id }, goesOn)
  const file = await shareOf(story.id)
  const { ben } = await cast()
  done(await perform(ben, "withdraw", story.id, story.revision, { note: "It never happened." }))
  const answer = await get(file)
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([410, "no-store"])
  await makeSharePicture({ story: story.id }, goesOn)
  expect((await get(file)).status).toBe(410)
})

test("after a correction of the headline the page names no share picture until there is one of the new words", async () => {
  const story = await published()
  await makeSharePicture({ story: story.id }, goesOn)
  const before = await shareOf(story.id)
  const { ben } = await cast()
  const saving = await saveDraft(ben, story.id, story.revision, { headline: `Other words ${rareWord()}` })
  if (!("saved" in saving)) throw new Error("not saved")
  done(await perform(ben, "correct", story.id, saving.saved.revision, { note: "It was otherwise." }))
  expect(await shareOf(story.id)).toBe("")
  const corrected = await db.story.findUniqueOrThrow({ where: { id: story.id } })
  const job = await db.job.findUniqueOrThrow({ where: { key: `sharePicture of ${corrected.liveId}` } })
  expect(job.runAt.getTime() - corrected.changedAt.getTime(), "the words have to rest first").toBe(15_000)
  await makeSharePicture({ story: story.id, version: story.liveId ?? "" }, goesOn)
  expect(await shareOf(story.id), "nobody reads that version any more").toBe("")
  await makeSharePicture({ story: story.id, version: corrected.liveId ?? "" }, goesOn)
  const after = await shareOf(story.id)
  expect(after).not.toBe(before)
  expect(await filesOf(`share-${story.id}`)).toEqual([after])
  expect((await get(before)).status).toBe(404)
})

test("a story's share picture comes again when it is a year old, and says then from when it is", async () => {
  const young = await published()
  await makeSharePicture({ story: young.id }, goesOn)
  const due = await db.job.findUniqueOrThrow({ where: { key: `sharePicture of ${young.liveId} at a year` } })
  const inDays = (due.runAt.getTime() - Date.now()) / 86_400_000
  expect(Math.round(inDays)).toBeGreaterThanOrEqual(365)
  expect(Math.round(inDays)).toBeLessThanOrEqual(366)
  const old = await storyIn("filed")
  const { ben } = await cast()
  const at = new Date(Date.now() - 800 * 86_400_000)
  const live = done(await perform(ben, "publish", old.id, old.revision, {}, at))
  await makeSharePicture({ story: old.id }, goesOn)
  expect(await shareOf(old.id)).not.toBe("")
  expect(await db.job.count({ where: { key: `sharePicture of ${live.liveId} at a year` } })).toBe(0)
})
