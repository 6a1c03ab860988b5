import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { sealEvents } from "@/lib/record/seal.server"
import { keepNote } from "@/lib/related/notes.server"
import { setAside } from "@/lib/story/aside.server"
import { findEarlier, findEarlierTexts } from "@/lib/story/earlier.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, done, hire, openSection, paragraph, rareWord, storyIn } from "../../newsroom"
import { at, command, openPlace, type Place, rowsAt } from "../../whole-paper"
import { ask } from "../own-database"

test.describe.configure({ mode: "serial", timeout: 60_000 })

let paper: Place
test.beforeAll(async () => {
  paper = await openPlace()
})
test.afterAll(() => paper.remove())

async function saved(story: Story, changes: Partial<StoryText>): Promise<Story> {
  const { ben } = await cast()
  const saving = await saveDraft(ben, story.id, story.revision, changes)
  if (!("saved" in saving)) throw new Error("not saved")
  return saving.saved
}

/** A story with this word in everything that somebody can write of it: versions, a draft, changes set aside, notes, a slot. */
async function storyFullOf(word: string) {
  const { ben, cleo } = await cast()
  const section = (await openSection()).slug
  const text = { headline: `${word} one`, standfirst: word, kicker: word, dateline: word, byline: [{ name: word }] }
  let story = await storyIn("published", { ...text, section, slug: rareWord(), body: [paragraph(`${word} first.`)] })
  story = done(await perform(ben, "correct", story.id, story.revision, { note: `${word} was wrong.` }))
  story = await saved(story, { headline: `${word} two`, body: [paragraph(`${word} second.`)] })
  story = done(await setAside(ben, story.id, story.revision))
  story = await saved(story, { headline: `${word} three` })
  const later = { at: new Date(Date.now() + 3_600_000), as: "correct" as const, note: `${word} will be wrong.` }
  story = done(await perform(ben, "scheduleChange", story.id, story.revision, later))
  story = done(await perform(await hire("editor"), "approve", story.id, story.revision))
  const slots = [{ story: story.id, size: "lead", headline: `${word} on the front`, kicker: word }]
  const other = await storyIn("draft", { related: [{ story: story.id, headlineForReaders: "Elsewhere" }] })
  await keepNote(ben, { id: other.id, target: story.id, text: `${word} is the background.` })
  await keepNote(ben, { id: story.id, target: other.id, text: `${word} leads there.` })
  const now = new Date()
  await db.arrangement.create({
    data: { page: "front", number: 1, kind: "arrange", from: now, madeAt: now, madeById: ben.id, slots },
  })
  await db.idempotencyKey.create({
    data: { key: word.slice(1), personId: ben.id, request: "r", answer: { story: story.id, word } },
  })
  while (await sealEvents());
  return { story, ben, cleo }
}

test("a legal removal leaves no word of a story anywhere in the database, and the record whole", async () => {
  const word = rareWord()
  const { story, ben, cleo } = await at(paper, () => storyFullOf(word))
  const { section, slug } = story.text
  expect(JSON.stringify(await rowsAt(paper)).split(word).length, "it stood in many places").toBeGreaterThan(20)
  await at(paper, async () => {
    expect(await perform(ben, "remove", story.id, story.revision, { note: "By order." })).toMatchObject({
      because: "no right",
    })
    expect(await perform(cleo, "remove", story.id, story.revision)).toMatchObject({
      refused: expect.stringContaining("notice"),
    })
    const gone = done(await perform(cleo, "remove", story.id, story.revision, { note: "Removed by order of a court." }))
    expect(gone).toMatchObject({ status: "withdrawn", liveId: null, publishAt: null })
    expect(await findLive(section, slug)).toMatchObject({ withdrawn: { notice: "Removed by order of a court." } })
    const names = (await findEarlier(story.id)).map(({ name }) => name)
    expect(names, "no draft is left").toEqual(["version 2", "version 1"])
    const empty = expect.objectContaining({ headline: "", body: [] })
    expect([...(await findEarlierTexts(story.id, names)).values()]).toEqual([empty, empty])
    expect(await perform(ben, "restore", story.id, gone.revision)).toMatchObject({
      refused: expect.stringContaining("nothing of its text"),
    })
    expect(await perform(cleo, "remove", story.id, gone.revision, { note: "x" })).toMatchObject({
      refused: expect.stringContaining("already"),
    })
    while (await sealEvents());
  })
  expect(JSON.stringify(await rowsAt(paper))).not.toContain(word)
  expect(await command(paper, "verify")).toMatchObject({
    status: 0,
    said: expect.stringContaining("The record is whole"),
  })
  const [kept] = await ask(paper.address, `SELECT count(*)::int FROM "StoryEvent" WHERE "storyId" = '${story.id}'`)
  expect(kept?.[0], "what was done, and when").toBeGreaterThan(5)
})

test("under the name of a removal nothing else can be changed: what an entry says without its words still has to be true", async () => {
  const other = await openPlace({ like: paper.address })
  try {
    const tamper = `SET session_replication_role = replica; UPDATE "Version" SET "madeAt" = "madeAt" - interval '1 day' WHERE headline = '' AND number = 1`
    await ask(other.address, tamper)
    const found = await command({ ...other, folder: paper.folder }, "verify")
    expect(found.said).toContain("does not tell what the event tells, as far as it was not erased")
    await expect(
      ask(other.address, `UPDATE "Version" SET headline = 'x'`),
      "the guard is there as before",
    ).rejects.toThrow("never changed")
  } finally {
    await other.remove()
  }
})

test("what was public once can be removed wherever it stands now; what never was is spiked", async () => {
  await at(paper, async () => {
    const { ben, cleo } = await cast()
    const withdrawn = await storyIn("withdrawn")
    const restored = done(await perform(ben, "restore", withdrawn.id, withdrawn.revision))
    const removed = done(await perform(cleo, "remove", restored.id, restored.revision, { note: "By order." }))
    expect(removed).toMatchObject({ status: "withdrawn", text: { headline: "", body: [] } })
    const draft = await storyIn("draft")
    expect(await perform(cleo, "remove", draft.id, draft.revision, { note: "By order." })).toMatchObject({
      refused: expect.stringContaining("Spike it instead"),
    })
    while (await sealEvents());
  })
  expect(await command(paper, "verify")).toMatchObject({ status: 0 })
})
