import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { keepLists } from "@/lib/related/keep-list.server"
import { settleRelated } from "@/lib/related/settle.server"
import { createStory } from "@/lib/story/create.server"
import { findStory } from "@/lib/story/find.server"
import { saveDraft } from "@/lib/story/save.server"
import { cast, rareWord, storyIn } from "../../newsroom"

const TWICE = "This is in the list already: take it out here, or there."

test("the same thing twice in a list is refused at the second one, on every way in", async () => {
  const { ada, ben, cleo } = await cast()
  const [story, other] = [await storyIn("draft"), await storyIn("published")]
  const related = [{ story: other.id }, { story: other.id, reason: "Background" }]
  const fields = { "related.1": TWICE }
  expect(await saveDraft(ben, story.id, story.revision, { related })).toMatchObject({ because: "bad input", fields })
  expect(await createStory(ada, { headline: rareWord(), related })).toMatchObject({ fields })

  const page = { url: `https://${rareWord()}.test/`, headline: "Elsewhere" }
  expect(await settleRelated(ben, [{ story: other.id }, page, page], { field: "items" })).toMatchObject({
    ...{ because: "bad input", fields: { "items.2": TWICE } },
  })

  const part = { batch: randomUUID(), what: "set" as const, about: [], undoes: null }
  const wish = { id: story.id, revision: story.revision, after: related }
  const kept = await keepLists(cleo, { ...part, stories: [wish] })
  expect("results" in kept && kept.results).toEqual([{ id: story.id, refused: expect.stringContaining(TWICE) }])
  expect((await findStory(story.id))?.text.related).toEqual([])
})
