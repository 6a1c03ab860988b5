import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { addPackage, changePackage, choosePackages, findPackage, removePackage } from "@/lib/packages/packages.server"
import type { Person } from "@/lib/people/people"
import { findSuggestions, hideSuggestion } from "@/lib/related/hidden.server"
import { suggest, suggestRest } from "@/lib/related/suggest.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, done, openSection, paragraph, storyIn } from "../../newsroom"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

const NEVER = new AbortController().signal

/** A live story of a section that is filled up, with its suggestions made. */
async function told(section: string, headline: string, text: string, given: Partial<StoryText> = {}) {
  const story = await storyIn("published", { headline, standfirst: "", body: [paragraph(text)], section, ...given })
  await suggest({ story: story.id })
  return story
}

const CLOSING = "On Monday Zelda Quintens closed the centre in Molenrode. She had warned Fedasil, said Zelda Quintens."
const COURT = "Judges heard how Zelda Quintens decided. It surprised Fedasil. Yesterday Zelda Quintens was there."

async function pageOf({ text: { section, slug } }: Story) {
  const found = await findLive(section, slug)
  if (!("live" in found)) throw new Error("not live")
  return found.live
}
const below = async (story: Story) =>
  (await pageOf(story)).related.map(({ headline, reason }) => `${headline}: ${reason ?? ""}`)

test("stories with rare names in common lead to each other with the reason, as long as both are public", async () => {
  const { ben, cleo } = await cast()
  const { slug } = await openSection(5)
  const first = await told(slug, "Centre closed", CLOSING)
  const other = await told(slug, "Rain all week", "It rained in Kasterbeek, said nobody of the council.")
  expect(await below(first)).toEqual([])
  const second = await told(slug, "Judges look at it", COURT)
  expect(await below(second)).toEqual(["Centre closed: In both: Zelda Quintens, Fedasil"])
  expect(await below(first)).toEqual(["Judges look at it: In both: Zelda Quintens, Fedasil"])
  expect(await below(other)).toEqual([])
  expect((await pageOf(first)).tags).toEqual(expect.arrayContaining([`suggestions:${first.id}`, `story:${second.id}`]))

  const rows = () => db.suggestion.findMany({ orderBy: [{ storyId: "asc" }] })
  const before = [await rows(), await db.clue.findMany({ orderBy: { id: "asc" } })]
  const events = await db.storyEvent.count()
  await suggest({ story: second.id })
  await db.suggested.delete({ where: { storyId: second.id } })
  await suggest({ story: second.id })
  expect([await rows(), await db.clue.findMany({ orderBy: { id: "asc" } })], "twice is once").toEqual(before)
  expect(await db.storyEvent.count(), "told once more: pages made meanwhile said less").toBe(events + 1)

  const gone = done(await perform(ben, "withdraw", second.id, second.revision, { note: "It was not so." }))
  expect(await below(first), "at once, before any job").toEqual([])
  await suggest({ story: second.id })
  expect(await rows()).toEqual([])
  expect(await db.storyClue.count({ where: { storyId: second.id } })).toBe(0)
  expect(await db.clue.count({ where: { stories: { lte: 0 } } })).toBe(0)

  const back = done(await perform(ben, "restore", gone.id, gone.revision))
  const again = done(await perform(ben, "publish", back.id, back.revision))
  await suggest({ story: again.id })
  expect(await below(first)).toHaveLength(1)
  await perform(cleo, "remove", again.id, again.revision, { note: "By order of a court." })
  expect(await db.storyClue.count({ where: { storyId: again.id } }), "with the act itself").toBe(0)
  expect(await rows()).toEqual([])
  const live = await db.story.count({ where: { liveId: { not: null } } })
  expect(await db.suggested.count(), "one for each live story").toBe(live)
})

test("an act queues it, and an archive that nobody looked at is looked at", async () => {
  const { slug } = await openSection(5)
  const story = await storyIn("published", { section: slug, body: [paragraph(CLOSING.replaceAll("Zelda", "Wanda"))] })
  const jobs = await db.$queryRaw<
    unknown[]
  >`SELECT FROM "Job" WHERE kind = 'suggest' AND payload->>'story' = ${story.id}`
  expect(jobs).toHaveLength(1)
  expect(await db.suggested.count({ where: { storyId: story.id } })).toBe(0)
  await suggestRest({}, NEVER)
  expect(await db.suggested.findUnique({ where: { storyId: story.id } })).toMatchObject({ versionId: story.liveId })
})

