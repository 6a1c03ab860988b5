import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { isSame } from "../story/same"
import { addressOf, type RelatedItem, relatedItem, type Story } from "../story/story"
import type { LeftAlone, Plan, Planned, WantedItem } from "./bulk"
import { storiesOf } from "./choose.server"
import { type BadLine, csvHead, csvOf, type FileLine, type ItemOut, jsonOf, type Page } from "./files"
import { aboutOf, effectOf, type Looking, lookAround, NO_RIGHT, whyLeftAlone } from "./plan.server"
import { takeIn } from "./take-in"
import { NO_STORY_THERE, storiesAt } from "./target-at.server"

const STORIES = 200

const outRow = z.object({
  id: z.string(),
  headline: z.string(),
  section: z.string().nullable(),
  slug: z.string().nullable(),
  related: z.array(relatedItem),
})

/** All related items of the paper's drafts as a file, a few stories at a time: memory stays flat however many there are. */
export async function* writeFile(form: "csv" | "json"): AsyncGenerator<string> {
  yield form === "csv" ? csvHead() : "["
  let before = form === "csv" ? "" : "\n"
  for await (const items of itemsOut()) {
    if (form === "csv") yield csvOf(items)
    else
      for (const item of items) {
        yield `${before}${jsonOf(item)}`
        before = ",\n"
      }
  }
  if (form === "json") yield "\n]\n"
}

async function* itemsOut(): AsyncGenerator<ItemOut[]> {
  for (let after = Prisma.sql`true`; ; ) {
    const rows = z.array(outRow).parse(
      await db.$queryRaw`
        SELECT s.id, s.headline, v.section, v.slug, s.related FROM "Story" s LEFT JOIN "Version" v ON v.id = s."liveId"
        WHERE s.related <> '[]'::jsonb AND ${after} ORDER BY s.id LIMIT ${STORIES}`,
    )
    const last = rows.at(-1)
    if (!last) return
    yield await outOf(rows)
    after = Prisma.sql`s.id > ${last.id}::uuid`
  }
}

async function outOf(rows: readonly z.infer<typeof outRow>[]): Promise<ItemOut[]> {
  const all = rows.flatMap(({ related }) => related)
  const [pages, headlines] = await Promise.all([pagesOf(all), headlinesOf(all)])
  return rows.flatMap(({ id, headline, section, slug, related }) => {
    const story = { id, headline, address: section && slug ? addressOf({ section, slug }) : "" }
    return related.map((item, index) => ({
      ...{ story, place: index + 1, item },
      target: "link" in item ? (pages.get(item.link) ?? NOWHERE) : { headline: headlines.get(item.story) ?? "" },
    }))
  })
}

const NOWHERE: Page = { url: "", headline: "", source: "" }

async function pagesOf(items: readonly RelatedItem[]): Promise<Map<string, Page>> {
  const ids = [...new Set(items.flatMap((item) => ("link" in item ? item.link : [])))]
  const links = ids.length ? await db.outsideLink.findMany({ where: { id: { in: ids } } }) : []
  // As a file gives them back: cells are read without the blanks around them.
  return new Map(
    links.map(({ id, url, headline, source }) => [
      id,
      { url: url.trim(), headline: headline.trim(), source: source.trim() },
    ]),
  )
}

async function headlinesOf(items: readonly RelatedItem[]): Promise<Map<string, string>> {
  const ids = [...new Set(items.flatMap((item) => ("story" in item ? item.story : [])))]
  const rows = ids.length
    ? await db.story.findMany({ where: { id: { in: ids } }, select: { id: true, headline: true } })
    : []
  return new Map(rows.map(({ id, headline }) => [id, headline]))
}

type Asked = {
  lines: readonly FileLine[]
  /** the lines are all that each story is to have */
  whole: boolean
  /** stories of which a line was not understood */
  spoiled: readonly string[]
}

