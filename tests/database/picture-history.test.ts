import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findPictureAtDesk } from "@/lib/pictures/at-desk.server"
import { findChoices } from "@/lib/pictures/choice.server"
import { changeRights } from "@/lib/pictures/edit.server"
import { moveFocalPoint } from "@/lib/pictures/focal-point.server"
import { makeFurtherRenditions } from "@/lib/pictures/further.server"
import { replacePicture } from "@/lib/pictures/replace.server"
import type { Rights } from "@/lib/pictures/rights"
import { storePicture } from "@/lib/pictures/store.server"
import { previewCookie } from "@/lib/story/preview-links"
import { createPreviewLink, mayShowPicture } from "@/lib/story/preview-links.server"
import { cast, hire, openSection, rareWord, storyIn } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"

let folder: string

test.describe.configure({ mode: "default" })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  process.env.DATA_DIR = folder
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const FREE: Rights = { for: "ours", sections: [], until: null, notIn: [], note: "" }
const jpeg = (width = 60) => redAndBlue({ width, height: 40 }).jpeg().toBuffer()

async function picture(words: { alt?: string; caption?: string; decorative?: boolean } = {}) {
  const stored = await storePicture(await hire("reporter"), await jpeg(), words, { described: false })
  if ("refused" in stored) throw new Error(stored.refused)
  return stored.picture.id
}

test("a picture's history tells who moved its focal point, where to, and that crops were made around it", async () => {
  const { ada } = await cast()
  const id = await picture()
  const made = () => makeFurtherRenditions({ picture: id }, new AbortController().signal)
  await made()
  const told = async () =>
    (await findPictureAtDesk(id))?.events.map(({ what, note, actor }) => [what, note, actor?.name])
  expect(await told(), "the first crops are no change").toEqual([])
  const point = { focalX: 0.25, focalY: 0.8 }
  const words = "25 % from the left, 80 % from the top"
  await moveFocalPoint(ada, id, point)
  await moveFocalPoint(ada, id, point)
  expect(await told(), "what stays where it is was not moved").toEqual([["focal point", words, ada.name]])
  await made()
  await made()
  expect(await told()).toEqual([
    ["crops", words, undefined],
    ["focal point", words, ada.name],
  ])
})

test("a guest of a draft gets the file that stands in its picture's place, and none whose rights have ended", async () => {
  const { ada, ben } = await cast()
  const id = await picture()
  const block = { kind: "picture" as const, id: rareWord(), pictureId: id, caption: "", credit: "", alt: "Two" }
  const story = await storyIn("draft", { body: [block] })
  const made = await createPreviewLink(ada, story, 1)
  if ("refused" in made) throw new Error(made.refused)
  const token = made.url.split("/").at(-1) ?? ""
  const headers = new Headers({ cookie: `other=1; ${previewCookie(token)}=${token}` })
  const stranger = await picture()
  expect(await Promise.all([id, stranger].map((one) => mayShowPicture(headers, one)))).toEqual([true, false])
  const replaced = await replacePicture(ben, id, await jpeg(50), "better.jpg")
  if (!replaced || "refused" in replaced) throw new Error(JSON.stringify(replaced))
  const next = replaced.picture.id
  expect(await Promise.all([id, next].map((one) => mayShowPicture(headers, one)))).toEqual([false, true])
  await changeRights(ben, next, { ...FREE, until: new Date(Date.now() - 1_000) })
  expect(await mayShowPicture(headers, next)).toBe(false)
  expect(await mayShowPicture(new Headers(), next)).toBe(false)
})

test("the library tells a story of each picture how it may be used there, or why not", async () => {
  const { ben } = await cast()
  const [section, other] = [await openSection(), await openSection()]
  const word = rareWord()
  const named = (caption: string) => picture({ caption: `${word} ${caption}`, alt: "Two colours" })
  const [free, theirs, ours, over] = [
    await named("free"),
    await named("theirs"),
    await named("ours"),
    await named("over"),
  ]
  const soon = new Date(Date.now() + 86_400_000)
  await changeRights(ben, theirs, { ...FREE, for: "sections", sections: [other.slug] })
  await changeRights(ben, ours, { ...FREE, for: "paper", until: soon, notIn: ["SPAIN"] })
  await changeRights(ben, over, { ...FREE, until: new Date(Date.now() - 1_000) })
  const found = await findChoices({ q: word }, section.slug, false)
  const bars = Object.fromEntries(found.pictures.map(({ id, bar }) => [id, bar]))
  expect(found.total).toBe(4)
  expect(bars).toEqual({
    [free]: null,
    [ours]: null,
    [theirs]: `It is for ${other.name} only.`,
    [over]: expect.stringMatching(/^Its rights end on /),
  })
  expect(found.pictures.find(({ id }) => id === ours)?.terms).toEqual([
    "For this paper only: it is not handed on to others.",
    expect.stringMatching(/^Until /),
    "Not in Spain.",
  ])
  const usable = async (slug: string) =>
    (await findChoices({ q: word }, slug, true)).pictures.map(({ id }) => id).sort()
  expect(await usable(section.slug)).toEqual([free, ours].sort())
  expect(await usable(other.slug)).toEqual([free, ours, theirs].sort())
  await db.picture.update({ where: { id: ours }, data: { rightsNotIn: ["BELGIUM"] } })
  expect(await usable(section.slug), "as the rule has it").toEqual([free])
})
