import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import {
  chooseColumns,
  chooseKeys,
  findChoices,
  removeFilter,
  renameFilter,
  saveFilter,
} from "@/lib/story/choices.server"
import { findNews, findNewslist, presentMoment } from "@/lib/story/newslist.server"
import { perform } from "@/lib/story/perform.server"
import { sayPresence } from "@/lib/story/presence.server"
import { saveDraft } from "@/lib/story/save.server"
import { cast, done, hire, openSection, paragraph, rareWord, storyIn } from "../../newsroom"

const HOUR = 3_600_000
const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id)

test("the newslist tells who has a story open, else who wrote last, how long it is, and what is planned", async () => {
  const { ada, ben } = await cast()
  const { slug: section } = await openSection()
  const story = await storyIn("filed", { section, body: [paragraph("Four words, no more.")] })
  const [before] = (await findNewslist({ section }, ada.id)).items
  expect(before).toMatchObject({ words: 4, openBy: [], unpublished: false, live: false })
  const until = new Date(Date.now() + HOUR)
  const kept = done(await perform(ben, "embargo", story.id, story.revision, { at: until }))
  expect("saved" in (await saveDraft(ben, story.id, kept.revision, { body: [paragraph("Only three words.")] }))).toBe(
    true,
  )
  await sayPresence(ada, story.id, "a-tab-of-tests")
  const [after] = (await findNewslist({ section }, ada.id)).items
  expect(after).toMatchObject({ words: 3, openBy: [ada.name], lastBy: ben.name, embargoUntil: until })
})

test("the newslist is narrowed by state, words, person and what is due, in every mixture", async () => {
  const { ada, ben } = await cast()
  const { slug: section } = await openSection()
  const word = rareWord()
  const planned = await storyIn("scheduled", { section, headline: `${word} 100% planned` })
  const live = await storyIn("published", { section, headline: `The ${word} is live` })
  const own = await storyIn("draft", { section, byline: [{ personId: ada.id, name: ada.name }] })
  const list = async (filter: Parameters<typeof findNewslist>[0], me = ada) => {
    const found = await findNewslist({ section, ...filter }, me.id)
    expect(found.total).toBe(found.items.length)
    return idsOf(found).toSorted()
  }
  const both = [planned.id, live.id].toSorted()
  expect(await list({ q: `${word.slice(2).toUpperCase()} ${word.slice(0, 5)}` })).toEqual(both)
  expect(await list({ q: `${word} 100%` })).toEqual([planned.id])
  expect(await list({ q: `${word} 100_` })).toEqual([])
  expect(await list({ status: "published", q: word })).toEqual([live.id])
  expect(await list({ who: "me" })).toEqual([own.id])
  expect(await list({ who: "Me" }, ben)).toEqual([])
  expect(await list({ who: ada.name.slice(4) })).toEqual([own.id])
  expect(await list({ who: rareWord() })).toEqual([])
  await sayPresence(ben, live.id, "a-tab-of-tests")
  expect(await list({ who: ben.name })).toEqual([live.id])

  expect(await list({ due: "planned" })).toEqual([planned.id])
  expect(await list({ due: "week" })).toEqual([planned.id])
  expect(await list({ due: "changes" })).toEqual([])
  expect("saved" in (await saveDraft(ben, live.id, live.revision, { standfirst: "Another one." }))).toBe(true)
  expect(await list({ due: "changes" })).toEqual([live.id])
  const { revision } = (await findNewslist({ section, status: "published" }, ada.id)).items[0] ?? { revision: 0 }
  const later = new Date(Date.now() + 30 * 24 * HOUR)
  done(await perform(ben, "withdrawLater", live.id, revision, { at: later, note: "Only for a month." }))
  expect(await list({ due: "withdrawal" })).toEqual([live.id])
  expect(await list({ due: "planned" })).toEqual(both)
  expect(await list({ due: "week" })).toEqual([planned.id])
  done(await perform(ben, "embargo", own.id, own.revision, { at: later }))
  expect(await list({ due: "embargo" })).toEqual([own.id])
})

