import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { CLOCK, OPERATOR } from "@/lib/people/people"
import { search } from "@/lib/search/find.server"
import type { Asked } from "@/lib/search/found"
import { performDue } from "@/lib/story/clock.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { addTopic, renameTopic } from "@/lib/story/sections.server"
import type { Status, Story, StoryText } from "@/lib/story/story"
import { cast, done, hire, openSection, paragraph, rareWord, storyIn } from "../../newsroom"

const ask = (q: string, narrowed: Partial<Asked> = {}) =>
  search({ q, page: 1, section: null, topic: null, author: null, year: null, ...narrowed }, new Date())

async function idsOf(q: string, narrowed: Partial<Asked> = {}) {
  return (await ask(q, narrowed))?.stories.map(({ id }) => id) ?? []
}

/** Nothing of it is found: no story, no count, no word that it alone has. */
async function isNowhere(word: string) {
  const found = await ask(word)
  expect(found?.total).toEqual({ stories: 0, only: false })
  expect(JSON.stringify([found?.stories, found?.facets, found?.perhaps, found?.instead])).not.toContain(word)
  const held = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "SearchEntry" WHERE words @@ plainto_tsquery('paper_en', ${word}) OR text LIKE ${`%${word}%`}`
  expect(held).toEqual([])
  expect(await db.searchWord.findMany({ where: { word } })).toEqual([])
}

const inEveryField = (word: string): Partial<StoryText> => ({
  ...{ headline: `About ${word}`, standfirst: `Why ${word}`, kicker: word, dateline: word, byline: [{ name: word }] },
  body: [paragraph(`It is ${word}.`), { id: "c", kind: "crosshead", text: word }],
})

for (const status of ["draft", "filed", "scheduled", "spiked", "withdrawn"] satisfies Status[])
  test(`no word of a ${status} story is ever found`, async () => {
    const word = letters()
    await storyIn(status, inEveryField(word))
    await isNowhere(word)
    // A typo away from it, nothing is suggested either.
    const near = await ask(`${word.slice(0, -1)}x`)
    expect([near?.instead, near?.perhaps]).toEqual([null, null])
  })

/** A word of letters alone that stands nowhere else, of the kind that the vocabulary keeps. */
const letters = () => rareWord().replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")

async function rewrite(story: Story, changes: Partial<StoryText>): Promise<Story> {
  const saving = await saveDraft(await hire("editor"), story.id, story.revision, changes)
  if (!("saved" in saving)) throw new Error("not saved")
  return saving.saved
}

test("search knows a story from the act on: publish, update, correct, withdraw, restore, publish", async () => {
  const { ben } = await cast()
  const [first, second, third] = [letters(), letters(), letters()]
  let story = await storyIn("filed", { headline: `The ${first}` })
  await isNowhere(first)
  story = done(await perform(ben, "publish", story.id, story.revision))
  expect(await idsOf(first)).toEqual([story.id])

  story = await rewrite(story, { headline: `The ${second}` })
  expect(await idsOf(first), "an edit is the newsroom's").toEqual([story.id])
  await isNowhere(second)
  story = done(await perform(ben, "update", story.id, story.revision))
  expect(await idsOf(second)).toEqual([story.id])
  await isNowhere(first)

  story = await rewrite(story, { body: [paragraph(`Not ${third}, but that.`)] })
  story = done(await perform(ben, "correct", story.id, story.revision, { note: "It was another." }))
  expect(await idsOf(`${second} ${third}`)).toEqual([story.id])

  story = done(await perform(ben, "withdraw", story.id, story.revision, { note: "Its source was not who he said." }))
  await isNowhere(second)
  await isNowhere(third)
  story = done(await perform(ben, "restore", story.id, story.revision))
  await isNowhere(second)
})

test("what the clock publishes is found, and not a moment before", async () => {
  const { ben } = await cast()
  const word = letters()
  const filed = await storyIn("filed", { headline: `Due ${word}` })
  const at = new Date(Date.now() + 3_600_000)
  const scheduled = done(await perform(ben, "schedule", filed.id, filed.revision, { at }))
  await isNowhere(word)
  await perform(CLOCK, "publish", filed.id, scheduled.revision, {}, at)
  expect(await idsOf(word)).toEqual([filed.id])
  await performDue()
})

test("an act that fails leaves search as it was", async () => {
  const { ada, ben } = await cast()
  const word = letters()
  const story = await storyIn("published", { headline: `Stays ${word}` })
  expect("refused" in (await perform(ada, "withdraw", story.id, story.revision, { note: "No right." }))).toBe(true)
  expect("stale" in (await perform(ben, "withdraw", story.id, story.revision - 1, { note: "Stale." }))).toBe(true)
  expect(await idsOf(word)).toEqual([story.id])
})

test("an entry whose version is no longer the live one is not found, whatever is left in the table", async () => {
  const word = letters()
  const story = await storyIn("published", { headline: `Left ${word}` })
  await db.story.update({ where: { id: story.id }, data: { liveId: null, status: "withdrawn" } })
  expect(await idsOf(word)).toEqual([])
  expect((await ask(word))?.total.stories).toBe(0)
  await db.story.update({ where: { id: story.id }, data: { liveId: story.liveId, status: "published" } })
})

const INFLECTED = [
  { language: "en", written: "The ministers were negotiating", q: "minister negotiate" },
  { language: "nl", written: "De verkiezingen en de burgemeesters", q: "verkiezing burgemeester" },
  { language: "fr", written: "Les grévistes réclamaient des étés", q: "greviste réclament été" },
  { language: "de", written: "Die Güterzüge und die Brücken", q: "Güterzug brucke" },
] as const

for (const { language, written, q } of INFLECTED)
  test(`a story in ${language} is found by other forms of its words, with accents or without`, async () => {
    const word = letters()
    const story = await storyIn("published", { language, headline: `${written} ${word}` })
    expect(await idsOf(`${q} ${word}`)).toEqual([story.id])
    const found = await ask(`${q} ${word}`)
    const marked = found?.stories[0]?.marked.headline.filter((part) => part.found).map(({ words }) => words)
    expect(marked).toContain(word)
    expect(marked?.length).toBeGreaterThan(1)
  })

test("a phrase is its words in their order, and a minus leaves out", async () => {
  const word = letters()
  const inOrder = await storyIn("published", { body: [paragraph(`${word} leaves the old station at night`)] })
  const scattered = await storyIn("published", { body: [paragraph(`${word}: the station is old`)] })
  expect((await idsOf(`${word} old station`)).sort()).toEqual([inOrder.id, scattered.id].sort())
  expect(await idsOf(`${word} "old station"`)).toEqual([inOrder.id])
  expect(await idsOf(`${word} -"old station"`)).toEqual([scattered.id])
  expect(await idsOf(`${word} station -night`)).toEqual([scattered.id])
})

test("names and days narrow a question, by the paper's clock", async () => {
  const word = letters()
  const section = await openSection()
  const { ada } = await cast()
  const topic = letters()
  await db.topic.create({ data: { slug: topic, name: `Topic ${topic}` } })
  const byline = [{ personId: ada.id, name: ada.name }]
  const mine = await storyIn("published", { headline: `One ${word}`, section: section.slug, topics: [topic], byline })
  const other = await storyIn("published", { headline: `Two ${word}`, byline: [{ name: "Belga" }] })
  const adas = ada.name.split(" ").at(-1) ?? ""
  const both = [mine.id, other.id].sort()
  const narrow: Record<string, string[]> = {
    [`section:${section.slug}`]: [mine.id],
    [`section:"${section.name}"`]: [mine.id],
    [`-section:${section.slug}`]: [other.id],
    [`topic:"topic ${topic}"`]: [mine.id],
    [`author:${adas}`]: [mine.id],
    [`author:"${ada.name}"`]: [mine.id],
    "author:belga": [other.id],
    "-author:belga": [mine.id],
    "after:2020": both,
    "before:2020": [],
    "before:2999 after:2020-01": both,
    "topic:nobody-knows": both,
  }
  for (const [operator, ids] of Object.entries(narrow))
    expect((await idsOf(`${word} ${operator}`)).sort(), operator).toEqual(ids)
  expect((await ask(`${word} topic:nobody-knows`))?.remarks[0]).toContain("no topic called “nobody-knows”")
  const slug = (await db.person.findUniqueOrThrow({ where: { id: ada.id } })).slug
  expect(await idsOf(word, { author: slug })).toEqual([mine.id])
  expect(await idsOf(word, { topic })).toEqual([mine.id])
  expect(await idsOf(word, { section: section.slug, year: new Date().getUTCFullYear() })).toEqual([mine.id])
  expect(await idsOf(word, { year: 1999 })).toEqual([])
})

test("a topic and a section under new names are found by those, at once, and no more by the old", async () => {
  const [word, before, after] = [letters(), letters(), letters()]
  const added = await addTopic(OPERATOR, { name: before })
  if ("refused" in added) throw new Error(added.refused)
  const story = await storyIn("published", { headline: `Filed ${word}`, topics: [added.topic.slug] })
  expect(await idsOf(`${word} ${before}`)).toEqual([story.id])
  await renameTopic(OPERATOR, added.topic.slug, { name: after })
  expect(await idsOf(`${word} ${after}`)).toEqual([story.id])
  expect(await idsOf(`${word} topic:${after}`)).toEqual([story.id])
  expect(await idsOf(`${word} ${before}`)).toEqual([])
  expect((await ask(word))?.facets.topic).toEqual([{ value: added.topic.slug, name: after, stories: 1 }])
})

test("a typo finds what was meant and says so, a rare word suggests a common one, and a name stays as it is", async () => {
  const word = letters()
  const story = await storyIn("published", { headline: `Seen ${word}` })
  const swapped = word.slice(0, 4) + word.slice(5, 6) + word.slice(4, 5) + word.slice(6)
  // Two letters alike: one more at the end, which is no ending of English.
  const typo = swapped === word ? `${word}k` : swapped
  const found = await ask(`seen ${typo}`)
  expect(found?.stories.map(({ id }) => id)).toEqual([story.id])
  expect(found?.instead).toBe(`seen ${word}`)
  expect((await ask(`seen ${word}`))?.instead).toBeNull()
})

test("a story that is longer than an index can hold is published, and found by its beginning", async () => {
  const word = letters()
  const long = Array.from({ length: 60_000 }, (_, at) => `w${at.toString(36)}`).join(" ")
  const body = [
    paragraph(`${word} ${long.slice(0, 90_000)}`),
    paragraph(long.slice(90_000, 180_000)),
    paragraph("Ω".repeat(90_000)),
  ]
  const story = await storyIn("published", { body })
  expect(await idsOf(word)).toEqual([story.id])
})

test("whatever is typed, the answer is stories or a sentence, never an error", async () => {
  const typed = [
    "'",
    "\\",
    "'; DROP TABLE",
    "a & b | !c",
    "<->",
    ":*",
    '"',
    "()",
    "the",
    "a",
    "-",
    "author:'",
    "topic:\\",
    "%_",
    "🚋",
    "۳",
    "section:x' | 'y",
  ]
  for (const q of typed) expect(await ask(q), q).not.toBeNull()
  expect((await ask("a"))?.lacking).toBe("length")
  expect((await ask("-tram"))?.lacking).toBe("a word")
  expect((await ask(""))?.lacking).toBe("everything")
})
