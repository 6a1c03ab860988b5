import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { keyOf } from "@/lib/links/pages.server"
import { addLink, countLinks, editLink, findLinks, removeLink } from "@/lib/related/links.server"
import { resolveRelated, searchStories } from "@/lib/related/related.server"
import { settleRelated } from "@/lib/related/settle.server"
import { countIdleLinks, removeIdleLinks } from "@/lib/related/unused-links.server"
import { bringBack, setAside } from "@/lib/story/aside.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { transaction } from "@/lib/transaction.server"
import { cast, rareWord, storyIn } from "../../newsroom"

const LINK = { url: "https://example.org/report", source: "Example" }
const linkOf = (answer: Awaited<ReturnType<typeof addLink>>) => {
  if ("refused" in answer) throw new Error(answer.refused)
  return answer.link
}

test("stories are found by all their words, public ones first, spiked ones and the story itself never", async () => {
  const word = rareWord()
  const draft = await storyIn("draft", { headline: `Flood ${word} in Mol` })
  const published = await storyIn("published", { headline: `flood ${word.toUpperCase()} in Geel` })
  await storyIn("spiked", { headline: `Flood ${word} nowhere` })
  const found = (q: string, except?: string) => searchStories(q, except).then((rows) => rows.map(({ id }) => id))
  expect(await found(`flood ${word}`)).toEqual([published.id, draft.id])
  expect(await found(`${word} mol`)).toEqual([draft.id])
  expect(await found(word, draft.id)).toEqual([published.id])
  expect(await searchStories(`${word} geel`)).toMatchObject([{ headline: published.text.headline, live: true }])
  expect(await searchStories(`${word}\0 geel`), "what no text holds is not looked for").toMatchObject([{ live: true }])
  expect(await found("  ")).toEqual([])
})

test("the signs that a search has for itself are looked for as they are", async () => {
  const word = rareWord()
  const story = await storyIn("draft", { headline: `${word} 100% a_b c\\d` })
  for (const q of [`${word} 100%`, `${word} a_b`, `${word} c\\d`])
    expect((await searchStories(q)).map(({ id }) => id)).toEqual([story.id])
  for (const q of [`${word}%100`, `${word} a_%`, `${word} aXb`, `${word} c\\\\d`])
    expect(await searchStories(q)).toEqual([])
})

test("related items come back in their order, with what the newsroom wants to know of them", async () => {
  const { ada } = await cast()
  const [published, draft] = [await storyIn("published"), await storyIn("draft")]
  const link = linkOf(await addLink(ada, { ...LINK, headline: "The report" }))
  const items = [{ link: link.id }, { story: draft.id }, { story: published.id }, { story: randomUUID() }]
  expect(await resolveRelated(items)).toEqual([
    { link: link.id, url: LINK.url, headline: "The report", source: "Example" },
    { story: draft.id, headline: draft.text.headline, status: "draft", live: false, address: null },
    {
      story: published.id,
      headline: published.text.headline,
      status: "published",
      live: true,
      address: `/${published.text.section}/${published.text.slug}`,
    },
  ])
})

test("the same page with the same words is one link, and with other words another", async () => {
  const { ada } = await cast()
  const headline = rareWord()
  const first = linkOf(await addLink(ada, { ...LINK, headline }))
  expect(linkOf(await addLink(ada, { ...LINK, headline: ` ${headline} ` })).id).toBe(first.id)
  expect(linkOf(await addLink(ada, { ...LINK, headline, source: "Else" })).id).not.toBe(first.id)
})

test("a link needs a whole address on the web, and words to be clicked on", async () => {
  const { ada } = await cast()
  for (const url of ["javascript:alert(1)", "//example.org", "/here", "mailto:a@b.be", "https://u:p@example.org/", ""])
    expect(await addLink(ada, { url, headline: "X" }), url).toMatchObject({ fields: { url: expect.any(String) } })
  for (const sign of ["\u0000", "\t", "\n", "\u001b", " ", "\u202e", "\uffff"])
    for (const answer of [
      await addLink(ada, { url: `https://example.org/a${sign}b`, headline: "X" }),
      await settleRelated(ada, [{ url: `https://example.org/a${sign}b`, headline: "X" }], { field: "items" }),
    ])
      expect(JSON.stringify(answer), JSON.stringify(sign)).toContain("a sign that cannot be seen")
  expect(await addLink(ada, { ...LINK, headline: " " })).toMatchObject({ fields: { headline: expect.any(String) } })
})

