import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import type { Person } from "@/lib/people/people"
import { readFile } from "@/lib/related/files"
import { planFile, writeFile } from "@/lib/related/files.server"
import { keepLists } from "@/lib/related/keep-list.server"
import { addLink } from "@/lib/related/links.server"
import { findStory } from "@/lib/story/find.server"
import type { RelatedItem } from "@/lib/story/story"
import { cast, rareWord, storyIn } from "../../newsroom"

async function written(form: "csv" | "json") {
  let text = ""
  for await (const part of writeFile(form)) text += part
  return text
}

/** What a file says of some stories. */
const linesOf = (text: string, ids: readonly string[]) => {
  const { lines, bad } = readFile(text)
  return { lines: lines.filter(({ story }) => ids.includes(story)), bad }
}

async function planOf(actor: Person, text: string, whole = false) {
  const { lines } = readFile(text)
  const answer = await planFile(actor, { lines, whole, spoiled: [] })
  if ("refused" in answer) throw new Error(answer.refused)
  return answer
}

async function storiesWithItems(cleo: Person) {
  const word = rareWord()
  const url = `https://${word}.example/?a=1,2;3`
  const added = await addLink(cleo, { url, headline: `=Page "${word}"`, source: "+Somebody" })
  if ("refused" in added) throw new Error(added.refused)
  const target = await storyIn("published", { headline: `@${word}, "quoted"` })
  const related: RelatedItem[] = [
    { story: target.id, reason: "-Background", headlineForReaders: "=In other words", pinned: true },
    { link: added.link.id, from: "2026-12-01T00:00:00Z", until: "2027-01-01T00:00:00.000Z", hidden: true },
  ]
  return { word, url, target, link: added.link, related, story: await storyIn("published", { related }) }
}

test("what goes out comes in as nothing that would change, as CSV and as JSON", async () => {
  const { cleo, ben } = await cast()
  const { story, target, url } = await storiesWithItems(cleo)
  for (const form of ["csv", "json"] as const) {
    const text = await written(form)
    const { lines } = linesOf(text, [story.id])
    expect(lines).toHaveLength(2)
    for (const whole of [true, false]) {
      const answer = await planFile(cleo, { lines, whole, spoiled: [] })
      expect(answer).toMatchObject({ plan: { lines: [], same: 1 }, bad: [] })
    }
    expect(text).toContain(url)
    expect(text).toContain(`/${story.text.section}/${story.text.slug}`)
  }
  expect(await written("csv")).toContain(`${story.id},/${story.text.section}/${story.text.slug},`)
  expect(await written("csv")).toContain(`story,${target.id},"'@`)
  expect(await planFile(ben, { lines: [], whole: false, spoiled: [] })).toMatchObject({ because: "no right" })
})

test("a link whose address was once taken with a blank behind it comes back as itself", async () => {
  const { cleo } = await cast()
  const given = { url: `https://${rareWord()}.example/ `, headline: "Words ", source: "" }
  const { id: link } = await db.outsideLink.create({ data: { ...given, createdById: cleo.id } })
  const story = await storyIn("draft", { related: [{ link }] })
  for (const form of ["csv", "json"] as const) {
    const { lines } = linesOf(await written(form), [story.id])
    for (const whole of [true, false])
      expect(await planFile(cleo, { lines, whole, spoiled: [] })).toMatchObject({
        plan: { lines: [], same: 1 },
        bad: [],
      })
  }
  const added = await addLink(cleo, { ...given, headline: rareWord() })
  expect(added).toMatchObject({ link: { url: given.url.trim() } })
})

test("a file puts in, changes and adds pages elsewhere as one batch that can be undone; bad lines are named and left", async () => {
  const { cleo } = await cast()
  const { story, target, link, related, word } = await storiesWithItems(cleo)
  const other = await storyIn("spiked")
  const head = "story,place,kind,target,targetHeadline,source,reason\n"
  const { plan, bad } = await planOf(
    cleo,
    head +
      [
        `${story.id},1,link,https://${word}.example/new,New page,Them,Earlier`,
        `${story.id},,story,${target.id},,,`,
        `${randomUUID()},1,story,${target.id},,,`,
        `${story.id},1,story,${randomUUID()},,,`,
        `${other.id},1,story,${target.id},,,`,
      ].join("\n"),
  )
  expect(bad).toEqual([
    { line: 4, story: expect.any(String), sentence: "There is no story with this id." },
    { line: 5, story: story.id, sentence: "“target” is the id of no story of ours." },
  ])
  expect(plan.lines).toMatchObject([
    { id: story.id, atOnce: true, will: expect.stringContaining("New outside links: “New page”.") },
    { id: other.id, refused: expect.stringContaining("spiked") },
  ])
  expect(
    await db.outsideLink.count({ where: { url: `https://${word}.example/new` } }),
    "not before it is confirmed",
  ).toBe(0)
  const [line] = plan.lines
  if (!line || !("after" in line)) throw new Error("nothing to do")
  const wish = { id: line.id, revision: line.revision, after: line.after }
  const batch = randomUUID()
  const answer = await keepLists(cleo, { batch, what: "import", about: [], undoes: null, stories: [wish] })
  expect(answer).toMatchObject({ results: [{ done: "Done. Readers have it at once, as a minor change." }] })
  const added = await db.outsideLink.findFirstOrThrow({ where: { url: `https://${word}.example/new` } })
  const { reason: _, ...rest } = related[0] as RelatedItem
  expect((await findStory(story.id))?.text.related).toEqual([{ link: added.id, reason: "Earlier" }, rest, related[1]])
  expect(await db.relatedChange.findFirst({ where: { batchId: batch } })).toMatchObject({ what: "import" })

  // All of the list: what is not named goes. Where a line of it cannot be taken, nothing does.
  const whole = await planOf(
    cleo,
    `${head}${story.id},1,link,"${link.url}","${link.headline.replaceAll('"', '""')}",${link.source},`,
    true,
  )
  expect(whole.plan.lines).toMatchObject([{ id: story.id, after: [{ link: link.id, hidden: true }] }])
  const broken = await planOf(
    cleo,
    `${head}${story.id},1,story,${target.id},,,\n${story.id},2,story,${story.id},,,`,
    true,
  )
  expect(broken.plan.lines).toMatchObject([{ id: story.id, refused: expect.stringContaining("One of its lines") }])
  expect(broken.bad).toMatchObject([{ line: 3 }])
})
