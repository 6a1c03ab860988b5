import { expect, test } from "@playwright/test"
import type { Person } from "@/lib/people/people"
import { createStory } from "@/lib/story/create.server"
import { findEarlier, findEarlierTexts } from "@/lib/story/earlier.server"
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

const named = async (story: Story) => (await findEarlier(story.id)).map(({ name, by }) => [name, by?.name])

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
  const names = (await findEarlier(story.id)).map(({ name }) => name)
  const texts = await findEarlierTexts(story.id, names)
  expect(names.map((name) => texts.get(name)?.headline)).toEqual(["Six", "Five", "Five", "Three"])
  expect(await findEarlierTexts(story.id, ["draft 99", "version 0", "draft", "version 1; DROP"])).toEqual(new Map())
  expect((await findEarlier(story.id)).map(({ kind, live }) => [kind, live])).toEqual([
    [null, false],
    ["publish", true],
    [null, false],
    [null, false],
  ])
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
  const lines = (await findEarlier(first.id)).map(({ takenFrom }) => takenFrom).filter(Boolean)
  expect(lines, "each is a line of its own, and says which text it is").toEqual([
    `draft ${other.revision}`,
    "version 1",
  ])
  const goesOn = await saved(ben, (undone as { saved: Story }).saved, { headline: "Words after that" })
  const texts = await findEarlier(first.id)
  expect(texts[0], "what is written then is another text").toMatchObject({
    name: `draft ${goesOn.revision}`,
    takenFrom: null,
  })
  expect(texts[1]).toMatchObject({ name: `draft ${goesOn.revision - 1}` })

  expect(await takeUp(ben, first.id, 1, "version 1")).toMatchObject({ stale: {} })
  expect(await takeUp(ben, first.id, goesOn.revision, "version 9")).toMatchObject({ because: "not found" })
  expect(await takeUp(ada, first.id, goesOn.revision, "version 1")).toMatchObject({ because: "no right" })
})
