import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findCorrections, findFront, findListPage } from "@/lib/story/listed.server"
import { findLatest, findLive } from "@/lib/story/live.server"
import { makeDraft, makeLive, makePaper, makeVersion, placesOfPaper, takeAway, word } from "../paper"

const P = (text: string) => [{ kind: "paragraph", id: "p", text: [{ text }] }]

async function live(section: string, slug: string) {
  const found = await findLive(section, slug)
  if (!("live" in found)) throw new Error(`not live: ${JSON.stringify(found)}`)
  return found.live
}

test("readers see the live version, never the draft that follows it", async () => {
  const paper = await makePaper()
  const story = await makeLive(paper, { headline: "As published", body: P("Public words") })
  const secret = `Secret ${word()}`
  await db.story.update({ where: { id: story.id }, data: { headline: secret, standfirst: secret, body: P(secret) } })
  const read = await live(story.section, story.slug)
  expect(read.headline).toBe("As published")
  const everywhere = [
    read,
    await findListPage("section", paper.section, 1),
    await findFront(9),
    await findLatest(500),
    await placesOfPaper(),
  ]
  expect(JSON.stringify(everywhere)).not.toContain(secret)
})

test("a story that was never public is nowhere: no page, no list, no feed", async () => {
  const paper = await makePaper()
  const draft = await makeDraft(paper, { byline: [{ personId: paper.person.id, name: "Ada" }] })
  expect(await findLive(draft.section, draft.slug)).toEqual({ nothing: true })
  expect((await findListPage("section", paper.section, 1))?.stories).toEqual([])
  expect(await findListPage("person", paper.person.slug, 1)).toBeNull()
  expect(JSON.stringify(await placesOfPaper())).not.toContain(draft.slug)
})

test("an old address leads to the present one, through every change of slug and section", async () => {
  const paper = await makePaper()
  const other = await makePaper()
  const story = await makeLive(paper)
  const [second, third] = [word(), word()]
  await makeVersion(story.id, "update", { slug: second })
  await makeVersion(story.id, "update", { slug: third, section: other.section })
  const present = { moved: `/${other.section}/${third}`, id: story.id }
  expect(await findLive(paper.section, story.slug)).toEqual(present)
  expect(await findLive(paper.section, second)).toEqual(present)
  expect((await live(other.section, third)).id).toBe(story.id)
  // The words of an address belong together: the new slug in the old section was never one.
  expect(await findLive(paper.section, third)).toEqual({ nothing: true })
})

test("a withdrawn story leaves its notice at every address it had, and nothing else anywhere", async () => {
  const paper = await makePaper()
  const topic = word()
  await db.topic.create({ data: { slug: topic, name: topic } })
  const story = await makeLive(paper, { topics: [topic], byline: [{ personId: paper.person.id, name: "Ada" }] })
  const newer = word()
  await makeVersion(story.id, "correct", { slug: newer }, "A correction of it.")
  const at = new Date("2026-01-02T03:04:05Z")
  await takeAway(story.id, "We could not stand by this story.", at)
  const withdrawn = { withdrawn: { notice: "We could not stand by this story.", at }, id: story.id }
  expect(await findLive(paper.section, story.slug)).toEqual(withdrawn)
  expect(await findLive(paper.section, newer)).toEqual(withdrawn)
  const lists = await Promise.all([
    findListPage("section", paper.section, 1),
    findListPage("topic", topic, 1),
    findListPage("person", paper.person.slug, 1),
    findFront(9),
    findCorrections(1),
    findLatest(500),
    placesOfPaper(),
  ])
  expect(JSON.stringify(lists)).not.toContain(story.headline)
  expect(JSON.stringify(lists)).not.toContain(newer)
})

test("a withdrawn story that is being mended as a draft still answers with its notice", async () => {
  const paper = await makePaper()
  const story = await makeLive(paper)
  await takeAway(story.id, "Wrong.")
  await db.story.update({ where: { id: story.id }, data: { status: "draft" } })
  expect(await findLive(story.section, story.slug)).toMatchObject({ withdrawn: { notice: "Wrong." } })
})

