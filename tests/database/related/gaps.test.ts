import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { addPackage, changePackage } from "@/lib/packages/packages.server"
import type { Gap } from "@/lib/related/gaps"
import { findGap, isStillLooking } from "@/lib/related/gaps.server"
import { findGroups } from "@/lib/related/graph.server"
import { repair } from "@/lib/related/repair.server"
import { suggest } from "@/lib/related/suggest.server"
import { findStory } from "@/lib/story/find.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, openSection, paragraph, storyIn } from "../../newsroom"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

async function told(headline: string, given: Partial<StoryText>) {
  const story = await storyIn("published", { headline, standfirst: "", body: [paragraph("Words.")], ...given })
  await suggest({ story: story.id })
  return story
}
const headlines = async (gap: Gap) => (await findGap(gap, new Date())).map(({ headline }) => headline)
const about = (words: string) => [paragraph(`${words} Rufus Tallander and Mirelle Vantongeren of Ostrova.`)]
const leadsTo = ({ text }: Story) => [
  {
    id: "p",
    kind: "paragraph" as const,
    text: [{ text: "See " }, { text: "there", link: `/${text.section}/${text.slug}` }],
  },
]

test("what nothing leads to, and what leads nowhere, is found, and mended by one change that can be undone", async () => {
  const { ada, ben } = await cast()
  const { slug: section } = await openSection(0)
  const harbour = await told("Harbour opens", { section, body: about("In the harbour stood") })
  const ships = await told("Ships arrive", { section, body: about("Aboard were") })
  const linked = await told("Linked", { section })
  expect(await isStillLooking()).toBe(false)
  const linking = await told("Linking", { section, body: leadsTo(linked) })
  const relating = await told("Relating", { section, related: [{ story: linking.id }] })
  expect(await headlines("orphans")).toEqual(["Relating", "Ships arrive", "Harbour opens"])
  await storyIn("draft", { section })
  expect(await isStillLooking(), "drafts lead nowhere yet").toBe(false)
  expect(await headlines("dead-ends")).toEqual(["Linking", "Linked", "Ships arrive", "Harbour opens"])
  const [, orphan] = await findGap("orphans", new Date())
  const why = /^In both: .*Rufus Tallander/
  expect(orphan).toMatchObject({
    story: ships.id,
    with: { story: harbour.id, headline: "Harbour opens", reasons: [expect.stringMatching(why)] },
  })

  const asked = { gap: "orphans" as const, story: ships.id, with: harbour.id }
  expect(await repair(ada, asked)).toMatchObject({ because: "no right" })
  expect(await repair(ben, asked)).toMatchObject({
    done: expect.stringContaining("“Harbour opens” is mended. Readers have it"),
  })
  expect(await repair(ben, asked)).toEqual({ done: "“Harbour opens” leads there already." })
  const mended = await findStory(harbour.id)
  expect(mended?.text.related).toEqual([{ story: ships.id }])
  expect(mended?.liveRevision, "readers have it").toBe(mended?.revision)
  await suggest({ story: harbour.id })
  expect(await headlines("orphans")).toEqual(["Relating", "Harbour opens"])

  await repair(ben, { gap: "dead-ends", story: ships.id })
  await suggest({ story: ships.id })
  expect(await headlines("dead-ends")).toEqual(["Linking", "Linked"])
  expect(await headlines("orphans")).toEqual(["Relating"])
  const hidden = await repair(ben, { gap: "dead-ends", story: relating.id })
  expect(hidden, "there is nothing near it").toMatchObject({ done: expect.stringContaining("already") })

  // Where the paper fills up by itself, a suggestion leads there.
  await db.section.update({ where: { slug: section }, data: { relatedMost: 5 } })
  await db.hiddenSuggestion.deleteMany()
  await told("Quay built", { section, body: about("On the quay were") })
  expect(await headlines("orphans")).toEqual([])
})

test("what very many lead to, and what is old and still led to, is told with what would be newer", async () => {
  const { slug: section } = await openSection(0)
  const old = await told("Old guide", { section, body: about("Years ago came") })
  const fresh = await told("New guide", { section, body: about("Today came") })
  for (let n = 0; n < 10; n++) await told(`Number ${n}`, { section, related: [{ story: old.id }] })
  await told("Number 10", { section, related: [{ story: fresh.id }] })
  const [most, ...others] = await findGap("overused", new Date())
  expect(most).toMatchObject({ story: old.id, from: 10, with: { headline: expect.any(String) } })
  expect(others.map(({ headline }) => headline)).not.toContain("New guide")
  expect(await headlines("stale")).toEqual([])
  // As if a year had gone by since: for the old one alone.
  const now = new Date()
  await db.$executeRaw`ALTER TABLE "Version" DISABLE TRIGGER USER`
  await db.$executeRaw`UPDATE "Version" SET "publishedAt" = now() - interval '400 days' WHERE id = ${old.liveId}::uuid`
  await db.$executeRaw`ALTER TABLE "Version" ENABLE TRIGGER USER`
  const stale = await findGap("stale", now)
  expect(stale).toMatchObject([{ headline: "Old guide", from: 10 }])
  expect(stale[0]?.with?.story, "what is near it and new").toBeDefined()
  expect(stale[0]?.with?.story).not.toBe(old.id)
})