/** What the lines of a file would do, and which of them cannot be taken; nothing is done. All lines of a story have to come at once. */
export async function planFile(
  actor: Person,
  { lines: given, whole, spoiled }: Asked,
): Promise<{ plan: Plan; bad: BadLine[] } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  const { lines, astray } = await withStories(given)
  const ofStory = new Map<string, FileLine[]>()
  for (const line of lines) ofStory.set(line.story, [...(ofStory.get(line.story) ?? []), line])
  const stories = new Map((await storiesOf([...ofStory.keys()])).map((story) => [story.id, story]))
  const around = await aroundOf(lines, [...stories.values()])
  const looking = await lookAround(actor, [
    ...[...stories.values()].flatMap(({ text }) => text.related),
    ...lines.flatMap(({ target }) => ("story" in target ? { story: target.story } : [])),
  ])
  const plan: Plan = { what: "import", about: [], undoes: null, lines: [], same: 0 }
  const bad: BadLine[] = []
  for (const [id, own] of ofStory) {
    const story = stories.get(id)
    const fit = own.filter((line) => {
      const lost = astray.has(line.line) ? NO_STORY_THERE : around.unknown(line)
      const sentence = story ? lost : "There is no story with this id."
      if (sentence) bad.push({ line: line.line, story: id, sentence })
      return !sentence
    })
    if (!story) continue
    const { after, bad: unfit } = takeIn({ ...around, storyId: id, list: story.text.related, whole }, fit)
    for (const [line, sentence] of unfit) bad.push({ line, story: id, sentence })
    const broken = whole && (spoiled.includes(id) || unfit.size > 0 || fit.length < own.length)
    const line = await planOne(looking, story, after, broken)
    if (line) plan.lines.push(line)
    else plan.same++
  }
  return { plan, bad: bad.sort((one, other) => one.line - other.line) }
}

/** Where a line gives an address of the paper, it is the story there; `astray`: lines with another page of the paper. */
async function withStories(lines: readonly FileLine[]) {
  const at = await storiesAt(lines.flatMap(({ target }) => ("page" in target ? target.page.url : [])))
  const astray = new Set<number>()
  const led = lines.map((line) => {
    const story = "page" in line.target ? at.get(line.target.page.url) : undefined
    if (story === null) astray.add(line.line)
    return story ? { ...line, target: { story } } : line
  })
  return { lines: led, astray }
}

/** Null: all of it is so already. */
async function planOne(
  looking: Looking,
  story: Story,
  after: WantedItem[],
  broken: boolean,
): Promise<Planned | LeftAlone | null> {
  if (broken)
    return { ...aboutOf(story), refused: "One of its lines cannot be taken, and they are to be all of its list." }
  if (isSame(after, story.text.related)) return null
  const refused = whyLeftAlone(looking.actor, story)
  if (refused) return { ...aboutOf(story), refused }
  if (after.length > 100)
    return { ...aboutOf(story), refused: `Its list would hold ${after.length} items, and 100 is the most.` }
  const known = after.flatMap((item) => ("page" in item ? [] : [item]))
  const { will, ...told } = await effectOf(looking, story, known)
  const pages = after.flatMap((item) => ("page" in item ? `“${item.page.headline}”` : []))
  const fresh = pages.length ? `New outside links: ${pages.slice(0, 3).join(", ")}${more(pages.length - 3)}.` : ""
  return { ...aboutOf(story), revision: story.revision, after, will: [will, fresh].filter(Boolean).join(" "), ...told }
}

const more = (count: number) => (count > 0 ? `, ${count} more` : "")

const wordsOf = ({ url, headline, source }: Page) => JSON.stringify([url, headline, source])

/** What the lines lead to, as the paper has it. */
async function aroundOf(lines: readonly FileLine[], stories: readonly Story[]) {
  const urls = [...new Set(lines.flatMap(({ target }) => ("page" in target ? target.page.url : [])))]
  const targets = [...new Set(lines.flatMap(({ target }) => ("story" in target ? target.story : [])))]
  const [links, there, pages] = await Promise.all([
    urls.length ? db.outsideLink.findMany({ where: { url: { in: urls } }, orderBy: { id: "desc" } }) : [],
    targets.length ? db.story.findMany({ where: { id: { in: targets } }, select: { id: true } }) : [],
    pagesOf(stories.flatMap(({ text }) => text.related)),
  ])
  // Of several with the same words the first one counts, as where one is added.
  const byWords = new Map(links.map((link) => [wordsOf(link), link.id]))
  const known = new Set(there.map(({ id }) => id))
  return {
    linkOf: (page: Page) => byWords.get(wordsOf(page)),
    pageOf: (link: string) => pages.get(link),
    unknown: ({ target }: FileLine) =>
      "story" in target && !known.has(target.story) ? "“target” is the id of no story of ours." : null,
  }
}