test("a link tells where it is used: in drafts, and before readers", async () => {
  const { ada, ben, cleo } = await cast()
  const link = linkOf(await addLink(ada, { ...LINK, headline: rareWord() }))
  const usesOf = async () => (await findLinks({ words: link.url })).links.find(({ id }) => id === link.id)?.uses
  expect(await usesOf()).toEqual([])

  const related = [{ link: link.id }]
  const draft = await storyIn("draft", { headline: "A draft", related })
  const live = await storyIn("published", { headline: "B live", related })
  await saveDraft(ben, live.id, live.revision, { related: [] })
  expect(await usesOf()).toEqual([
    { storyId: draft.id, headline: "A draft", status: "draft", draft: true, live: false },
    { storyId: live.id, headline: "B live", status: "published", draft: false, live: true },
  ])
  expect(await removeLink(cleo, link.id)).toMatchObject({ refused: expect.stringContaining("“A draft”, “B live”") })

  await saveDraft(ada, draft.id, draft.revision, { related: [] })
  await perform(ben, "update", live.id, live.revision + 1)
  expect(await usesOf()).toEqual([])
  expect(await removeLink(cleo, link.id)).toEqual({ removed: link.id })
  expect(await removeLink(cleo, link.id)).toMatchObject({ because: "not found" })
})

test("editors and reporters add links through their stories; an administrator alone changes them for all", async () => {
  const { ada, ben, cleo } = await cast()
  const link = linkOf(await addLink(ada, { ...LINK, headline: "Wrong words" }))
  const better = { ...LINK, headline: "Better words" }
  for (const person of [ada, ben]) {
    expect(await editLink(person, link.id, better)).toMatchObject({ because: "no right" })
    expect(await removeLink(person, link.id)).toMatchObject({ because: "no right" })
  }
  expect(await editLink(cleo, link.id, { ...better, url: "nowhere" })).toMatchObject({ because: "bad input" })
  expect(await editLink(cleo, link.id, better)).toEqual({ link: { id: link.id, ...better } })
  expect(await db.outsideLink.findUnique({ where: { id: link.id } })).toMatchObject({ headline: "Better words" })
  expect(await editLink(cleo, randomUUID(), better)).toMatchObject({ because: "not found" })
})

test("where a link is used is found through the index", async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return tx.$queryRaw<Record<string, string>[]>`
      EXPLAIN SELECT id FROM "Story" WHERE related @> '[{"link": "01a20bc6-f511-750b-a8e4-c5a0e33eacab"}]'`
  })
  expect(JSON.stringify(plan)).toContain("Story_related_idx")
})

test("links are found by all their words, a page at a time, and by the state of their pages", async () => {
  const { ben } = await cast()
  const word = rareWord()
  await db.outsideLink.createMany({
    data: Array.from({ length: 60 }, (_, n) => ({
      ...{ url: `https://${word}.test/${n}`, headline: `Number ${n} of 100%`, source: "Example", createdById: ben.id },
    })),
  })
  const first = await findLinks({ words: `example ${word} 100%` })
  expect(first).toMatchObject({ total: 60, pages: 2 })
  const second = await findLinks({ words: word, page: 2 })
  expect(new Set([...first.links, ...second.links].map(({ id }) => id)).size).toBe(60)
  expect(await findLinks({ words: `${word} 100_` })).toMatchObject({ total: 0, links: [] })
  const [{ url = "" } = {}] = first.links
  const before = await countLinks()
  await db.outsidePage.create({ data: { sha256: keyOf(url), url, state: "blocked" } })
  expect((await findLinks({ words: word, state: "blocked" })).links.map((link) => link.url)).toEqual([url])
  expect(await findLinks({ words: word, state: "unseen" })).toMatchObject({ total: 59 })
  expect((await countLinks()).counts.blocked ?? 0).toBeGreaterThanOrEqual((before.counts.blocked ?? 0) + 1)
})

