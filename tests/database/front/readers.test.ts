import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { arrange } from "@/lib/front/arrange.server"
import { findFrontPage, findInForce, findReadersList } from "@/lib/front/find.server"
import { PAGE_LENGTH } from "@/lib/story/listed"
import { perform } from "@/lib/story/perform.server"
import { arranged, arrangedAgo, inHours, readersSee, slotFor } from "../../front"
import { cast, done, openSection, paragraph, storyIn } from "../../newsroom"
import { makeLive, makePaper } from "../../paper"

/** A section with three public stories, the newest first. */
async function page() {
  const paper = await makePaper()
  const [c, b, a] = [
    await makeLive(paper, { publishedAt: inHours(-3) }),
    await makeLive(paper, { publishedAt: inHours(-2) }),
    await makeLive(paper, { publishedAt: inHours(-1) }),
  ]
  return { ...(await cast()), section: paper.section, paper, a, b, c }
}

test("readers see the slots first, then the newest, and nothing twice", async () => {
  const { ben, section, a, b, c } = await page()
  expect(await readersSee(section)).toEqual([a.id, b.id, c.id])
  const slots = [slotFor(c, { size: "lead", headline: "In other words", kicker: "Live" }), slotFor(b)]
  arranged(await arrange(ben, { page: section, revision: 0, slots, from: null }))
  const list = await findReadersList("section", section, undefined)
  expect(list?.placed.map(({ story, size }) => [story.id, size])).toEqual([
    [c.id, "lead"],
    [b.id, "plain"],
    [a.id, "plain"],
  ])
  expect(list?.placed[0]?.story).toMatchObject({ headline: "In other words", kicker: "Live" })
  expect(list?.tags).toEqual([`section:${section}`, `story:${c.id}`, `story:${b.id}`])
})

test("an arrangement takes effect at its time by the database's clock, and the page says when", async () => {
  const { ben, section, a, b, c } = await page()
  await arrangedAgo(ben, section, 1, 3, [slotFor(c)])
  await arrangedAgo(ben, section, 2, 3, [slotFor(b)], -1)
  const next = inHours(2)
  arranged(await arrange(ben, { page: section, revision: 2, slots: [slotFor(a)], from: next }))
  expect(await findInForce(section)).toMatchObject({ number: 2, until: next })
  expect(await readersSee(section)).toEqual([a.id, b.id, c.id])
  expect((await findInForce(section, inHours(-2))).number).toBe(1)
  expect((await findInForce(section, inHours(-4))).number).toBe(0)
  expect(await findInForce(section, inHours(3))).toMatchObject({ number: 3, until: null })
})

test("a pinned story leaves its slot when its pin ends, and the page says when", async () => {
  const { ben, section, a, b, c } = await page()
  const ended = slotFor(c, { size: "lead", until: inHours(-1).toISOString() })
  const lasting = slotFor(b, { size: "lead", until: inHours(1).toISOString() })
  await arrangedAgo(ben, section, 1, 3, [ended, { ...lasting, size: "feature" }])
  const list = await findReadersList("section", section, undefined)
  expect(list?.placed.map(({ story }) => story.id)).toEqual([a.id, b.id, c.id])
  expect(list?.until?.toISOString()).toBe(lasting.until)
  expect(await readersSee(section, { at: inHours(2) })).toEqual([a.id, b.id, c.id])
  expect(await findInForce(section, inHours(2))).toMatchObject({ slots: [], until: null })
})

test("a slot whose story is withdrawn or was never public closes up, and comes back with its story", async () => {
  const { ben, cleo } = await cast()
  const { slug } = await openSection()
  const body = [paragraph("Words.")]
  const [gone, stays] = [
    await storyIn("published", { section: slug, body }),
    await storyIn("published", { section: slug }),
  ]
  const draft = await storyIn("filed", { section: slug })
  const slots = [slotFor(gone, { size: "lead" }), slotFor(draft), slotFor(stays)]
  arranged(await arrange(ben, { page: slug, revision: 0, slots, from: null }))
  expect(await readersSee(slug)).toEqual([gone.id, stays.id])
  const tags = (await findReadersList("section", slug, undefined))?.tags
  expect(tags).toEqual([`section:${slug}`, ...[gone, draft, stays].map(({ id }) => `story:${id}`)])

  const withdrawn = done(await perform(cleo, "withdraw", gone.id, gone.revision, { note: "Wrong." }))
  expect(await readersSee(slug)).toEqual([stays.id])
  done(await perform(cleo, "publish", draft.id, draft.revision))
  expect(await readersSee(slug)).toEqual([draft.id, stays.id])
  const restored = done(await perform(cleo, "restore", gone.id, withdrawn.revision))
  done(await perform(cleo, "publish", gone.id, restored.revision))
  expect(await readersSee(slug)).toEqual([gone.id, draft.id, stays.id])
})

