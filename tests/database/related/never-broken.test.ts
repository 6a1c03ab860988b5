import { expect, test } from "@playwright/test"
import { linksOf } from "@/lib/blocks/links"
import { db } from "@/lib/db.server"
import { choosePackages, findPackagesOf } from "@/lib/packages/packages.server"
import type { Person } from "@/lib/people/people"
import { hideSuggestion } from "@/lib/related/hidden.server"
import { suggest } from "@/lib/related/suggest.server"
import { findStory } from "@/lib/story/find.server"
import type { LiveStory } from "@/lib/story/live"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, openSection, paragraph, storyIn } from "../../newsroom"
import { chance } from "../../robot"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

// Anything happens to stories that lead to each other, and a cache of pages does what the log of events says. Never is anything public related
// to what is not, or to itself, or twice; and never does the cache hold a page that a reader would get otherwise.

/** Of the long run. The whole: RELATED_ACTS=10000. */
const ACTS = Number(process.env.RELATED_ACTS ?? 600)

const FEW = 20

/** So many stories, itself and those after it, does a story lead to. */
const NEAR = 8

type Run = { stories: number; acts: number; seed: number }

for (const { tag, ...run } of [
  { stories: 20, acts: 70, seed: 1, tag: [] },
  { stories: 300, acts: ACTS, seed: 2, tag: ["@sweep", "@soak"] },
])
  test(`${run.acts} random acts on ${run.stories} stories that lead to each other break no page`, { tag }, async () => {
    test.setTimeout(120 * 60_000)
    await go(run)
  })

const NAMES = ["Ann Peel", "Rufus Tallander", "Mirelle Vantongeren", "Koen Melsens", "Hilde Ravijts", "Zelda Quintens"]

async function go({ stories, acts, seed }: Run) {
  const pick = chance(seed)
  const one = <T>(of: readonly T[]) => of[pick(of.length)] as T
  const { ben, cleo } = await cast()
  const sections = [await openSection(5), await openSection(3), await openSection(0)].map(({ slug }) => slug)
  await db.package.createMany({
    data: ["a", "b", "c"].map((slug) => ({
      ...{ slug: `pack-${slug}-${seed}`, name: slug, createdAt: new Date(), changedAt: new Date() },
    })),
  })
  const packages = ["a", "b", "c"].map((slug) => `pack-${slug}-${seed}`)
  const ids: string[] = []
  for (let n = 0; n < stories; n++) {
    const body = [paragraph(`${one(NAMES)} met ${one(NAMES)}. So said ${one(NAMES)}.`)]
    ids.push((await storyIn(pick(4) ? "published" : "draft", { section: one(sections), body })).id)
  }
  const paper = pressOf(ids)
  const doing = waysOf({ pick, one, ids, sections, packages, ben, cleo })
  await begin(ids, doing)
  let done = 0
  for (let tried = 0; done < acts; tried++) {
    if (tried > acts * 4) throw new Error(`Of ${tried} acts that were tried only ${done} may be done.`)
    const [name, act] = one(doing)
    const id = one(ids)
    const story = await findStory(id)
    if (!story || !(await act(story))) continue
    done++
    await paper.hear()
    // Of few stories every page is looked at each time: what nobody dropped shows itself.
    const looked = stories <= FEW || done % 500 === 0 ? ids : [id, one(ids), one(ids)]
    for (const other of looked) await paper.look(other, `${name}, act ${done}`)
  }
  for (const id of ids) await paper.look(id, "in the end")
  expect(await paper.kept(), "pages were kept, and so could have been wrong").toBeGreaterThan(stories / 10)
}

/** Each leads to some of the others already, in every way. */
async function begin(ids: readonly string[], doing: ReturnType<typeof waysOf>) {
  const leading = doing.filter(([name]) => name === "relate" || name === "card")
  for (const id of ids)
    for (const [, act] of leading) {
      const story = await findStory(id)
      if (story) await act(story)
    }
  for (const id of ids) await suggest({ story: id })
}

type Hands = {
  pick: (below: number) => number
  one: <T>(of: readonly T[]) => T
  ids: readonly string[]
  sections: readonly string[]
  packages: readonly string[]
  ben: Person
  cleo: Person
}

