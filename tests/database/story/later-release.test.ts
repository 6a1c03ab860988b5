import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { contentHash, findVersions } from "@/lib/record/versions.server"
import { OF_A_LATER_RELEASE } from "@/lib/story/acts"
import { findStory } from "@/lib/story/find.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Status, Story } from "@/lib/story/story"
import { done, hire, paragraph, storyIn } from "../../newsroom"

// A newsroom goes back to an older release: its stories may hold blocks that this one has never heard of.

const HOLOGRAM = { kind: "hologram", id: "h", caption: "It turns." }

async function laterStoryIn(status: Status): Promise<Story> {
  const { id, liveId, text } = await storyIn(status)
  const body = [...text.body, HOLOGRAM]
  await db.story.update({ where: { id }, data: { body } })
  if (liveId) {
    // As the later release left it: no trigger of this one stands in its way.
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE "Version" SET body = ${JSON.stringify(body)}::jsonb WHERE id = ${liveId}::uuid`,
    ])
  }
  const story = await findStory(id)
  if (!story) throw new Error("there is no story")
  return story
}

const bodyOf = async (id: string) => (await db.story.findUniqueOrThrow({ where: { id } })).body

test("what is of a later release can be withdrawn, spiked and restored, and keeps all its blocks", async () => {
  const ben = await hire("editor")
  const live = await laterStoryIn("published")
  expect(live).toMatchObject({ unread: 1, text: { body: [{ kind: "paragraph" }] } })
  const withdrawn = done(await perform(ben, "withdraw", live.id, live.revision, { note: "It was not so." }))
  expect(withdrawn).toMatchObject({ status: "withdrawn", liveId: null, unread: 1 })
  expect(done(await perform(ben, "restore", live.id, withdrawn.revision)).status).toBe("draft")
  expect(await bodyOf(live.id)).toContainEqual(HOLOGRAM)

  const draft = await laterStoryIn("draft")
  expect(done(await perform(ben, "spike", draft.id, draft.revision)).status).toBe("spiked")
  const scheduled = await laterStoryIn("scheduled")
  expect(done(await perform(ben, "unschedule", scheduled.id, scheduled.revision)).status).toBe("filed")
})

test("what would leave its unknown blocks out is refused with the reason, and nothing is written", async () => {
  const ben = await hire("editor")
  const filed = await laterStoryIn("filed")
  expect(await perform(ben, "publish", filed.id, filed.revision)).toEqual({
    refused: OF_A_LATER_RELEASE,
    because: "not ready",
  })
  expect(await saveDraft(ben, filed.id, filed.revision, { body: [paragraph("Only this.")] })).toMatchObject({
    fields: { body: OF_A_LATER_RELEASE },
  })
  const kicker = await saveDraft(ben, filed.id, filed.revision, { kicker: "Later" })
  expect(kicker).toMatchObject({ saved: { text: { kicker: "Later" } } })
  expect(await bodyOf(filed.id)).toContainEqual(HOLOGRAM)
  expect(await db.version.count({ where: { storyId: filed.id } })).toBe(0)
})

test("a version of a later release is listed, and its fingerprint is that of all its words", async () => {
  const story = await laterStoryIn("published")
  const [version] = await findVersions(story.id)
  if (!version) throw new Error("there is no version")
  expect(version).toMatchObject({ number: 1, unread: 1 })
  const { body } = await db.version.findUniqueOrThrow({ where: { id: story.liveId ?? "" } })
  expect(version.sha256).toBe(contentHash({ ...version.text, body }))
  expect(version.sha256).not.toBe(contentHash(version.text))
})
