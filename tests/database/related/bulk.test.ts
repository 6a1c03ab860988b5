import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { addPackage, changePackage } from "@/lib/packages/packages.server"
import type { Person } from "@/lib/people/people"
import { andBack } from "@/lib/related/and-back.server"
import { type BulkInput, bulkAsk, type Choice, type Part, type Plan, type Planned } from "@/lib/related/bulk"
import { keepLists } from "@/lib/related/keep-list.server"
import { addLink } from "@/lib/related/links.server"
import { planBulk } from "@/lib/related/plan.server"
import { findStory } from "@/lib/story/find.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { RelatedItem, Story } from "@/lib/story/story"
import { cast, done, hire, openSection, rareWord, storyIn } from "../../newsroom"

const NONE: Choice = { words: "", section: "", topic: "", package: "", holding: null }

const asked = (actor: Person, ask: BulkInput) => planBulk(actor, bulkAsk.parse(ask))

async function planned(actor: Person, ask: BulkInput): Promise<Plan> {
  const answer = await asked(actor, ask)
  if ("refused" in answer) throw new Error(answer.refused)
  return answer.plan
}

const able = ({ lines }: Plan) => lines.filter((line): line is Planned => "after" in line)
const left = ({ lines }: Plan) => lines.flatMap((line) => ("refused" in line ? [line] : []))

const partOf = (plan: Plan, batch = randomUUID()): Part => ({
  ...{ batch, what: plan.what, about: plan.about, undoes: plan.undoes },
  stories: able(plan).map(({ id, revision, after }) => ({ id, revision, after })),
})

async function kept(actor: Person, part: Part) {
  const answer = await keepLists(actor, part)
  if ("refused" in answer) throw new Error(answer.refused)
  return new Map(answer.results.map((result) => [result.id, "done" in result ? result.done : `No: ${result.refused}`]))
}

const now = async ({ id }: Story): Promise<Story> => {
  const story = await findStory(id)
  if (!story) throw new Error("gone")
  return story
}
const listOf = async (story: Story) => (await now(story)).text.related
/** What readers have below a story. */
async function readersHave({ text }: Story): Promise<string[]> {
  const found = await findLive(text.section, text.slug)
  if (!("live" in found)) throw new Error("Readers do not have it.")
  return found.live.related.map(({ headline }) => headline)
}

async function linkOf(cleo: Person) {
  const word = rareWord()
  const added = await addLink(cleo, { url: `https://${word}.example/`, headline: `Elsewhere ${word}` })
  if ("refused" in added) throw new Error(added.refused)
  return added.link
}

test("an item is replaced wherever it stands: readers have it at once where nothing else waits, and the rest is told", async () => {
  const { ada, ben, cleo } = await cast()
  const old = await storyIn("published")
  const link = await linkOf(cleo)
  const related = [{ story: old.id, reason: "Background" }]
  const [live, draft, changed, spiked] = [
    await storyIn("published", { related }),
    await storyIn("draft", { related }),
    await storyIn("published", { related }),
    await storyIn("spiked", { related }),
  ]
  await saveDraft(ben, changed.id, changed.revision, { headline: `Another ${rareWord()}` })
  const ask: BulkInput = { do: "replace", out: { story: old.id }, into: { link: link.id } }
  expect(await asked(ben, ask)).toMatchObject({ because: "no right" })

  const plan = await planned(cleo, ask)
  expect(new Map(able(plan).map(({ id, readers, atOnce }) => [id, [atOnce, readers]]))).toEqual(
    new Map([
      [live.id, [true, "Readers have it at once, as a minor change."]],
      [draft.id, [false, "Readers do not have this story: it waits in the draft."]],
      [changed.id, [false, "It waits with the story's other changes."]],
    ]),
  )
  expect(able(plan)[0]?.will).toBe(`In: “${link.headline}”. Out: “${old.text.headline}”.`)
  expect(left(plan)).toMatchObject([{ id: spiked.id, refused: expect.stringContaining("spiked") }])
  expect(await listOf(live), "nothing is done by looking").toEqual(related)

  const part = partOf(plan)
  expect(await keepLists(ben, part)).toMatchObject({ because: "no right" })
  const results = await kept(cleo, part)
  expect(results.get(live.id)).toBe("Done. Readers have it at once, as a minor change.")
  expect(results.get(changed.id)).toBe("Done. It waits with the story's other changes.")
  const after = [{ link: link.id, reason: "Background" }]
  for (const story of [live, draft, changed]) expect(await listOf(story)).toEqual(after)
  expect(await listOf(spiked)).toEqual(related)
  expect(await readersHave(live)).toEqual([link.headline])
  expect(await readersHave(changed)).toEqual([old.text.headline])
  const version = await db.version.findFirstOrThrow({ where: { storyId: live.id }, orderBy: { number: "desc" } })
  expect(version).toMatchObject({ kind: "minor", updatedAt: null, madeById: cleo.id })

  // Who stands between is still told: readers of the changed one have the old item, its draft does not.
  expect(left(await planned(cleo, ask))).toMatchObject([
    { id: spiked.id },
    { id: changed.id, refused: expect.stringContaining("readers still have it") },
  ])
  expect(done(await perform(ben, "update", changed.id, (await now(changed)).revision)).text.related).toEqual(after)
  expect(await asked(ada, ask)).toMatchObject({ because: "no right" })
})

