import { randomUUID } from "node:crypto"
import { setImmediate as turn } from "node:timers/promises"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import type { Person } from "@/lib/people/people"
import { createStory } from "@/lib/story/create.server"
import { findStory } from "@/lib/story/find.server"
import { mergeTexts } from "@/lib/story/merge"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, done, hire, made, openSection, paragraph, rareWord, storyIn } from "../../newsroom"

const saved = (answer: Awaited<ReturnType<typeof saveDraft>>): Story => {
  if ("saved" in answer) return answer.saved
  throw new Error("refused" in answer ? answer.refused : "stale")
}

test("a save moves the draft and its revision, and no event", async () => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const after = saved(await saveDraft(ada, story.id, 1, { standfirst: "New." }))
  expect(after).toMatchObject({ revision: 2, text: { ...story.text, standfirst: "New." } })
  expect(after.changedAt.getTime()).toBeGreaterThanOrEqual(story.changedAt.getTime())
  expect(await db.storyEvent.count({ where: { storyId: story.id } })).toBe(0)
})

test("a save answers with the story as it is stored, whatever was changed", async () => {
  const { ada } = await cast()
  const { slug: section } = await openSection()
  let story = await storyIn("draft")
  const slug = rareWord()
  const changes: Partial<StoryText>[] = [
    { headline: `Another headline ${slug}` },
    { body: [paragraph("One."), { id: "a", kind: "crosshead", text: "Two" }], standfirst: "" },
    { byline: [{ personId: ada.id, name: ada.name }, { name: "Somebody else" }], dateline: "GHENT", kicker: "Quay" },
    { section, language: "nl" },
    { slug },
    { headline: "The slug was chosen" },
  ]
  for (const change of changes) {
    story = saved(await saveDraft(ada, story.id, story.revision, change))
    expect(story).toEqual(await findStory(story.id))
  }
  expect(story).toMatchObject({ revision: 7, slugChosen: true, text: { slug, headline: "The slug was chosen" } })
})

test("saving what is there already moves nothing", async () => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  expect(saved(await saveDraft(ada, story.id, 1, story.text))).toEqual(story)
  expect(saved(await saveDraft(ada, story.id, 1, {}))).toEqual(story)
  expect(await findStory(story.id)).toEqual(story)
})

test("changes may be made of the text as it is; those that do not fit it are refused, and nothing is written", async () => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [paragraph("One.")] })
  const after = saved(await saveDraft(ada, story.id, 1, ({ body }) => ({ body: [...body, paragraph("Two.")] })))
  expect(after).toMatchObject({
    revision: 2,
    text: { body: [{ text: [{ text: "One." }] }, { text: [{ text: "Two." }] }] },
  })
  expect(await saveDraft(ada, story.id, 2, () => null)).toMatchObject({ because: "bad input" })
  expect(await saveDraft(ada, story.id, 2, ({ body }) => ({ body: [...body, ...body] }))).toMatchObject({
    because: "bad input",
  })
  expect(await saveDraft(ada, story.id, 1, () => ({ headline: "Late" }))).toMatchObject({ stale: { revision: 2 } })
  expect(await findStory(story.id)).toEqual(after)
})

test("a mark or a field that is undefined, as browsers send it, is as good as left out", async () => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [{ kind: "paragraph", id: "a", text: [{ text: "x" }] }] })
  const same = { kind: "paragraph" as const, id: "a", text: [{ text: "x", bold: undefined, link: undefined }] }
  expect(saved(await saveDraft(ada, story.id, 1, { headline: undefined, body: [same] }))).toEqual(story)
  const longer = { ...same, text: [...same.text, { text: "y", italic: undefined }] }
  const after = saved(await saveDraft(ada, story.id, 1, { body: [longer], standfirst: undefined }))
  expect(after.text).toEqual({ ...story.text, body: [{ ...same, text: [{ text: "x" }, { text: "y" }] }] })
})

