import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findHistory } from "@/lib/record/events.server"
import { bringBack, findAside, setAside } from "@/lib/story/aside.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { hasUnpublishedChanges, type Story, type StoryText } from "@/lib/story/story"
import { cast, done, hire, paragraph, storyIn } from "../../newsroom"

const [one, two, three] = [paragraph("One."), paragraph("Two."), paragraph("Three.")]

async function saved(story: Story, changes: Partial<StoryText>): Promise<Story> {
  const saving = await saveDraft(await hire("editor"), story.id, story.revision, changes)
  if (!("saved" in saving)) throw new Error("not saved")
  return saving.saved
}

/** A live story with unpublished changes: another headline, and a second paragraph. */
async function staged() {
  const live = await storyIn("published", { headline: "Live", body: [one, two] })
  return {
    live,
    draft: await saved(live, { headline: "Staged", body: [one, { ...two, text: [{ text: "Two, staged." }] }] }),
  }
}

test("what is set aside leaves the draft as readers have it, and comes back as it was where nothing else changed", async () => {
  const { ben } = await cast()
  const { live, draft } = await staged()
  const put = done(await setAside(ben, draft.id, draft.revision))
  expect(put.text).toEqual(live.text)
  expect(hasUnpublishedChanges(put)).toBe(false)
  expect(await findAside(draft.id)).toMatchObject({ by: ben.name })
  const back = await bringBack(ben, draft.id, put.revision)
  if (!("done" in back)) throw new Error("not brought back")
  expect(back.done.text).toEqual(draft.text)
  expect(hasUnpublishedChanges(back.done)).toBe(true)
  expect(await findAside(draft.id)).toBe(null)
  expect((await findHistory(draft.id)).slice(-2)).toMatchObject([{ act: "setAside" }, { act: "bringBack" }])
})

test("a correction that went out meanwhile and what was set aside are merged block by block", async () => {
  const { ben } = await cast()
  const { draft } = await staged()
  const put = done(await setAside(ben, draft.id, draft.revision))
  const mended = await saved(put, { body: [{ ...one, text: [{ text: "One, corrected." }] }, two, three] })
  const corrected = done(await perform(ben, "correct", draft.id, mended.revision, { note: "It was otherwise." }))
  const back = await bringBack(ben, draft.id, corrected.revision)
  if (!("done" in back)) throw new Error("not brought back")
  expect(back.done.text.headline).toBe("Staged")
  const words = back.done.text.body.map((block) =>
    "text" in block && Array.isArray(block.text) ? block.text[0]?.text : "",
  )
  expect(words).toEqual(["One, corrected.", "Two, staged.", "Three."])
  expect(back.done).toMatchObject({ liveId: corrected.liveId, status: "published" })
})

test("where both changed the same nothing is written before somebody chose, and then what they chose", async () => {
  const { ben } = await cast()
  const { draft } = await staged()
  const put = done(await setAside(ben, draft.id, draft.revision))
  const other = await saved(put, { headline: "Urgent" })
  const asked = await bringBack(ben, draft.id, other.revision)
  expect(asked).toMatchObject({
    conflict: { mine: { headline: "Staged" }, theirs: { headline: "Urgent" }, base: { headline: "Live" } },
  })
  expect(await findAside(draft.id)).not.toBe(null)
  expect((await db.story.findUniqueOrThrow({ where: { id: draft.id } })).revision).toBe(other.revision)
  const chosen = await bringBack(ben, draft.id, other.revision, { ...draft.text, headline: "Both" })
  expect(chosen).toMatchObject({ done: { text: { headline: "Both" } } })
  expect(await findAside(draft.id)).toBe(null)
})

test("nothing is set aside twice, without changes, under a schedule, by a reporter, or from an old revision", async () => {
  const { ada, ben } = await cast()
  const { live, draft } = await staged()
  expect(await setAside(ada, draft.id, draft.revision)).toMatchObject({ because: "no right" })
  expect(await setAside(ben, draft.id, live.revision)).toMatchObject({ stale: { revision: draft.revision } })
  const at = new Date(Date.now() + 3_600_000)
  const scheduled = done(await perform(ben, "scheduleChange", draft.id, draft.revision, { at }))
  expect(await setAside(ben, draft.id, scheduled.revision)).toMatchObject({
    refused: expect.stringContaining("scheduled"),
  })
  const free = done(await perform(ben, "cancelChange", draft.id, scheduled.revision))
  const put = done(await setAside(ben, draft.id, free.revision))
  expect(await setAside(ben, draft.id, put.revision)).toMatchObject({
    refused: expect.stringContaining("nothing to set aside"),
  })
  const again = await saved(put, { headline: "More" })
  expect(await setAside(ben, draft.id, again.revision)).toMatchObject({
    refused: expect.stringContaining("aside already"),
  })
  const fresh = await storyIn("published")
  expect(await bringBack(ben, fresh.id, fresh.revision)).toMatchObject({
    refused: expect.stringContaining("No changes"),
  })
  const never = await storyIn("draft")
  expect(await setAside(ben, never.id, never.revision)).toMatchObject({
    refused: expect.stringContaining("Readers do not have"),
  })
})
