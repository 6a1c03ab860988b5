import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { CLOCK, OPERATOR } from "@/lib/people/people"
import { findApproval } from "@/lib/story/approval.server"
import { performDue } from "@/lib/story/clock.server"
import { createStory } from "@/lib/story/create.server"
import { findStory } from "@/lib/story/find.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { askApproval } from "@/lib/story/sections.server"
import type { Story, StoryText } from "@/lib/story/story"
import { findUnapproved } from "@/lib/versions/unpublished.server"
import { done, hire, openSection, paragraph, rareWord } from "../../newsroom"

const soon = () => new Date(Date.now() + 3_600_000)

async function sectionWithApproval() {
  const section = await openSection()
  const asked = await askApproval(OPERATOR, section.slug, true)
  if ("refused" in asked) throw new Error(asked.refused)
  return section.slug
}

/** A story by Ada in such a section, and the editors Ben and Cy. */
async function written() {
  const [ada, ben, cy] = await Promise.all([hire("reporter"), hire("editor"), hire("editor")])
  const text = {
    headline: `Approved ${rareWord()}`,
    section: await sectionWithApproval(),
    body: [paragraph("It is so.")],
  }
  const made = await createStory(ada, text)
  if ("refused" in made) throw new Error(made.refused)
  return { ada, ben, cy, story: made.story }
}

type Person = Awaited<ReturnType<typeof hire>>

async function rewrite(person: Person, story: Story, changes: Partial<StoryText>): Promise<Story> {
  const saving = await saveDraft(person, story.id, story.revision, changes)
  if (!("saved" in saving)) throw new Error("not saved")
  return saving.saved
}

const approve = async (person: Person, story: Story) => done(await perform(person, "approve", story.id, story.revision))
const refusedBecause = (words: string) => ({ because: "not ready", refused: expect.stringContaining(words) })

test("without approval nothing of such a section comes before readers, now or later", async () => {
  const { ben, story } = await written()
  for (const act of ["publish", "schedule"] as const)
    expect(await perform(ben, act, story.id, story.revision, { at: soon() })).toMatchObject(
      refusedBecause("Nobody has yet"),
    )
  expect(await findApproval(story)).toMatchObject({ needed: true, given: null })
})

test("an approval is of the text as it is: any change voids it, visibly, and what is new is shown", async () => {
  const { ada, ben, cy, story } = await written()
  let approved = await approve(ben, story)
  expect(await findApproval(approved)).toMatchObject({ needed: true, given: { by: ben.name, holds: true } })
  // What is no change of the text leaves it.
  approved = done(await perform(ben, "embargo", approved.id, approved.revision, { at: soon() }))
  approved = done(await perform(ben, "liftEmbargo", approved.id, approved.revision))
  expect((await findApproval(approved)).given?.holds).toBe(true)
  const changed = await rewrite(ada, approved, {
    body: [{ ...paragraph("It is not so."), id: approved.text.body[0]?.id ?? "" }],
  })
  expect((await findApproval(changed)).given?.holds).toBe(false)
  expect(await perform(cy, "publish", changed.id, changed.revision)).toMatchObject(
    refusedBecause("changed after it was approved"),
  )
  const unapproved = await findUnapproved(changed)
  expect(unapproved).toMatchObject({ live: null })
  expect(JSON.stringify(unapproved?.difference)).toContain("not")
  // Back to what was approved, to the letter: it holds again.
  const back = await rewrite(ada, changed, { body: approved.text.body })
  expect((await findApproval(back)).given?.holds).toBe(true)
  expect(done(await perform(cy, "publish", back.id, back.revision)).status).toBe("published")
})

test("nobody approves what they wrote themselves, but what they wrote before somebody else approved it counts as theirs no more", async () => {
  const { ben, cy, story } = await written()
  const own = await rewrite(ben, story, { kicker: "By Ben" })
  expect(await perform(ben, "approve", own.id, own.revision)).toMatchObject(refusedBecause("somebody else's"))
  const approved = await approve(cy, own)
  const changed = await rewrite(cy, approved, { kicker: "By Cy" })
  expect(await perform(cy, "approve", changed.id, changed.revision)).toMatchObject(refusedBecause("somebody else's"))
  expect((await findApproval(await approve(ben, changed))).given).toMatchObject({ by: ben.name, holds: true })
})

test("a reporter approves nothing, and whoever made a story is no second pair of eyes for it", async () => {
  const { ada, story } = await written()
  expect(await perform(ada, "approve", story.id, story.revision)).toMatchObject({ because: "no right" })
  const cy = await hire("editor")
  const made = await createStory(cy, { headline: "Own", section: story.text.section, body: [paragraph("Own words.")] })
  if ("refused" in made) throw new Error(made.refused)
  expect(await perform(cy, "approve", made.story.id, made.story.revision)).toMatchObject(
    refusedBecause("somebody else's"),
  )
})

test("changes of a live story need approval of their own, corrections too; to move it away first is no way around", async () => {
  const { ada: _, ben, cy, story } = await written()
  const approved = await approve(ben, story)
  const live = done(await perform(ben, "publish", approved.id, approved.revision))
  const changed = await rewrite(ben, live, { standfirst: "New", section: (await openSection()).slug })
  for (const act of ["update", "minor", "correct", "scheduleChange"] as const)
    expect(
      await perform(ben, act, changed.id, changed.revision, { note: "It was so.", at: soon() }),
      act,
    ).toMatchObject(refusedBecause("changed after it was approved"))
  const again = await approve(cy, changed)
  expect(again.liveRevision).toBe(live.liveRevision)
  expect(done(await perform(ben, "update", again.id, again.revision)).text.standfirst).toBe("New")
})

test("what was scheduled and then changed does not go out unapproved, though it is due", async () => {
  const { ben, cy, story } = await written()
  const approved = await approve(ben, story)
  const scheduled = done(await perform(ben, "schedule", approved.id, approved.revision, { at: soon() }))
  const changed = await rewrite(ben, scheduled, { kicker: "Late" })
  await db.story.update({ where: { id: story.id }, data: { publishAt: new Date(Date.now() - 1_000) } })
  await performDue()
  expect((await findStory(story.id))?.status).toBe("scheduled")
  expect(await perform(CLOCK, "publish", story.id, changed.revision)).toMatchObject(
    refusedBecause("changed after it was approved"),
  )
  await approve(cy, changed)
  await performDue()
  // Another clock may be at it just now.
  await expect.poll(async () => (await findStory(story.id))?.status).toBe("published")
})

test("only administrators say where approval is needed, and where it is not nobody is asked", async () => {
  const { ben, story } = await written()
  expect(await askApproval(ben, story.text.section, false)).toMatchObject({ because: "no right" })
  expect(await askApproval(OPERATOR, story.text.section, false)).toMatchObject({ section: { approval: false } })
  expect(done(await perform(ben, "publish", story.id, story.revision)).status).toBe("published")
  expect(await askApproval(OPERATOR, "nowhere", true)).toMatchObject({ because: "not found" })
})