/** What may happen to a story: true where it did. */
function waysOf({ pick, one, ids, sections, packages, ben, cleo }: Hands) {
  const save = async ({ id, revision }: Story, changes: Partial<StoryText>) =>
    "saved" in (await saveDraft(ben, id, revision, changes))
  const act = async ({ id, revision }: Story, name: Parameters<typeof perform>[1], given = {}) =>
    "done" in (await perform(ben, name, id, revision, given))
  const anew = async (story: Story, changes: Partial<StoryText>) => {
    if (!(await save(story, changes))) return false
    const now = await findStory(story.id)
    return !!now?.liveId && act(now, one(["update", "minor"] as const))
  }
  // Stories lead to their neighbours, as on a topic: so they lead to the same ones in several ways.
  const near = ({ id }: Story) => ids[(ids.indexOf(id) + pick(NEAR)) % ids.length] as string
  const related = (story: Story) =>
    [...new Set(Array.from({ length: pick(6) }, () => near(story)))].flatMap((id) =>
      id === story.id ? [] : { story: id },
    )
  return [
    ["publish", (story) => act(story, "publish")],
    ["publish", (story) => act(story, "publish")],
    ["withdraw", (story) => act(story, "withdraw", { note: "It was not so." })],
    ["restore", (story) => act(story, "restore")],
    ["restore", (story) => act(story, "restore")],
    ["spike", (story) => act(story, "spike")],
    ["relate", (story) => anew(story, { related: related(story) })],
    ["relate", (story) => anew(story, { related: related(story) })],
    ["relate in the draft", (story) => save(story, { related: [{ story: one(ids.filter((id) => id !== story.id)) }] })],
    [
      "card",
      (story) => anew(story, { body: [paragraph("See."), { id: "card", kind: "relatedStory", storyId: near(story) }] }),
    ],
    [
      "link in the text",
      async (story) => {
        const { section, slug } = (await findStory(near(story)))?.text ?? story.text
        const text = [
          { text: "As was said " },
          { text: "before", link: `/${section}/${slug}${one(["", "#top", "/history"])}` },
        ]
        return anew(story, { body: [{ id: "p", kind: "paragraph", text }] })
      },
    ],
    ["names", (story) => anew(story, { body: [paragraph(`${one(NAMES)} met ${one(NAMES)}. So said ${one(NAMES)}.`)] })],
    ["headline", (story) => anew(story, { headline: `Another headline ${pick(99)}` })],
    ["section", (story) => anew(story, { section: one(sections) })],
    ["slug", (story) => anew(story, { slug: `slug-${pick(1e9)}` })],
    [
      "package",
      async (story) => {
        const had = (await findPackagesOf(story.id)).map(({ slug }) => slug)
        const [slug] = [one(packages)]
        const slugs = had.includes(slug) ? had.filter((other) => other !== slug) : [...had, slug]
        return "packages" in (await choosePackages(ben, story.id, slugs))
      },
    ],
    [
      "hide",
      async (story) => {
        const hide = one(["here", "everywhere", "nowhere", "nowhere"] as const)
        return "hidden" in (await hideSuggestion(cleo, story.id, { story: near(story), hide }))
      },
    ],
    ["suggest", (story) => suggest({ story: story.id }).then(() => true)],
    ["suggest", (story) => suggest({ story: story.id }).then(() => true)],
  ] satisfies [string, (story: Story) => Promise<boolean>][]
}

/** A cache of stories' pages as the front process has one: it keeps a page until an event names one of its tags. */
function pressOf(ids: readonly string[]) {
  const pages = new Map<string, { shows: string; tags: readonly string[] }>()
  let position = 0

  async function hear() {
    const events = await db.storyEvent.findMany({
      where: { position: { gt: position } },
      select: { position: true, tags: true },
      orderBy: { position: "asc" },
    })
    position = Number(events.at(-1)?.position ?? position)
    const told = new Set(events.flatMap(({ tags }) => tags))
    for (const [id, { tags }] of pages) if (tags.some((tag) => told.has(tag))) pages.delete(id)
  }

  async function look(id: string, when: string) {
    const page = await pageNow(id)
    const shows = page ? shownBy(page) : ""
    const kept = pages.get(id)
    const faults = page ? await faultsOf(id, page) : []
    if (kept && kept.shows !== shows) faults.push(`is kept as ${kept.shows} where readers would get ${shows}`)
    if (!kept && page) pages.set(id, { shows, tags: page.tags })
    // One expectation for all: Playwright's own account of them grows with their square.
    if (faults.length) expect(faults, `${when}: the page of ${id}`).toEqual([])
  }

  return { hear, look, kept: async () => ids.filter((id) => pages.has(id)).length }
}

async function pageNow(id: string): Promise<LiveStory | null> {
  const live = await db.version.findFirst({ where: { liveOf: { id } }, select: { section: true, slug: true } })
  const found = live && (await findLive(live.section, live.slug))
  return found && "live" in found ? found.live : null
}

const shownBy = ({ address, headline, related, cards, body }: LiveStory) =>
  JSON.stringify({ address, headline, related, body, cards: [...cards] })

/** What is wrong with a page, by the tables alone, apart from how a page is put together. */
async function faultsOf(id: string, page: LiveStory): Promise<string[]> {
  const lives = await db.$queryRaw<{ id: string; address: string }[]>`
    SELECT s.id, '/' || v.section || '/' || v.slug AS address FROM "Story" s JOIN "Version" v ON v.id = s."liveId"`
  const publicAt = new Map(lives.map((live) => [live.address, live.id]))
  const shown = page.related.map(({ address }) => address)
  const cards = [...page.cards.values()].map(({ address }) => address)
  const inText = linksOf(page.body).map((link) => link.replace(/#.*|\/history$/, ""))
  return [
    ...[...shown, ...cards, ...inText].filter((one) => !publicAt.has(one)).map((one) => `${one} is not public`),
    ...[...shown, ...cards].filter((one) => publicAt.get(one) === id).map((one) => `${one} is itself`),
    ...shown.filter((one, at) => shown.indexOf(one) !== at).map((one) => `${one} stands twice`),
    ...shown.slice(5).map((one) => `${one} is one too many`),
    ...shown.filter((one) => cards.includes(one)).map((one) => `${one} stands in the text already, as a card`),
  ]
}