test("an editor's picks come first; the rest is filled up to the section's maximum, nothing twice", async () => {
  const { ben } = await cast()
  const { slug } = await openSection(3)
  const about = (n: number) =>
    `In Ostrova harbour ${"I".repeat(n)} saw Rufus Tallander and Mirelle Vantongeren of Ostrova.`
  const stories: Story[] = []
  for (let n = 1; n <= 6; n++) stories.push(await told(slug, `Harbour ${"ABCDEF"[n - 1]}`, about(n)))
  const [first, second, third] = stories as [Story, Story, Story]
  const reason = "In both: Mirelle Vantongeren, Rufus Tallander, Ostrova"
  expect(await below(first)).toHaveLength(3)
  expect((await below(first))[0]).toContain(reason)
  const card = { id: "card", kind: "relatedStory" as const, storyId: second.id }
  const saved = await saveDraft(ben, first.id, first.revision, {
    body: [...first.text.body, card],
    related: [{ story: third.id, reason: "Earlier" }],
  })
  if (!("saved" in saved)) throw new Error("not saved")
  await perform(ben, "update", first.id, saved.saved.revision)
  await suggest({ story: first.id })
  const lines = await below(first)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toBe("Harbour C: Earlier")
  expect(
    lines.filter((line) => line.startsWith("Harbour B")),
    "it is a card in the text",
  ).toEqual([])
  expect(new Set(lines).size).toBe(3)
  await db.section.update({ where: { slug }, data: { relatedMost: 0 } })
  expect(await below(first)).toEqual(["Harbour C: Earlier"])
})

test("neither a topic, nor a byline, nor one name alone makes a suggestion, nor the same story told twice", async () => {
  const { slug } = await openSection(5)
  await db.topic.create({ data: { slug: "fishing", name: "Fishing" } })
  const given = { topics: ["fishing"], byline: [{ name: "Odile Marchand" }] }
  const first = await told(slug, "Nets are full", "The boats of Wilma Oosterhuis came in.", given)
  const second = await told(slug, "Prices fall", "At the auction Wilma Oosterhuis shrugged.", given)
  expect(await below(first)).toEqual([])
  expect(await below(second)).toEqual([])
  const twin = await told(slug, "Twins", CLOSING.replaceAll("Zelda", "Vesna"))
  await told(slug, "Twins", CLOSING.replaceAll("Zelda", "Vesna"))
  expect((await below(twin)).filter((line) => line.startsWith("Twins"))).toEqual([])
})

test("a link from one to the other counts, both ways", async () => {
  const { slug } = await openSection(5)
  const first = await told(slug, "Mill to be sold", "The mill of Petra Ingelmunster is for sale.")
  const link = `/${first.text.section}/${first.text.slug}`
  const body = [
    {
      id: "p",
      kind: "paragraph" as const,
      text: [{ text: "As was said of " }, { text: "a mill", link }, { text: " of Petra Ingelmunster." }],
    },
  ]
  const second = await told(slug, "Buyers come", "", { body })
  expect(await below(first)).toEqual(["Buyers come: In both: Petra Ingelmunster"])
  expect(await below(second)).toEqual(["Mill to be sold: In both: Petra Ingelmunster"])
})

test("what an editor hides is shown neither here nor, where that was meant, anywhere, until it is taken back", async () => {
  const { ada, ben } = await cast()
  const { slug } = await openSection(5)
  const about = (who: string) => `In Ravelstein the miller ${who} met Ottoline Brackx and Ferre Coucke.`
  const first = await told(slug, "Mill one", about("Anton"))
  const second = await told(slug, "Mill two", about("Berta"))
  const third = await told(slug, "Mill three", about("Cyriel"))
  const shows = async (story: Story) => (await pageOf(story)).related.map(({ headline }) => headline).sort()
  expect(await shows(second)).toEqual(["Mill one", "Mill three"])

  const asked = { story: first.id, hide: "here" as const }
  expect(await hideSuggestion(ada, second.id, asked)).toMatchObject({ because: "no right" })
  expect(await hideSuggestion(ben, second.id, asked)).toEqual({ hidden: "here" })
  expect(await shows(second)).toEqual(["Mill three"])
  expect(await shows(third)).toEqual(["Mill one", "Mill two"])
  const seen = await findSuggestions(second, new Date())
  expect(seen.items.map(({ headline }) => headline)).toEqual(["Mill three"])
  expect(seen.hidden).toMatchObject([{ story: first.id, headline: "Mill one", everywhere: false, by: ben.name }])

  await hideSuggestion(ben, second.id, { story: first.id, hide: "everywhere" })
  expect(await shows(third)).toEqual(["Mill two"])
  for (const hidden of [second, third])
    expect(await hideSuggestion(ben, hidden.id, asked), "here is less than everywhere").toEqual({
      hidden: "everywhere",
    })
  expect(await shows(third)).toEqual(["Mill two"])
  const [event] = await db.storyEvent.findMany({ orderBy: { position: "desc" }, take: 1 })
  expect(event?.tags).toEqual(expect.arrayContaining([`suggestions:${second.id}`, `suggestions:${third.id}`]))
  await hideSuggestion(ben, second.id, { story: first.id, hide: "nowhere" })
  expect(await shows(third)).toEqual(["Mill one", "Mill two"])
})