test("a link is not removed while somebody saves a story with it", async () => {
  const { ada, cleo } = await cast()
  const link = linkOf(await addLink(ada, { ...LINK, headline: rareWord() }))
  const story = await storyIn("draft")
  let saved = () => {}
  let end = () => {}
  const isSaved = new Promise<void>((resolve) => (saved = resolve))
  const mayEnd = new Promise<void>((resolve) => (end = resolve))
  const saving = transaction(async () => {
    await saveDraft(ada, story.id, story.revision, { related: [{ link: link.id }] })
    saved()
    await mayEnd
  })
  await isSaved
  const removing = removeLink(cleo, link.id)
  const first = await Promise.race([removing, new Promise((resolve) => setTimeout(resolve, 300, "it waits"))])
  end()
  await saving
  expect(first).toBe("it waits")
  expect(await removing).toMatchObject({ because: "not ready" })
})

test("a link that is gone keeps nobody from saving a list: it goes from it, and a new one without a page is named", async () => {
  const { ada, ben } = await cast()
  const [gone, there] = [
    linkOf(await addLink(ada, { ...LINK, headline: rareWord() })),
    linkOf(await addLink(ada, { ...LINK, headline: rareWord() })),
  ]
  const dead = { link: gone.id, reason: "Earlier" }
  const story = await storyIn("published", { related: [{ link: there.id }] })
  const other = await saveDraft(ben, story.id, story.revision, { related: [dead, { link: there.id }], kicker: "New" })
  if (!("saved" in other)) throw new Error("not saved")
  await setAside(ben, story.id, other.saved.revision)
  const draft = await storyIn("draft", { related: [dead] })
  await db.outsideLink.delete({ where: { id: gone.id } })

  const saving = await saveDraft(ada, draft.id, draft.revision, { related: [dead, { link: there.id }] })
  expect(saving).toMatchObject({ saved: { text: { related: [{ link: there.id }] } } })
  const revision = draft.revision + 1
  expect(await saveDraft(ada, draft.id, revision, { related: [{ link: there.id }, dead] })).toMatchObject({
    fields: { "related.1.link": expect.stringContaining("take it out") },
  })
  const brought = await bringBack(ben, story.id, other.saved.revision + 1)
  expect(brought).toMatchObject({ done: { text: { kicker: "New", related: [{ link: there.id }] } } })
})

test("links that no story uses are found, and removed all at once, but for those of the last hour", async () => {
  const { ben, cleo } = await cast()
  const word = rareWord()
  const before = new Date(Date.now() - 2 * 3_600_000)
  const names = ["drafted", "live", "aside", "new", "idle 1", "idle 2"] as const
  const ids = new Map<string, string>()
  for (const name of names) {
    const createdAt = name === "new" ? new Date() : before
    const words = { url: `https://${word}.test/`, headline: `${word} ${name}`, createdById: ben.id, createdAt }
    ids.set(name, (await db.outsideLink.create({ data: words })).id)
  }
  const item = (name: (typeof names)[number]) => ({ link: ids.get(name) ?? "" })
  await storyIn("draft", { related: [item("drafted")] })
  const live = await storyIn("published", { related: [item("live")] })
  const saved = await saveDraft(ben, live.id, live.revision, { related: [item("aside")] })
  if (!("saved" in saved)) throw new Error("not saved")
  await setAside(ben, live.id, saved.saved.revision)
  const unused = async () =>
    (await findLinks({ words: word, unused: true })).links.map(({ headline }) => headline.slice(word.length + 1)).sort()
  expect(await unused()).toEqual(["idle 1", "idle 2", "new"])
  expect(await countIdleLinks()).toBeGreaterThanOrEqual(2)
  expect(await removeIdleLinks(ben)).toMatchObject({ because: "no right" })

  expect(await removeIdleLinks(cleo)).toEqual({ removed: expect.any(Number) })
  expect(await unused()).toEqual(["new"])
  expect(await findLinks({ words: word })).toMatchObject({ total: 4 })
})