test("the draft of a story in a slot stays hidden, in every word", async () => {
  const { ben, section, a } = await page()
  arranged(await arrange(ben, { page: section, revision: 0, slots: [slotFor(a)], from: null }))
  await db.story.update({ where: { id: a.id }, data: { headline: "Secret words", kicker: "Secret" } })
  expect(JSON.stringify(await findReadersList("section", section, undefined))).not.toContain("Secret")
})

test("slots take their room on the first page, and the pages after it go on without a gap", async () => {
  const { ben, paper, section, a, b, c } = await page()
  const older: string[] = []
  for (let at = 0; at < PAGE_LENGTH; at++) older.push((await makeLive(paper, { publishedAt: inHours(-10 - at) })).id)
  arranged(
    await arrange(ben, {
      page: section,
      revision: 0,
      slots: [slotFor(c), slotFor({ id: older.at(-1) ?? "" })],
      from: null,
    }),
  )
  const [first, second] = [
    await findReadersList("section", section, "1"),
    await findReadersList("section", section, "2"),
  ]
  const ids = [...(first?.placed ?? []), ...(second?.placed ?? [])].map(({ story }) => story.id)
  expect(first?.placed).toHaveLength(PAGE_LENGTH)
  expect(ids).toEqual([a.id, c.id, older.at(-1), b.id, ...older.slice(0, -1)])
  expect([first?.more, second?.more]).toEqual([true, false])
})

test("a section may show a story of another one, and its page is made again when that changes", async () => {
  const { ben, section, a } = await page()
  const other = await makeLive(await makePaper())
  arranged(await arrange(ben, { page: section, revision: 0, slots: [slotFor(other)], from: null }))
  expect((await readersSee(section)).slice(0, 2)).toEqual([a.id, other.id])
  expect((await findReadersList("section", section, undefined))?.tags).toContain(`story:${other.id}`)
})

test("a preview shows a moment to come: what waits, what the clock will publish, and slots that are not saved", async () => {
  const { ben, section, a, b, c } = await page()
  const planned = await storyIn("scheduled", { section })
  const [before, after] = [inHours(2), inHours(26)]
  arranged(
    await arrange(ben, { page: section, revision: 0, slots: [slotFor(planned, { size: "lead" })], from: inHours(25) }),
  )
  expect(await readersSee(section, { at: before })).toEqual([a.id, b.id, c.id])
  expect(await readersSee(section, { at: after })).toEqual([planned.id, a.id, b.id, c.id])
  expect(await readersSee(section, { at: before, slots: [slotFor(c, { size: "lead" })] })).toEqual([c.id, a.id, b.id])
  expect(await readersSee(section)).toEqual([a.id, b.id, c.id])
  const front = await findFrontPage({ at: after, slots: [slotFor(planned, { size: "lead" })] })
  expect(front.front.lead?.story.id).toBe(planned.id)
})

test("the front has its slots at the top, and no story of them in a section's block", async () => {
  const { a, b, c } = await page()
  const slots = [slotFor(b, { size: "lead" }), slotFor(c, { size: "feature" }), slotFor(a)]
  const { front, tags } = await findFrontPage({ at: new Date(), slots })
  expect(front.lead?.story.id).toBe(b.id)
  expect(front.beside.slice(0, 2).map(({ story, size }) => [story.id, size])).toEqual([
    [c.id, "feature"],
    [a.id, "plain"],
  ])
  const below = front.blocks.flatMap(({ stories }) => stories.map(({ id }) => id))
  for (const { id } of [a, b, c]) expect(below).not.toContain(id)
  expect(tags).toEqual(["paper", "front"])
})

test("which arrangement is in force is found through the index, however long the record", async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`
    return tx.$queryRaw<Record<string, string>[]>`
      EXPLAIN SELECT number FROM "Arrangement" WHERE page = 'front' AND "from" <= now()
      ORDER BY "from" DESC, number DESC LIMIT 1`
  })
  expect(JSON.stringify(plan)).toContain("Arrangement_page_from_number_idx")
  expect(JSON.stringify(plan)).not.toContain("Sort")
})