test("related news keeps the editors' order: public things only, never itself, never twice, five at most", async () => {
  const paper = await makePaper()
  const [draft, gone, ...open] = await Promise.all([
    makeDraft(paper),
    makeLive(paper),
    ...Array.from({ length: 6 }, () => makeLive(paper)),
  ])
  await takeAway(gone.id, "Gone.")
  const link = await db.outsideLink.create({
    data: { url: "https://example.org/a", headline: "Elsewhere", source: "Example", createdById: paper.person.id },
  })
  const [a, ...rest] = open.map(({ id }) => ({ story: id }))
  const related = [{ story: draft.id }, a, a, { link: link.id }, { story: gone.id }, { story: randomUUID() }, ...rest]
  const story = await makeLive(paper, { related: related as { story: string }[] })
  await makeVersion(story.id, "update", { related: [{ story: story.id }, ...related] as { story: string }[] })
  const read = await live(story.section, story.slug)
  expect(read.related.map(({ headline }) => headline)).toEqual([
    open[0]?.headline,
    "Elsewhere",
    ...open.slice(1, 4).map(({ headline }) => headline),
  ])
  expect(JSON.stringify(read)).not.toContain(draft.headline)
})

test("a correction is on the page from its own version on, newest first, and on the list of corrections", async () => {
  const paper = await makePaper()
  const story = await makeLive(paper, { headline: word() })
  await makeVersion(story.id, "correct", {}, "First.", new Date("2026-11-01T10:00:00Z"))
  await makeVersion(story.id, "update", { headline: `Now ${story.headline}` }, "", new Date("2026-11-02T10:00:00Z"))
  await makeVersion(story.id, "correct", {}, "Second.", new Date("2026-11-03T10:00:00Z"))
  const read = await live(story.section, story.slug)
  expect(read.corrections.map(({ note }) => note)).toEqual(["Second.", "First."])
  expect(read.updatedAt).toEqual(new Date("2026-11-03T10:00:00Z"))
  const listed = await allCorrections()
  const ours = listed.filter((one) => one.headline === `Now ${story.headline}`)
  expect(ours.map(({ note, address }) => [note, address])).toEqual([
    ["Second.", story.address],
    ["First.", story.address],
  ])
})

test("lists are newest first, twenty a page, and have no page behind their last", async () => {
  const paper = await makePaper()
  for (let i = 0; i < 21; i++)
    await makeLive(paper, { headline: `Story ${i}`, publishedAt: new Date(Date.UTC(2026, 0, 1 + i)) })
  const first = await findListPage("section", paper.section, 1)
  expect(first?.stories.map(({ headline }) => headline).slice(0, 2)).toEqual(["Story 20", "Story 19"])
  expect([first?.stories.length, first?.more]).toEqual([20, true])
  const second = await findListPage("section", paper.section, 2)
  expect([second?.stories.map(({ headline }) => headline), second?.more]).toEqual([["Story 0"], false])
  expect(await findListPage("section", paper.section, 3)).toBeNull()
  expect(await findListPage("section", word(), 1)).toBeNull()
})

test("names of the paper's people lead to their pages, and their pages to what they wrote", async () => {
  const paper = await makePaper()
  const story = await makeLive(paper, { byline: [{ personId: paper.person.id, name: "Ada V." }, { name: "Belga" }] })
  expect((await live(story.section, story.slug)).byline).toEqual([
    { name: "Ada V.", slug: paper.person.slug },
    { name: "Belga", slug: null },
  ])
  const page = await findListPage("person", paper.person.slug, 1)
  expect(page?.of.name).toBe(paper.person.name)
  expect(page?.stories.map(({ id }) => id)).toEqual([story.id])
})

async function allCorrections() {
  const all = []
  for (let page = 1; ; page++) {
    const { corrections, more } = await findCorrections(page)
    all.push(...corrections)
    if (!more) return all
  }
}
