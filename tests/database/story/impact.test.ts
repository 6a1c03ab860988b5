import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { arrange } from "@/lib/front/arrange.server"
import { impactOf, moveOf } from "@/lib/story/impact.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { arranged, inHours, slotFor } from "../../front"
import { cast, done, openSection, paragraph, storyIn } from "../../newsroom"

const card = (storyId: string) => ({ kind: "relatedStory" as const, id: randomUUID().slice(0, 12), storyId })
test("what carries a story: lists, places now and later, related news, cards, and drafts", async () => {
  const { ada, ben } = await cast()
  const section = await openSection()
  const byline = [{ name: ada.name, personId: ada.id }, { name: "Belga" }]
  const story = await storyIn("published", { section: section.slug, byline })
  const id = story.id
  expect(await impactOf(id)).toMatchObject({ slots: [], shownBy: [], namedBy: [] })

  const page = section.slug
  arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(story)], from: null }))
  const other = await storyIn("published", { section: page })
  arranged(await arrange(ben, { page, revision: 1, slots: [slotFor(other), slotFor(story)], from: inHours(2) }))
  const related = await storyIn("published", { related: [{ story: id, reason: "It began here." }] })
  const withCard = await storyIn("published", { body: [paragraph("See:"), card(id)] })
  const draft = await storyIn("draft", { related: [{ story: id }] })
  const drafted = await storyIn("filed", { body: [paragraph("See:"), card(id)] })
  await storyIn("spiked", { related: [{ story: id }] })
  await storyIn("withdrawn", { related: [{ story: id }] })
  await storyIn("published", { related: [{ story: other.id }] })

  const impact = await impactOf(id)
  const person = await db.person.findUniqueOrThrow({ where: { id: ada.id } })
  expect(impact?.lists).toEqual([
    { name: section.name, address: `/${page}` },
    { name: `the page of ${ada.name}`, address: `/by/${person.slug}` },
  ])
  expect(impact?.slots).toEqual([
    { page: section.name, place: 1, from: null },
    { page: section.name, place: 2, from: expect.any(Date) },
  ])
  const ids = (lines: { id: string }[] = []) => lines.map((line) => line.id).sort()
  expect(ids(impact?.shownBy.filter(({ how }) => how === "related"))).toEqual([related.id])
  expect(ids(impact?.shownBy.filter(({ how }) => how === "card"))).toEqual([withCard.id])
  expect(ids(impact?.namedBy)).toEqual(ids([draft, drafted]))
})

test("once a story is withdrawn no list carries it, and whoever leads to it is still told", async () => {
  const { ben } = await cast()
  const story = await storyIn("published")
  const leading = await storyIn("published", { related: [{ story: story.id }] })
  done(await perform(ben, "withdraw", story.id, story.revision, { note: "Not so." }))
  expect(await impactOf(story.id)).toMatchObject({ lists: [], shownBy: [{ id: leading.id, how: "related" }] })
})

test("of a story that is not there nothing is known", async () => {
  expect(await impactOf(randomUUID())).toBe(null)
  expect(await impactOf("no id")).toBe(null)
})

test("before a story moves it is said where to, what leads there from now on, and that it keeps its places", async () => {
  const { ben } = await cast()
  const [before, after] = [await openSection(), await openSection()]
  const story = await storyIn("published", { section: before.slug })
  expect(await moveOf(story)).toBe(null)
  const page = before.slug
  arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(story)], from: null }))
  const leading = await storyIn("published", { related: [{ story: story.id }] })
  const saved = async (revision: number, changes: { slug?: string; section?: string }) => {
    const saving = await saveDraft(ben, story.id, revision, changes)
    if (!("saved" in saving)) throw new Error("not saved")
    return saving.saved
  }
  const [from, slug] = [`/${before.slug}/${story.text.slug}`, `${story.text.slug}-again`]
  const moved = await saved(story.revision, { slug })
  const found = `Readers will find it at /${before.slug}/${slug}. ${from} leads there for good, and so does every link to it from outside.`
  expect(await moveOf(moved)).toEqual([
    found,
    `“${leading.text.headline}” will lead to the new address.`,
    `It has a place on ${before.name} (place 1), which it keeps.`,
  ])
  const other = await moveOf(await saved(moved.revision, { section: after.slug }))
  expect(other?.[1]).toBe(`It leaves the pages and feeds of /${before.slug} and comes onto those of /${after.slug}.`)
  expect(await moveOf(await storyIn("draft"))).toBe(null)
})
