import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { arrange, cancelComing, putBack, undo } from "@/lib/front/arrange.server"
import { findArranged } from "@/lib/front/arranged.server"
import { FRONT } from "@/lib/front/arrangement"
import { findEvents } from "@/lib/record/events.server"
import { arranged, inHours, slotFor } from "../../front"
import { cast, openSection, rareWord, storyIn } from "../../newsroom"

/** A section's page that nobody has arranged yet, with two public stories. */
async function emptyPage() {
  const people = await cast()
  const { slug } = await openSection()
  const [one, two] = [await storyIn("published", { section: slug }), await storyIn("published", { section: slug })]
  return { ...people, page: slug, one, two }
}

test("an editor arranges a page: it is in force at once, in the record, and the caches are told", async () => {
  const { ben, page, one, two } = await emptyPage()
  const slots = [slotFor(one, { size: "lead", headline: " Other words " }), slotFor(two)]
  const after = arranged(await arrange(ben, { page, revision: 0, slots, from: null }))
  expect(after).toMatchObject({ page, revision: 1, coming: [], inForce: { number: 1, by: { id: ben.id } } })
  expect(after.inForce?.slots[0]?.headline).toBe("Other words")
  const last = await db.eventCounter.findUniqueOrThrow({ where: { id: 1 } })
  const events = await findEvents(last.last - 200, 200)
  expect(events.find(({ note }) => note === page)).toMatchObject({
    ...{ act: "arrangement", actor: { id: ben.id }, storyId: null, tags: [`section:${page}`] },
  })
})

test("a reporter arranges nothing, in no way", async () => {
  const { ada, ben, page, one } = await emptyPage()
  arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(one)], from: inHours(2) }))
  const asked = { page, revision: 1 }
  const coming = (await findArranged(page)).coming[0]?.from ?? new Date(0)
  const refused = { because: "no right" }
  expect(await arrange(ada, { ...asked, slots: [], from: null })).toMatchObject(refused)
  expect(await cancelComing(ada, { ...asked, from: coming })).toMatchObject(refused)
  expect(await putBack(ada, { ...asked, number: 0 })).toMatchObject(refused)
  expect(await undo(ada, asked)).toMatchObject(refused)
  expect((await findArranged(page)).revision).toBe(1)
})

test("administrators arrange as editors do; there is no page but the front and the sections", async () => {
  const { cleo, page, one } = await emptyPage()
  expect(arranged(await arrange(cleo, { page, revision: 0, slots: [slotFor(one)], from: null })).revision).toBe(1)
  const nowhere = { page: rareWord(), revision: 0, slots: [], from: null }
  expect(await arrange(cleo, nowhere)).toMatchObject({ because: "not found" })
  expect(await findArranged(FRONT)).toMatchObject({ page: FRONT })
})

test("what is wrong is said at its field, and nothing is written", async () => {
  const { ben, page, one, two } = await emptyPage()
  const said = async (slots: unknown, from: Date | null = null) => {
    const answer = await arrange(ben, { page, revision: 0, slots, from })
    return "refused" in answer ? Object.keys(answer.fields ?? {}) : answer
  }
  expect(await said([slotFor({ id: randomUUID() })])).toEqual(["slots.0.story"])
  expect(await said([slotFor(one), slotFor(one)])).toEqual(["slots.1.story"])
  expect(await said([slotFor(one, { picture: randomUUID() })])).toEqual(["slots.0.picture"])
  expect(await said([slotFor(one), slotFor(two, { until: inHours(-1).toISOString() })])).toEqual(["slots.1.until"])
  expect(await said([slotFor(one, { until: inHours(1).toISOString() })], inHours(2))).toEqual(["slots.0.until"])
  expect(await said([], inHours(-1))).toEqual(["from"])
  expect(await said([{ ...slotFor(one), size: "huge" }])).toEqual(["slots.0.size"])
  expect(await said("nothing")).toEqual(["slots"])
  expect((await findArranged(page)).revision).toBe(0)
})

test("who saves on top of what they have not seen is shown it, and nothing is written", async () => {
  const { ben, cleo, page, one, two } = await emptyPage()
  const his = arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(one)], from: null }))
  const hers = await arrange(cleo, { page, revision: 0, slots: [slotFor(two)], from: null })
  expect(hers).toMatchObject({ stale: { revision: 1, inForce: { slots: his.inForce?.slots } } })
  expect(await undo(cleo, { page, revision: 0 })).toMatchObject({ stale: { revision: 1 } })
  expect(await db.arrangement.count({ where: { page } })).toBe(1)
})