test("pages of a narrowed list hold every story once, also those that changed in the same moment", async () => {
  const { ada } = await cast()
  const { slug: section } = await openSection()
  const made = []
  for (let number = 0; number < 5; number++) made.push((await storyIn("draft", { section })).id)
  await db.story.updateMany({ where: { section }, data: { changedAt: new Date() } })
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page = await findNewslist({ section, limit: 2, ...(cursor && { cursor }) }, ada.id)
    expect(page.total).toBe(5)
    found.push(...idsOf(page))
    cursor = page.next
  } while (cursor)
  expect(found.toSorted()).toEqual(made.toSorted())
})

test("what changed since a moment is told with whether it fits, once and again for a while, and who has what open", async () => {
  const { ada, ben } = await cast()
  const { slug: section } = await openSection()
  const old = await storyIn("draft", { section })
  await db.story.update({ where: { id: old.id }, data: { changedAt: new Date(Date.now() - HOUR) } })
  const at = await presentMoment()
  const filter = { section, status: "draft" as const }
  const told = async () => {
    const { items, open } = await findNews(at, filter, [old.id], ada.id)
    return { ours: items.filter((item) => item.section === section).map(({ id, fits }) => ({ id, fits })), open }
  }
  expect((await told()).ours).toEqual([])
  await sayPresence(ben, old.id, "a-tab-of-tests")
  expect((await told()).open[old.id]).toEqual([ben.name])
  const fresh = await storyIn("draft", { section })
  done(await perform(ada, "file", old.id, old.revision))
  expect((await told()).ours).toEqual([
    { id: old.id, fits: false },
    { id: fresh.id, fits: true },
  ])
  // What is not on the screen and does not fit is nobody's news.
  expect((await findNews(at, { section, status: "spiked" }, [], ada.id)).items).toEqual([])
})

test("columns, keys and saved filters are each person's own", async () => {
  const [ada, ben] = [await hire("reporter"), await hire("editor")]
  expect(await findChoices(ada)).toMatchObject({
    columns: ["section", "who", "words", "due", "changed"],
    keys: true,
    filters: [],
  })
  await chooseKeys(ada, false)
  await chooseColumns(ada, ["due", "byline", "nonsense"])
  expect(await findChoices(ada)).toMatchObject({ columns: ["byline", "due"], keys: false })
  expect(await findChoices(ben)).toMatchObject({ keys: true })

  const saved = await saveFilter(ada, { name: " Court ", query: "status=filed&q=court&cursor=1_2&nonsense=1" })
  if (!("saved" in saved)) throw new Error(saved.refused)
  expect(saved.saved).toMatchObject({ name: "Court", query: "q=court&status=filed" })
  expect(await saveFilter(ada, { name: "All", query: "nonsense=1" })).toMatchObject({
    refused: expect.stringContaining("Narrow"),
  })
  expect(await saveFilter(ada, { name: " ", query: "q=x" })).toMatchObject({ refused: expect.stringContaining("name") })
  await saveFilter(ada, { name: "Court", query: "q=courts" })
  await saveFilter(ada, { name: "Mine", query: "who=me" })
  expect(await renameFilter(ada, saved.saved.id, "Mine")).toMatchObject({
    refused: expect.stringContaining("another filter"),
  })
  expect(await renameFilter(ben, saved.saved.id, "His")).toMatchObject({ refused: expect.any(String) })
  expect(await removeFilter(ben, saved.saved.id)).toMatchObject({ refused: expect.any(String) })
  expect(await renameFilter(ada, saved.saved.id, "The court")).toEqual({ renamed: "The court" })
  expect((await findChoices(ada)).filters.map(({ name, query }) => [name, query])).toEqual([
    ["The court", "q=courts"],
    ["Mine", "who=me"],
  ])
  expect(await removeFilter(ada, saved.saved.id)).toEqual({ removed: true })
  expect((await findChoices(ada)).filters).toHaveLength(1)
})