test("readers see nothing of what is saved in a published story", async () => {
  const { ben } = await cast()
  const story = await storyIn("published")
  const after = saved(await saveDraft(ben, story.id, story.revision, { headline: "Not yet" }))
  expect(after.liveId).toBe(story.liveId)
  const version = await db.version.findUniqueOrThrow({ where: { id: story.liveId ?? "" } })
  expect(version.headline).toBe(story.text.headline)
})

test("a reporter changes drafts alone, the desk everything that is not over, and nobody what is", async () => {
  const { ada, ben, cleo } = await cast()
  const may = { draft: [ada, ben, cleo], filed: [ben, cleo], scheduled: [ben, cleo], published: [ben, cleo] }
  for (const status of ["draft", "filed", "scheduled", "published", "withdrawn", "spiked"] as const)
    for (const person of [ada, ben, cleo]) {
      const story = await storyIn(status)
      const answer = await saveDraft(person, story.id, story.revision, { headline: "Changed" })
      const allowed = (may as Record<string, Person[]>)[status]?.includes(person) ?? false
      expect("saved" in answer, `${person.name} in a story that is ${status}`).toBe(allowed)
      if (!allowed) {
        expect(answer).toMatchObject({ because: "no right" })
        expect(await findStory(story.id)).toEqual(story)
      }
    }
})

test("the slug follows the headline until the story was public, or somebody chose another", async () => {
  const { ada, ben } = await cast()
  const word = rareWord()
  const story = made(await createStory(ada, { headline: `First ${word}`, section: (await openSection()).slug }))
  expect(story.text.slug).toBe(`first-${word}`)
  const second = saved(await saveDraft(ada, story.id, 1, { headline: `Zwölf ${word}`, body: [paragraph("x")] }))
  expect(second.text.slug).toBe(`zwolf-${word}`)
  const german = saved(await saveDraft(ada, story.id, 2, { language: "de" }))
  expect(german.text.slug).toBe(`zwoelf-${word}`)
  const chosen = saved(await saveDraft(ada, story.id, 3, { slug: `chosen-${word}` }))
  expect(chosen.slugChosen).toBe(true)
  expect(saved(await saveDraft(ada, story.id, 4, { headline: "Third" })).text.slug).toBe(`chosen-${word}`)

  const other = await storyIn("published")
  const after = saved(await saveDraft(ben, other.id, other.revision, { headline: `Later ${word}` }))
  expect(after.text.slug).toBe(other.text.slug)
  const gone = done(await perform(ben, "withdraw", other.id, after.revision, { note: "x" }))
  const back = done(await perform(ben, "restore", other.id, gone.revision))
  const again = saved(await saveDraft(ben, other.id, back.revision, { headline: `Latest ${word}` }))
  expect(again.text.slug, "its readers know the address").toBe(other.text.slug)
})

test("stories with one headline get slugs of their own, also at the same moment", async () => {
  const { ada } = await cast()
  const headline = `Twins ${rareWord()}`
  const { slug: section } = await openSection()
  const stories = await Promise.all(Array.from({ length: 20 }, () => createStory(ada, { headline, section })))
  const slugs = stories.map((answer) => made(answer).text.slug)
  const base = slugs.reduce((short, slug) => (slug.length < short.length ? slug : short))
  const numbered = Array.from({ length: 19 }, (_, index) => `${base}-${index + 2}`)
  expect(slugs.sort()).toEqual([base, ...numbered].sort())
})

test("a slug of somebody else, or one that a page of the paper has, is refused to who chooses it", async () => {
  const { ada } = await cast()
  const [story, other] = [await storyIn("draft"), await storyIn("draft")]
  for (const slug of [other.text.slug, "history"])
    expect(await saveDraft(ada, story.id, 1, { slug })).toMatchObject({ fields: { slug: expect.any(String) } })
  const untitled = made(await createStory(ada, { headline: "History", section: story.text.section }))
  expect(untitled.text.slug).toMatch(/^history-\d+$/)
})