test("the picture of the paper counts what leads where, by section and by package", async () => {
  const { ben, cleo } = await cast()
  const [one, two] = [await openSection(0), await openSection(0)]
  const first = await told("First", { section: one.slug })
  const second = await told("Second", { section: two.slug, related: [{ story: first.id }], body: leadsTo(first) })
  await told("Third", { section: two.slug, related: [{ story: second.id }, { story: first.id }] })
  await addPackage(cleo, { name: "Drawn", slug: "drawn" })
  await changePackage(ben, "drawn", 1, { stories: [first.id, second.id] })
  const ours = ({ slug }: { slug: string }) => [one.slug, two.slug].includes(slug)
  const { groups, leads } = await findGroups("section")
  expect(groups.filter(ours).sort((a, b) => a.stories - b.stories)).toEqual([
    { slug: one.slug, name: one.name, stories: 1 },
    { slug: two.slug, name: two.name, stories: 2 },
  ])
  expect(leads.filter(({ from }) => from === two.slug).sort((a, b) => a.links - b.links)).toEqual([
    { from: two.slug, to: two.slug, links: 1 },
    { from: two.slug, to: one.slug, links: 2 },
  ])
  expect(await findGroups("package")).toEqual({
    groups: [{ slug: "drawn", name: "Drawn", stories: 2 }],
    leads: [{ from: "drawn", to: "drawn", links: 1 }],
  })
})

test("a story whose items readers do not see leads nowhere, and one whose suggestion they see does not", async () => {
  const { ben } = await cast()
  const { slug: section } = await openSection(0)
  const target = await told("Target", { section })
  const draft = await storyIn("draft", { section })
  const [past, soon] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString())
  const only = (headline: string, manner: object, story = target) =>
    told(headline, { section, related: [{ story: story.id, ...manner }] })
  await only("Ended", { until: past })
  await only("Not begun", { from: soon })
  await only("Hidden", { hidden: true })
  await only("Not public", {}, draft)
  const seen = ["Shown for good", "Shown now"]
  await only("Shown for good", {})
  await only("Shown now", { from: past, until: soon })
  const found = await headlines("dead-ends")
  expect(found).toEqual(expect.arrayContaining(["Ended", "Not begun", "Hidden", "Not public", "Target"]))
  expect(found.filter((headline) => seen.includes(headline))).toEqual([])

  // Where the paper fills up: what an editor put there for a time, or what the text shows as a card, it does not suggest.
  const filled = (await openSection(5)).slug
  const near = await told("Near", { section: filled, body: about("Near it stood") })
  const withCard = [...about("A card beside"), { id: "card", kind: "relatedStory" as const, storyId: near.id }]
  await told("Carded", { section: filled, body: withCard })
  await db.hiddenSuggestion.createMany({
    data: [{ targetId: near.id, storyId: null, byId: ben.id, at: new Date() }],
  })
  const suggested = await told("Suggested", { section: filled, body: about("Suggested were") })
  await db.hiddenSuggestion.deleteMany()
  await db.suggestion.deleteMany({ where: { OR: [{ targetId: suggested.id }, { storyId: { not: suggested.id } }] } })
  const below = { score: 1, reasons: [{ part: "links" }] }
  const carded = await db.story.findFirstOrThrow({ where: { headline: "Carded" } })
  await db.suggestion.createMany({ data: [{ ...below, storyId: carded.id, targetId: near.id }] })
  const ended = await told("Ended and suggested", { section: filled, related: [{ story: near.id, until: past }] })
  await db.suggestion.createMany({ data: [{ ...below, storyId: ended.id, targetId: near.id }] })
  const now = await headlines("dead-ends")
  expect(now).toEqual(expect.arrayContaining(["Carded", "Ended and suggested"]))
  expect(now).not.toContain("Suggested")
  const line = (await findGap("dead-ends", new Date())).find(({ headline }) => headline === "Ended and suggested")
  expect(line?.with, "what is there for a time is no repair").toBeNull()
})