test("of many who save at the same moment one is first, and all others are told", async () => {
  const { ben, page, one, two } = await emptyPage()
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      arrange(ben, { page, revision: 0, slots: [slotFor(at % 2 ? one : two)], from: null }),
    ),
  )
  expect(answers.filter((answer) => "arranged" in answer)).toHaveLength(1)
  expect(answers.filter((answer) => "stale" in answer)).toHaveLength(7)
  expect(await db.arrangement.count({ where: { page } })).toBe(1)
})

test("what took effect by the clock alone is not overwritten unseen either", async () => {
  const { ben, page, one, two } = await emptyPage()
  const first = arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(one)], from: null }))
  expect(first.inForce?.number).toBe(1)
  const asked = { page, revision: 1, slots: [slotFor(two)], from: null }
  // On the screen stood the page before anybody arranged it.
  expect(await arrange(ben, { ...asked, instead: 0 })).toMatchObject({ stale: { inForce: { number: 1 } } })
  expect(await arrange(ben, { ...asked, instead: 1 })).toMatchObject({ arranged: { inForce: { number: 2 } } })
})

test("several arrangements wait for their times, each can be cancelled, and what has passed cannot", async () => {
  const { ben, cleo, page, one, two } = await emptyPage()
  const [soon, later] = [inHours(1), inHours(2)]
  arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(one)], from: later }))
  const both = arranged(await arrange(cleo, { page, revision: 1, slots: [slotFor(two)], from: soon }))
  expect(both.inForce).toBeNull()
  expect(both.coming.map(({ from, by }) => [from, by.id])).toEqual([
    [soon, cleo.id],
    [later, ben.id],
  ])
  const one1 = arranged(await cancelComing(ben, { page, revision: 2, from: soon }))
  expect(one1.coming.map(({ from }) => from)).toEqual([later])
  expect(await cancelComing(ben, { page, revision: 3, from: soon })).toMatchObject({ because: "not found" })
  expect(await cancelComing(ben, { page, revision: 3, from: inHours(-1) })).toMatchObject({ because: "wrong state" })
  // The cancelling is undone like everything else.
  expect(arranged(await undo(ben, { page, revision: 3 })).coming.map(({ from }) => from)).toEqual([soon, later])
})

test("undo makes a new line of an earlier one: nothing of the record goes", async () => {
  const { ben, cleo, page, one, two } = await emptyPage()
  expect(await undo(ben, { page, revision: 0 })).toMatchObject({ because: "not ready" })
  arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(one)], from: null }))
  arranged(await arrange(ben, { page, revision: 1, slots: [slotFor(two)], from: null }))
  const undone = arranged(await undo(cleo, { page, revision: 2 }))
  expect(undone.inForce).toMatchObject({ number: 3, kind: "put back", of: 1, slots: [{ story: one.id }] })
  expect(arranged(await undo(cleo, { page, revision: 3 })).inForce?.slots).toMatchObject([{ story: two.id }])
  const bare = arranged(await putBack(cleo, { page, revision: 4, number: 0 }))
  expect(bare.inForce).toMatchObject({ slots: [] })
  expect(arranged(await putBack(ben, { page, revision: 5, number: 1 })).inForce?.slots).toMatchObject([
    { story: one.id },
  ])
  expect(await putBack(ben, { page, revision: 6, number: 99 })).toMatchObject({ because: "not found" })
  expect((await findArranged(page)).history.map(({ number, by }) => [number, by.name])).toEqual([
    ...[6, 5, 4, 3, 2, 1].map((number) => [number, [3, 4, 5].includes(number) ? cleo.name : ben.name]),
  ])
})

test("the database itself refuses to change or remove a line of the record", async () => {
  const { ben, page, one } = await emptyPage()
  arranged(await arrange(ben, { page, revision: 0, slots: [slotFor(one)], from: null }))
  const refused = /never changed or removed/
  await expect(db.$executeRaw`UPDATE "Arrangement" SET slots = '[]' WHERE page = ${page}`).rejects.toThrow(refused)
  await expect(db.$executeRaw`DELETE FROM "Arrangement" WHERE page = ${page}`).rejects.toThrow(refused)
})
