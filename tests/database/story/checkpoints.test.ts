import { expect, test } from "@playwright/test"
import type { Person } from "@/lib/people/people"
import { findEarlier } from "@/lib/story/checkpoints.server"
import { createStory } from "@/lib/story/create.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { takeUp } from "@/lib/story/take-up.server"
import { cast, done, made, openSection, paragraph } from "../../newsroom"

async function saved(actor: Person, story: Story, changes: Partial<StoryText>): Promise<Story> {
  const saving = await saveDraft(actor, story.id, story.revision, changes)
  if (!("saved" in saving)) throw new Error("not saved")
  return saving.saved
}

const named = async (story: Story) => (await findEarlier(story.id)).map(({ name, by }) => [name, by])

test("a draft is kept as each person left it: one text for a stretch of writing, another after an act or somebody else", async () => {
  const { ada, ben } = await cast()
  const section = (await openSection()).slug
  let story = made(await createStory(ada, { headline: "One", section, body: [paragraph("Words.")] }))
  story = await saved(ada, story, { headline: "Two" })
  story = await saved(ada, story, { headline: "Three" })
  expect(await named(story)).toEqual([["draft 3", ada.name]])
  story = done(await perform(ada, "file", story.id, story.revision))
  story = await saved(ben, story, { headline: "Four" })
  story = await saved(ben, story, { headline: "Five" })
  story = done(await perform(ben, "publish", story.id, story.revision))
  story = await saved(ben, story, { headline: "Six" })
  expect(await named(story)).toEqual([
    ["draft 8", ben.name],
    ["version 1", ben.name],
    ["draft 6", ben.name],
    ["draft 3", ada.name],
  ])
  const texts = (await findEarlier(story.id)).map(({ text }) => text.headline)
  expect(texts).toEqual(["Six", "Five", "Five", "Three"])
})

test("an earlier text is taken up as a draft, its address stays, and that is undone in the same way", async () => {
  const { ada, ben } = await cast()
  const section = (await openSection()).slug
  const first = made(await createStory(ada, { headline: "The first words", section, body: [paragraph("Once.")] }))
  const live = done(await perform(ben, "publish", first.id, first.revision))
  const other = await saved(ben, live, {
    headline: "Other words",
    slug: "another-address",
    body: [paragraph("Twice.")],
  })
  const taken = await takeUp(ben, first.id, other.revision, "version 1")
  if (!("saved" in taken)) throw new Error("not taken up")
  expect(taken.saved.text).toEqual({ ...first.text, slug: "another-address" })
  expect(taken.saved, "readers see nothing of it").toMatchObject({ status: "published", liveId: live.liveId })
  const undone = await takeUp(ben, first.id, taken.saved.revision, `draft ${other.revision}`)
  expect(undone).toMatchObject({ saved: { text: other.text } })

  expect(await takeUp(ben, first.id, 1, "version 1")).toMatchObject({ stale: {} })
  expect(await takeUp(ben, first.id, taken.saved.revision + 1, "version 9")).toMatchObject({ because: "not found" })
  expect(await takeUp(ada, first.id, taken.saved.revision + 1, "version 1")).toMatchObject({ because: "no right" })
})