test("a story that somebody changed after the preview is left alone, and asking twice does it once", async () => {
  const { ben, cleo } = await cast()
  const old = await storyIn("draft")
  const [one, two] = [
    await storyIn("draft", { related: [{ story: old.id }] }),
    await storyIn("draft", { related: [{ story: old.id }] }),
  ]
  const part = partOf(await planned(cleo, { do: "replace", out: { story: old.id }, into: null }))
  await saveDraft(ben, two.id, two.revision, { standfirst: "Written meanwhile." })
  expect((await kept(cleo, part)).get(two.id)).toMatch(/^No: Somebody changed it after the preview/)
  const after = await now(one)
  expect(after.text.related).toEqual([])
  expect((await kept(cleo, part)).get(one.id)).toBe("Done.")
  expect(await now(one)).toEqual(after)
  expect(await listOf(two)).toEqual([{ story: old.id }])
  expect(await keepLists(await hire("admin"), part)).toMatchObject({
    refused: expect.stringContaining("somebody else"),
  })
})

test("a set goes into the stories that fit, behind what is pinned; who has it is counted, itself it never gets", async () => {
  const { ben, cleo } = await cast()
  const word = rareWord()
  const section = (await openSection()).slug
  const [first, second] = [await storyIn("published"), await storyIn("draft")]
  const made = await addPackage(cleo, { name: `All of ${word}` })
  const slug = "package" in made ? made.package.slug : ""
  await changePackage(ben, slug, 1, { stories: [second.id, first.id] })
  const pinned: RelatedItem = { story: second.id, pinned: true }
  const [one, two, three] = [
    await storyIn("published", { headline: `${word} one`, section, related: [pinned, { story: first.id }] }),
    await storyIn("draft", { headline: `${word} two`, section, related: [pinned] }),
    await storyIn("draft", { headline: `${word} three` }),
  ]
  const link = await linkOf(cleo)
  const into = { ...NONE, words: word, section }
  const ask: BulkInput = {
    ...{ do: "set", package: slug, place: "first", into },
    items: [{ link: link.id, reason: "Background" }, { story: one.id }],
  }
  const plan = await planned(cleo, ask)
  expect(able(plan).map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, two.id]))
  await kept(cleo, partOf(plan))
  const wanted = { link: link.id, reason: "Background" }
  expect(await listOf(one)).toEqual([pinned, wanted, { story: first.id }])
  expect(await listOf(two)).toEqual([pinned, wanted, { story: one.id }, { story: first.id }])
  expect(await listOf(three)).toEqual([])
  expect(await planned(cleo, ask)).toMatchObject({ lines: [], same: 2 })

  expect(await asked(cleo, { ...ask, into: NONE })).toMatchObject({ refused: expect.stringContaining("Say which") })
  expect(await asked(cleo, { ...ask, items: [], package: "" })).toMatchObject({
    refused: expect.stringContaining("what to put in"),
  })
  expect(await asked(cleo, { ...ask, package: "never-was" })).toMatchObject({ because: "not found" })
  const held = await planned(cleo, {
    ...ask,
    items: [{ story: three.id }],
    package: "",
    into: { ...NONE, holding: { link: link.id } },
  })
  expect(able(held)).toHaveLength(2)
  const ofPackage = await planned(cleo, {
    ...ask,
    items: [{ story: three.id }],
    package: "",
    into: { ...NONE, package: slug },
  })
  expect(
    able(ofPackage)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([first.id, second.id].sort())
})

test("a batch is undone where its lists are as it left them, before readers too, and the undoing can be undone", async () => {
  const { ben, cleo } = await cast()
  const [old, fresh] = [await storyIn("published"), await storyIn("published")]
  const related: RelatedItem[] = [{ story: old.id, headlineForReaders: "In other words" }]
  const [live, draft, meddled] = [
    await storyIn("published", { related }),
    await storyIn("draft", { related }),
    await storyIn("draft", { related }),
  ]
  const part = partOf(await planned(cleo, { do: "replace", out: { story: old.id }, into: { story: fresh.id } }))
  await kept(cleo, part)
  const { revision } = await now(meddled)
  await saveDraft(ben, meddled.id, revision, { related: [] })
  const undo = await planned(cleo, { do: "undo", batch: part.batch })
  expect(left(undo)).toMatchObject([{ id: meddled.id, refused: expect.stringContaining("since") }])
  const undoing = partOf(undo)
  expect(undoing).toMatchObject({ what: "undo", undoes: part.batch })
  await kept(cleo, undoing)
  expect(await listOf(live)).toEqual(related)
  expect(await readersHave(live)).toEqual(["In other words"])
  expect(await listOf(draft)).toEqual(related)
  expect(await listOf(meddled)).toEqual([])
  await kept(cleo, partOf(await planned(cleo, { do: "undo", batch: undoing.batch })))
  expect(await readersHave(live)).toEqual([fresh.text.headline])
  expect(await listOf(draft)).toEqual([{ story: fresh.id }])
})