test("what cannot be understood is refused with the path, and nothing is written", async () => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const wrong: [object, string][] = [
    [{ headline: "x".repeat(1_001) }, "headline"],
    [{ body: [{ kind: "paragraph", id: "a b", text: [] }] }, "body.0.id"],
    [{ related: [{ story: story.id }] }, "related.0.story"],
    [{ related: [{ link: randomUUID() }] }, "related.0.link"],
    [{ status: "published" }, "status"],
  ]
  for (const [changes, path] of wrong) {
    const answer = await saveDraft(ada, story.id, 1, changes as Partial<StoryText>)
    expect(answer).toMatchObject({ because: "bad input" })
    expect(Object.keys(("fields" in answer && answer.fields) || {})).toEqual([path])
  }
  expect(await findStory(story.id)).toEqual(story)
  expect(await saveDraft(ada, randomUUID(), 1, {})).toMatchObject({ because: "not found" })
})

// Two editors with one story open. Each writes paragraphs of their own and now and then the headline, saves, and when
// somebody else was faster, merges as the screen does. Whatever the interleaving: each save was made from the text just
// before it, and every word that was acknowledged is there at the end or was seen by who replaced it.
type Saving = { by: string; from: Story; text: StoryText; revision: number }

async function editor(person: Person, start: Story, random: () => number, acknowledged: Saving[]) {
  let base = start
  let mine = start.text
  for (let number = 0; number < 4; number++) {
    const at = Math.floor(random() * (mine.body.length + 1))
    mine = { ...mine, body: mine.body.toSpliced(at, 0, paragraph(`${person.name} wrote ${number}`)) }
    if (random() < 0.4) mine = { ...mine, headline: `${person.name} ${number}` }
    for (let turns = Math.floor(random() * 8); turns > 0; turns--) await turn()
    for (let kept = false; !kept; ) {
      const answer = await saveDraft(person, base.id, base.revision, mine)
      if ("refused" in answer) throw new Error(answer.refused)
      kept = "saved" in answer
      if ("saved" in answer) {
        acknowledged.push({ by: person.id, from: base, text: mine, revision: answer.saved.revision })
        base = answer.saved
      } else {
        const slug = { slug: answer.stale.text.slug }
        mine = { ...mergeTexts(mine, answer.stale.text, {}, base.text), ...slug }
        base = answer.stale
      }
    }
    mine = base.text
  }
}

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const BATCHES = 8
for (let batch = 0; batch < BATCHES; batch++)
  // Two batches of it in every run of the tests, the others where what takes minutes is looked at.
  test(`two editors save at once in 25 ways (${batch + 1} of ${BATCHES}): no text is lost, nothing silently overwritten`, {
    tag: batch < 2 ? [] : "@sweep",
  }, async () => {
    test.slow()
    const [ben, cleo] = [await hire("editor", { password: null }), await hire("admin", { password: null })]
    const { slug: section } = await openSection()
    for (let number = 0; number < 25; number++) {
      const seed = batch * 25 + number
      const start = made(
        await createStory(ben, { headline: "Start", slug: rareWord(), section, body: [paragraph("0")] }),
      )
      const acknowledged: Saving[] = []
      const writers = [ben, cleo].map((person, index) =>
        editor(person, start, randomOf(seed * 2 + index), acknowledged),
      )
      await Promise.all(writers)
      const end = await findStory(start.id)
      if (!end) throw new Error("the story is gone")

      acknowledged.sort((a, b) => a.revision - b.revision)
      expect(
        acknowledged.map(({ revision }) => revision),
        `seed ${seed}`,
      ).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
      let before = start.text
      for (const saving of acknowledged) {
        expect(saving.from.revision, `seed ${seed}`).toBe(saving.revision - 1)
        expect(saving.from.text, "made from the text just before it").toEqual(before)
        before = saving.text
      }
      expect(end).toMatchObject({ revision: 9, text: before })
      const words = end.text.body.flatMap((block) =>
        block.kind === "paragraph" ? block.text.map(({ text }) => text) : [],
      )
      const written = [ben, cleo].flatMap(({ name }) => [0, 1, 2, 3].map((one) => `${name} wrote ${one}`))
      expect(words.toSorted()).toEqual(["0", ...written].toSorted())
    }
  })
