import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findAdded } from "@/lib/related/added.server"
import { findChanges } from "@/lib/related/changes.server"
import { keepLists } from "@/lib/related/keep-list.server"
import { planBulk } from "@/lib/related/plan.server"
import { setAside } from "@/lib/story/aside.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { cast, done, rareWord, storyIn } from "../../newsroom"

const ALL = { story: null, words: "", batch: null, before: null }

test("every change of related news is noted with who, when and how, and no other change of the story is", async () => {
  const { ada, ben } = await cast()
  const [one, two] = [await storyIn("draft"), await storyIn("draft")]
  const story = await storyIn("draft", { related: [{ story: one.id }] })
  await saveDraft(ada, story.id, 1, { headline: `Said ${rareWord()}` })
  await saveDraft(ben, story.id, 2, { related: [{ story: two.id }, { story: one.id }], standfirst: "With it." })
  await saveDraft(ben, story.id, 3, { related: [{ story: two.id }, { story: one.id }] })
  const { lines } = await findChanges({ ...ALL, story: story.id })
  expect(lines).toMatchObject([
    { what: "by hand", by: ben.name, batch: false, said: `In: “${two.text.headline}”.` },
    { what: "by hand", said: `In: “${one.text.headline}”.` },
  ])
  const rows = await db.relatedChange.findMany({ where: { storyId: story.id }, orderBy: { revision: "asc" } })
  expect(rows.map(({ revision, before, after }) => [revision, before, after])).toEqual([
    [1, [], [{ story: one.id }]],
    [3, [{ story: one.id }], [{ story: two.id }, { story: one.id }]],
  ])
})

test("who put an item in is told, and when: the last time that it came, whatever is done to the rest of the list", async () => {
  const { ada, ben, cleo } = await cast()
  const [one, two] = [{ story: (await storyIn("draft")).id }, { story: (await storyIn("draft")).id }]
  const story = await storyIn("draft", { related: [one] })
  await saveDraft(ada, story.id, 1, { related: [two, one] })
  await saveDraft(ben, story.id, 2, { related: [two] })
  await saveDraft(cleo, story.id, 3, { related: [{ ...one, pinned: true }, two] })
  await saveDraft(ben, story.id, 4, { related: [two, { ...one, reason: "Earlier" }] })
  const [, , thirdly] = await db.relatedChange.findMany({ where: { storyId: story.id }, orderBy: { revision: "desc" } })
  expect(await findAdded(story.id, [two, one])).toEqual({
    [one.story]: { by: cleo.name, at: expect.any(Date) },
    [two.story]: { by: ada.name, at: expect.any(Date) },
  })
  expect(thirdly?.byId).toBe(ben.id)
  expect(await findAdded(story.id, [{ story: randomUUID() }])).toEqual({})
  expect(await findAdded(story.id, [])).toEqual({})
})

test("setting changes aside changes the list, too, and bringing them back; both are noted", async () => {
  const { ben } = await cast()
  const other = await storyIn("draft")
  const story = await storyIn("published")
  await saveDraft(ben, story.id, story.revision, { related: [{ story: other.id }] })
  done(await setAside(ben, story.id, story.revision + 1))
  const rows = await db.relatedChange.findMany({ where: { storyId: story.id }, orderBy: { revision: "asc" } })
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    [[], [{ story: other.id }]],
    [[{ story: other.id }], []],
  ])
})

