import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { ACT_NAMES, rowOf } from "@/lib/story/acts"
import { foresee } from "@/lib/story/foresee.server"
import { perform } from "@/lib/story/perform.server"
import { STATUSES } from "@/lib/story/story"
import { cast, openSection, storyIn } from "../../newsroom"

test("a preview tells for each story what would happen or why not, in the order asked, and writes nothing", async () => {
  const { ada, ben } = await cast()
  const filed = await storyIn("filed")
  const draft = await storyIn("draft", { headline: "" })
  const live = await storyIn("published")
  const before = await db.story.findMany({
    where: { id: { in: [filed.id, draft.id, live.id] } },
    orderBy: { id: "asc" },
  })
  const events = () => db.storyEvent.count({ where: { storyId: { in: [filed.id, draft.id, live.id] } } })
  const count = await events()
  const told = await foresee(ben, "publish", [live.id, filed.id, randomUUID(), draft.id, filed.id])
  expect(told).toEqual([
    expect.objectContaining({ id: live.id, refused: expect.stringContaining("this one is published") }),
    expect.objectContaining({
      id: filed.id,
      revision: filed.revision,
      will: expect.stringContaining(`/${filed.text.slug}`),
    }),
    expect.objectContaining({ id: draft.id, refused: "Give the story a headline first." }),
  ])
  for (const line of await foresee(ada, "publish", [filed.id])) expect(line).toHaveProperty("refused")
  expect(await events()).toBe(count)
  expect(
    await db.story.findMany({ where: { id: { in: [filed.id, draft.id, live.id] } }, orderBy: { id: "asc" } }),
  ).toEqual(before)
})

test("a preview says of every act in every state what perform() then does", { tag: "@sweep" }, async () => {
  test.slow()
  const { cleo } = await cast()
  for (const status of STATUSES)
    for (const act of ACT_NAMES) {
      const story = await storyIn(status)
      const at = rowOf(act).asksWhen ? new Date(Date.now() + (act === "embargo" ? 1 : 48) * 3_600_000) : null
      const [line] = await foresee(cleo, act, [story.id], { note: "A word.", at })
      const answer = await perform(cleo, act, story.id, story.revision, { note: "A word.", at })
      if ("refused" in answer) expect(line, `${act} of ${status}`).toMatchObject({ refused: answer.refused })
      else expect(line, `${act} of ${status}`).toMatchObject({ will: expect.any(String) })
    }
})

test("what only the database knows stands in the way of a preview as well: a text that nobody approved", async () => {
  const { ben } = await cast()
  const { slug } = await openSection()
  const story = await storyIn("filed", { section: slug })
  await db.section.update({ where: { slug }, data: { approval: true } })
  expect(await foresee(ben, "publish", [story.id])).toMatchObject([
    { refused: expect.stringContaining("somebody else approves") },
  ])
})
