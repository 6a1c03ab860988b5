import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { type BulkInput, bulkAsk, type Planned } from "@/lib/related/bulk"
import { keepLists } from "@/lib/related/keep-list.server"
import { addLink } from "@/lib/related/links.server"
import { planBulk } from "@/lib/related/plan.server"
import { cast, hire, openSection, rareWord, storyIn } from "../../newsroom"

async function readersIn(ask: BulkInput): Promise<string[]> {
  const answer = await planBulk(await hire("admin"), bulkAsk.parse(ask))
  if ("refused" in answer) throw new Error(answer.refused)
  return answer.plan.lines.filter((line): line is Planned => "after" in line).map(({ readers }) => readers)
}

const AT_ONCE = "Readers have it at once, as a minor change."

test("before something comes in that is not public, every line says that readers will not see it", async () => {
  const { slug: section } = await openSection()
  const [old, draft, live] = [await storyIn("published"), await storyIn("draft"), await storyIn("published")]
  await storyIn("published", { section, related: [{ story: old.id }] })
  const unseen = `${AT_ONCE} “${draft.text.headline}” is not public: readers do not see it until it is.`
  const replace = (into: { story: string } | null): BulkInput => ({ do: "replace", out: { story: old.id }, into })
  expect(await readersIn(replace({ story: draft.id }))).toEqual([unseen])
  expect(await readersIn(replace({ story: live.id }))).toEqual([AT_ONCE])
  expect(await readersIn(replace(null))).toEqual([AT_ONCE])
  const into = { words: "", section, topic: "", package: "", holding: null }
  const items = [{ story: draft.id }, { story: live.id }, { story: (await storyIn("draft")).id }]
  expect(await readersIn({ do: "set", items, package: "", place: "last", into })).toEqual([
    expect.stringMatching(
      /“A story about .*”, “A story about .*” are not public: readers do not see them until they are\./,
    ),
  ])
})

test("a link whose page is gone is told likewise", async () => {
  const { ben } = await cast()
  const old = await storyIn("published")
  await storyIn("published", { related: [{ story: old.id }] })
  const added = await addLink(ben, { url: `https://${rareWord()}.test/`, headline: `Gone ${rareWord()}` })
  if ("refused" in added) throw new Error(added.refused)
  await db.outsideLink.update({ where: { id: added.link.id }, data: { takenOffAt: new Date() } })
  expect(await readersIn({ do: "replace", out: { story: old.id }, into: { link: added.link.id } })).toEqual([
    `${AT_ONCE} “${added.link.headline}” is not public: readers do not see it until it is.`,
  ])
})

test("where nothing was to be done, that is what is said", async () => {
  const { cleo } = await cast()
  const other = await storyIn("published")
  const related = [{ story: other.id }]
  const [live, draft] = [await storyIn("published", { related }), await storyIn("draft", { related })]
  const stories = [live, draft].map(({ id, revision }) => ({ id, revision, after: related }))
  const part = { batch: randomUUID(), what: "set" as const, about: [], undoes: null }
  expect(await keepLists(cleo, { ...part, stories })).toEqual({
    results: [
      { id: live.id, done: "Nothing was to be done: it is so already." },
      {
        id: draft.id,
        done: "Nothing was to be done: it is so already. Readers do not have this story: it waits in the draft.",
      },
    ],
  })
})