test("a batch is one line with its stories behind it; one change of it can be undone alone; who undid is told", async () => {
  const { cleo } = await cast()
  const word = rareWord()
  const old = await storyIn("draft", { headline: `The old ${word}` })
  const stories = [
    await storyIn("draft", { headline: `${word} one`, related: [{ story: old.id }] }),
    await storyIn("draft", { headline: `${word} two`, related: [{ story: old.id }] }),
  ]
  const planOf = async (ask: Parameters<typeof planBulk>[1]) => {
    const answer = await planBulk(cleo, ask)
    if ("refused" in answer) throw new Error(answer.refused)
    return answer.plan
  }
  const keep = async (plan: Awaited<ReturnType<typeof planOf>>) => {
    const { what, about, undoes } = plan
    const wishes = plan.lines.flatMap((line) =>
      "after" in line ? [{ id: line.id, revision: line.revision, after: line.after }] : [],
    )
    const batch = randomUUID()
    expect(await keepLists(cleo, { batch, what, about, undoes, stories: wishes })).toHaveProperty("results")
    return batch
  }
  const batch = await keep(await planOf({ do: "replace", out: { story: old.id }, into: null, section: "" }))
  // Others' changes come meanwhile: it is found by going through the pages.
  const pages = async () => {
    for (let before: string | null = null; ; ) {
      const { lines, next } = await findChanges({ ...ALL, before })
      const found = lines.find(({ id }) => id === batch)
      if (found || !next) return found
      before = next
    }
  }
  expect(await pages()).toMatchObject({
    ...{ batch: true, what: "replace", by: cleo.name, stories: 2, said: `“The old ${word}”`, undoneBy: null },
  })
  const parts = await findChanges({ ...ALL, batch })
  expect(parts.lines.map(({ story }) => story?.headline).sort()).toEqual([`${word} one`, `${word} two`])
  expect((await findChanges({ ...ALL, words: `${word} two` })).lines.map(({ what }) => what)).toEqual([
    "replace",
    "by hand",
  ])

  const [first] = parts.lines
  await keep(await planOf({ do: "undo one", change: first?.id ?? "" }))
  const after = await db.story.findMany({ where: { id: { in: stories.map(({ id }) => id) } } })
  expect(after.filter(({ related }) => JSON.stringify(related) === "[]")).toHaveLength(1)
  expect((await findChanges({ ...ALL, batch })).lines.find(({ id }) => id === first?.id)?.undoneBy).toBe(cleo.name)
})

test("what a file did is told in a line, and what was replaced by what", async () => {
  const { cleo } = await cast()
  const [one, two, three] = [await storyIn("draft"), await storyIn("draft"), await storyIn("draft")]
  const story = await storyIn("draft", { related: [{ story: one.id }] })
  const other = await storyIn("draft", { related: [{ story: one.id }] })
  const keep = async (what: "import" | "replace", about: { story: string }[], wishes: object[]) => {
    const batch = randomUUID()
    const stories = wishes as Parameters<typeof keepLists>[1]["stories"]
    expect(await keepLists(cleo, { batch, what, about, undoes: null, stories })).toMatchObject({
      results: stories.map(() => ({ done: expect.any(String) })),
    })
    const { lines } = await findChanges({ ...ALL, before: null })
    return lines.find(({ id }) => id === batch)?.said
  }
  const after = [{ story: two.id }, { story: three.id }]
  const wishes = [
    { id: story.id, revision: story.revision, after },
    { id: other.id, revision: other.revision, after: [{ story: one.id, reason: "Earlier" }] },
  ]
  const said = await keep("import", [], wishes)
  expect(said).toBe("In: 2 items. Out: 1 item. Said otherwise or in another order: in 1 story.")
  const about = [{ story: two.id }, { story: one.id }]
  const wish = { id: story.id, revision: story.revision + 1, after: [{ story: one.id }, { story: three.id }] }
  expect(await keep("replace", about, [wish])).toBe(`“${two.text.headline}” by “${one.text.headline}”`)
})

test("a legal removal erases what was noted of the story's related news", async () => {
  const { ben, cleo } = await cast()
  const other = await storyIn("draft")
  const story = await storyIn("published", {
    related: [{ story: other.id, headlineForReaders: "Words that have to go" }],
  })
  const led = await saveDraft(ben, other.id, other.revision, { related: [{ story: story.id }] })
  expect(led).toHaveProperty("saved")
  expect(await db.relatedChange.count({ where: { storyId: story.id } })).toBe(1)
  done(await perform(cleo, "remove", story.id, story.revision, { note: "Removed by order of a court." }))
  expect(await db.relatedChange.count({ where: { storyId: story.id } })).toBe(0)
  expect((await findChanges({ ...ALL, story: other.id })).lines[0]?.said).toBe("In: “a story without a headline”.")
  const answer = await planBulk(cleo, { do: "back", story: other.id, theirs: true, own: false })
  expect(answer).toMatchObject({
    plan: { lines: [{ id: story.id, refused: expect.stringContaining("legal reasons") }] },
  })
})