test("undoing what only waited leaves nothing that waits", async () => {
  const { ben, cleo } = await cast()
  const section = (await openSection()).slug
  await db.section.update({ where: { slug: section }, data: { approval: true } })
  const old = await storyIn("draft")
  const story = await storyIn("draft", { section, related: [{ story: old.id }] })
  const approved = done(await perform(ben, "approve", story.id, story.revision))
  const live = done(await perform(cleo, "publish", story.id, approved.revision))
  const plan = await planned(cleo, { do: "replace", out: { story: old.id }, into: null })
  expect(able(plan)).toMatchObject([
    { atOnce: false, readers: expect.stringMatching(/^It waits in the draft\. .*approved/) },
  ])
  const part = partOf(plan)
  expect((await kept(cleo, part)).get(story.id)).toMatch(/^Done\. It waits in the draft\..*approved/)
  expect((await now(story)).liveId).toBe(live.liveId)
  const results = await kept(cleo, partOf(await planned(cleo, { do: "undo", batch: part.batch })))
  expect(results.get(story.id)).toBe("Done. Readers have it so already.")
  const after = await now(story)
  expect([after.liveRevision, after.liveId]).toEqual([after.revision, live.liveId])
})

test("a story leads back from those that it leads to, or takes up those that lead to it", async () => {
  const { cleo } = await cast()
  const [one, two, gone] = [await storyIn("published"), await storyIn("draft"), await storyIn("spiked")]
  const story = await storyIn("published", { related: [{ story: one.id }, { story: gone.id }] })
  await saveDraft(cleo, two.id, two.revision, { related: [{ story: story.id }] })
  const plan = await planned(cleo, { do: "back", story: story.id, theirs: true, own: true })
  expect(left(plan)).toMatchObject([{ id: gone.id }])
  await kept(cleo, partOf(plan))
  expect(await listOf(one)).toEqual([{ story: story.id }])
  expect(await readersHave(one)).toEqual([story.text.headline])
  expect(await listOf(story)).toEqual([{ story: one.id }, { story: gone.id }, { story: two.id }])
  expect(await asked(cleo, { do: "back", story: story.id, theirs: false, own: false })).toHaveProperty("refused")
})

test("“And back” in a story is done by whoever may write in the other one, and by nobody else", async () => {
  const { ada, ben } = await cast()
  const [live, draft, story] = [await storyIn("published"), await storyIn("draft"), await storyIn("published")]
  expect(await andBack(ada, story.id, live.id)).toMatchObject({ because: "no right" })
  expect(await listOf(live)).toEqual([])
  expect(await andBack(ben, story.id, live.id)).toEqual({
    done: `“${live.text.headline}” leads back now. Readers have it at once, as a minor change.`,
  })
  expect(await readersHave(live)).toEqual([story.text.headline])
  expect(await andBack(ben, story.id, live.id)).toEqual({ done: `“${live.text.headline}” leads back already.` })
  expect(await andBack(ada, story.id, draft.id)).toMatchObject({
    done: expect.stringContaining("it waits in the draft"),
  })
  expect(await listOf(draft)).toEqual([{ story: story.id }])
  expect(await andBack(ben, story.id, randomUUID())).toMatchObject({ because: "not found" })
})

test("what is planned for a live story, or left in its draft, is not published along", async () => {
  const { ben, cleo } = await cast()
  const old = await storyIn("draft")
  const related = [{ story: old.id }]
  const [planning, waiting] = [await storyIn("published", { related }), await storyIn("published", { related })]
  const saved = await saveDraft(ben, planning.id, planning.revision, { kicker: "Analysis" })
  const { revision } = "saved" in saved ? saved.saved : planning
  const at = new Date(Date.now() + 86_400_000)
  done(await perform(ben, "scheduleChange", planning.id, revision, { at, as: "update" }))
  // Somebody else's related news that is not published yet is another change, too.
  await saveDraft(ben, waiting.id, waiting.revision, { related: [...related, { story: planning.id }] })
  const plan = await planned(cleo, { do: "replace", out: { story: old.id }, into: null })
  const results = await kept(cleo, partOf(plan))
  expect(results.get(planning.id)).toBe("Done. It waits with the story's change that is scheduled.")
  expect(results.get(waiting.id)).toBe("Done. It waits with the story's other changes.")
  for (const { id } of [planning, waiting]) expect(await db.version.count({ where: { storyId: id } })).toBe(1)
  expect((await now(planning)).publishAt).toEqual(at)
})