test("a draft is told what its words would lead to, before anybody reads it", async () => {
  const { slug } = await openSection(5)
  const first = await told(slug, "Lock closed", "At the lock of Sint-Joost stood Hilde Ravijts and Koen Melsens.")
  const text = "Nobody believed Hilde Ravijts, and nobody asked Koen Melsens."
  const draft = await storyIn("draft", { section: slug, body: [paragraph(text)] })
  const { items } = await findSuggestions(draft, new Date())
  expect(items).toEqual([
    { story: first.id, headline: "Lock closed", reasons: ["In both: Hilde Ravijts, Koen Melsens"] },
  ])
})

test("stories of one package lead to each other for as long as they are in it", async () => {
  const { ben, cleo } = await cast()
  const { slug } = await openSection(5)
  const first = await told(slug, "Dike raised", "The dike of Overmere is higher.")
  const second = await told(slug, "Sheep moved", "Sheep graze elsewhere.")
  const third = await told(slug, "Pumps tested", "The pumps were tried.")
  const draft = await storyIn("draft", { section: slug, headline: "Not yet" })
  await addPackage(cleo, { name: "High water", slug: "high-water" })
  /** What was queued is done, of these stories alone. */
  const work = async () => {
    for (const { id } of [first, second, third, draft]) await suggest({ story: id })
  }
  const queued = () => db.$queryRaw<{ story: string }[]>`
    DELETE FROM "Job" WHERE kind = 'suggest' RETURNING payload->>'story' AS story`
  await queued()
  await changePackage(ben, "high-water", 1, { stories: [first.id, second.id, draft.id] })
  expect((await queued()).map(({ story }) => story).sort()).toEqual([first.id, second.id].sort())
  await work()
  expect(await below(first)).toEqual(["Sheep moved: From the same package"])
  expect(await below(second)).toEqual(["Dike raised: From the same package"])
  const { items } = await findSuggestions(draft, new Date())
  expect(items.map(({ headline }) => headline).sort()).toEqual(["Dike raised", "Sheep moved"])

  await choosePackages(ben, third.id, ["high-water"])
  await work()
  expect(await below(third)).toHaveLength(2)
  const { revision } = (await findPackage("high-water")) ?? { revision: 0 }
  await changePackage(ben, "high-water", revision, { stories: [third.id, first.id] })
  await work()
  expect(await below(second), "it was taken out").toEqual([])
  expect(await below(first)).toEqual(["Pumps tested: From the same package"])
  await queued()
  await changePackage(ben, "high-water", revision + 1, { stories: [first.id, third.id] })
  expect(await queued(), "another order is no other company").toEqual([])
  await removePackage(cleo, "high-water", revision + 2)
  await work()
  for (const story of [first, second, third]) expect(await below(story)).toEqual([])
})

test("a suggestion that became an editor's own says what is in both, as it changes, and nothing that is not so, job or no job", async () => {
  const { ben } = await cast()
  const { slug } = await openSection(5)
  const first = await told(slug, "Centre closed again", CLOSING.replaceAll("Zelda", "Yolanda"))
  const second = await told(slug, "Judges look again", COURT.replaceAll("Zelda", "Yolanda"))
  const why = "Judges look again: In both: Yolanda Quintens, Fedasil"
  const picked = await update(ben, first, { related: [{ story: second.id }] })
  expect(await below(first)).toContain(why)
  await suggest({ story: first.id })
  expect(await below(first)).toContain(why)

  const other = await update(ben, second, {
    headline: "Bakers count loaves",
    body: [paragraph("Bread, and more bread.")],
  })
  expect(await below(first), "before the job").toContain("Bakers count loaves: ")
  await suggest({ story: other.id })
  expect(await below(first), "after it").toContain("Bakers count loaves: ")

  const third = await told(slug, "A third of them", COURT.replaceAll("Zelda", "Yolanda"))
  expect(await below(third)).toContain("Centre closed again: In both: Yolanda Quintens, Fedasil")
  await update(ben, picked, { headline: "Cats sleep", body: [paragraph("They sleep all day.")] })
  const names = (await below(third)).filter((line) => line.startsWith("Cats sleep"))
  expect(names, "with the next request, before the job").toEqual([])
})

async function update(ben: Person, { id, revision }: Story, changes: Partial<StoryText>): Promise<Story> {
  const saved = await saveDraft(ben, id, revision, changes)
  if (!("saved" in saved)) throw new Error("not saved")
  return done(await perform(ben, "update", id, saved.saved.revision))
}
