import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { readClues } from "@/lib/related/clues.server"
import { addLink, removeLink } from "@/lib/related/links.server"
import { findNotes, keepNote, keepNotes } from "@/lib/related/notes.server"
import { resolveRelated } from "@/lib/related/related.server"
import { changesBy } from "@/lib/story/age"
import { impactOf } from "@/lib/story/impact.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { RelatedItem, Story } from "@/lib/story/story"
import { findCompared, findReadableVersion } from "@/lib/versions/find.server"
import { cast, done, rareWord, storyIn } from "../../newsroom"

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)

async function pageOf({ text: { section, slug } }: Story, now = new Date()) {
  const found = await findLive(section, slug, now)
  if (!("live" in found)) throw new Error("not live")
  return found.live
}
const headlinesOf = async (story: Story, now?: Date) =>
  (await pageOf(story, now)).related.map(({ headline }) => headline)

const update = async (story: Story, related: RelatedItem[]) => {
  const { ben } = await cast()
  const saving = await saveDraft(ben, story.id, story.revision, { related })
  if (!("saved" in saving)) throw new Error("not saved")
  return done(await perform(ben, "update", story.id, saving.saved.revision))
}

test("readers see what an editor shows them at that moment, in every version that they may look up", async () => {
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => storyIn("published")))
  if (!one || !two || !three) throw new Error("no stories")
  const [soon, later] = [inHours(1), inHours(2)]
  const first = await storyIn("published", {
    related: [
      { story: one.id },
      { story: two.id, from: soon.toISOString(), until: later.toISOString(), pinned: true },
      { story: three.id, hidden: true },
    ],
  })
  const page = await pageOf(first)
  expect(page.related.map(({ headline }) => headline)).toEqual([one.text.headline])
  expect(changesBy(page, new Date())).toEqual(soon)
  expect(page.tags).not.toContain(`story:${two.id}`)
  expect(await headlinesOf(first, soon)).toEqual([two.text.headline, one.text.headline])
  expect((await pageOf(first, soon)).tags).toContain(`story:${two.id}`)
  expect(await headlinesOf(first, later)).toEqual([one.text.headline])

  const second = await update(first, [{ story: one.id, headlineForReaders: "In other words" }, { story: three.id }])
  expect(await headlinesOf(second)).toEqual(["In other words", three.text.headline])
  const old = await findReadableVersion(second.id, 1, soon)
  expect(old?.related.map(({ headline }) => headline)).toEqual([two.text.headline, one.text.headline])
  const compared = await findCompared(second.id, 1, 2, new Date())
  expect(compared?.relatedMoments).toEqual([soon, later])
  expect(compared?.tags).toContain(`story:${three.id}`)
  expect(compared?.tags).not.toContain(`story:${two.id}`)
})

test("what carries a story is told as readers see it; what hides it names it, and no reason for others", async () => {
  const target = await storyIn("published")
  const open = await storyIn("published", { related: [{ story: target.id }] })
  const hiding = await storyIn("published", { related: [{ story: target.id, hidden: true }] })
  const before = await storyIn("published", { related: [{ story: target.id, from: inHours(1).toISOString() }] })
  const impact = await impactOf(target.id)
  expect(impact?.shownBy.map(({ id }) => id)).toEqual([open.id])
  expect(impact?.namedBy.map(({ id }) => id).sort()).toEqual([hiding.id, before.id].sort())
  const linked = async (story: Story) =>
    (await readClues(db, story.id, story.text)).filter(({ of }) => of === "link").map(({ key }) => key)
  expect(await linked(open)).toEqual([target.id])
  expect(await linked(hiding)).toEqual([])
  expect(await linked(before)).toEqual([])
})

test("the desk is given what is said of each item beside its own headline", async () => {
  const target = await storyIn("published")
  const manner = { headlineForReaders: "In short", pinned: true as const, until: inHours(1).toISOString() }
  expect(await resolveRelated([{ story: target.id, ...manner }])).toEqual([
    expect.objectContaining({ story: target.id, headline: target.text.headline, ...manner }),
  ])
})

test("a note is written by whoever may write the story, and says whose it is and when; without words it goes", async () => {
  const { ada, ben } = await cast()
  const [story, target] = [await storyIn("filed"), await storyIn("published")]
  const note = (text: string, actor = ben) => keepNote(actor, { id: story.id, target: target.id, text })
  expect(await note("Mine.", ada)).toMatchObject({ because: "no right", refused: expect.stringContaining("filed") })
  expect(await findNotes(story.id)).toEqual({})
  expect(await note("Why it is here.")).toEqual({
    note: { text: "Why it is here.", by: ben.name, at: expect.any(Date) },
  })
  const first = await findNotes(story.id)
  const cleo = (await cast()).cleo
  await keepNotes(cleo, story.id, new Map([[target.id, "Why it is here."]]))
  expect(await findNotes(story.id), "the same words stay whose they were").toEqual(first)
  await keepNotes(cleo, story.id, new Map([[target.id, "For another reason."]]))
  expect(await findNotes(story.id)).toMatchObject({ [target.id]: { text: "For another reason.", by: cleo.name } })
  expect(story.revision, "and the text is as it was").toBe(
    (await db.story.findUniqueOrThrow({ where: { id: story.id } })).revision,
  )
  expect(await note("")).toEqual({ note: null })
  expect(await findNotes(story.id)).toEqual({})
  expect(await keepNote(ben, { id: story.id, target: randomUUID(), text: "x" })).toMatchObject({ because: "not found" })
  expect(await keepNote(ben, { id: randomUUID(), target: target.id, text: "x" })).toMatchObject({
    because: "not found",
  })
})

test("a note goes with what it is about: a story that is removed, here and elsewhere, and a link", async () => {
  const { ben, cleo } = await cast()
  const [gone, other] = [await storyIn("published"), await storyIn("draft")]
  const link = await addLink(ben, { url: "https://example.org/", headline: rareWord() })
  if ("refused" in link) throw new Error(link.refused)
  for (const [id, target] of [
    [gone.id, other.id],
    [other.id, gone.id],
    [other.id, link.link.id],
  ] as const)
    await keepNote(ben, { id, target, text: "Why." })
  done(await perform(cleo, "remove", gone.id, gone.revision, { note: "By order." }))
  expect(await findNotes(gone.id)).toEqual({})
  expect(Object.keys(await findNotes(other.id))).toEqual([link.link.id])
  expect(await removeLink(cleo, link.link.id)).toEqual({ removed: link.link.id })
  expect(await findNotes(other.id)).toEqual({})
})
