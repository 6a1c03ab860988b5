import { dayAddress, dayAt, monthAddress, yearAddress } from "@/lib/archive/days"
import { addPackage, changePackage } from "@/lib/packages/packages.server"
import type { Person } from "@/lib/people/people"
import { addLink } from "@/lib/related/links.server"
import { type Performance, perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story } from "@/lib/story/story"
import { fullStory } from "./full-story"
import { cast, done, openSection, pagesFollow, paragraph, rareWord, storyIn } from "./newsroom"
import { makeLive, makePaper } from "./paper"

export type ReaderPage = { kind: string; path: string; status: number }

/** What came of an act that the test did itself, past the door of the paper, when readers see it. */
export async function seen(performance: Performance): Promise<Story> {
  await pagesFollow()
  return done(performance)
}

export const pathOf = ({ text }: Story) => `/${text.section}/${text.slug}`

/** One of every kind of page that a reader can ask for, with the status that it answers. */
export async function everyReaderPage() {
  const { ada, ben, cleo } = await cast()
  const section = (await openSection()).slug
  const link = await addLink(ben, { url: "https://elsewhere.test/", headline: "Read elsewhere", source: "Elsewhere" })
  if ("refused" in link) throw new Error(link.refused)
  const other = await storyIn("published", { section })
  const related = [{ story: other.id }, { link: link.link.id }]
  const story = await storyIn("published", { section, related, byline: [{ personId: ada.id, name: ada.name }] })
  const full = await changedIn(await fullStory(), ben)
  const old = await makeLive(await makePaper(), {
    publishedAt: new Date("2024-02-29T08:00:00Z"),
    body: [{ kind: "hologram", id: "g", text: "Of a later release" }],
  })
  const moved = await storyIn("published", { section })
  const withdrawn = await storyIn("withdrawn", { section })
  await move(moved, ben)
  const { topics, byline } = full.text
  const group = await packageOf(cleo, story, full)
  const day = dayAt(full.firstPublishedAt ?? new Date())
  const pages: ReaderPage[] = [
    { kind: "front", path: "/", status: 200 },
    { kind: "section", path: `/${section}`, status: 200 },
    { kind: "topic", path: `/topics/${topics[0]}`, status: 200 },
    { kind: "package", path: `/packages/${group}`, status: 200 },
    { kind: "person", path: `/by/${byline[0]?.name.split(" ").at(-1)}`, status: 200 },
    { kind: "story", path: pathOf(story), status: 200 },
    { kind: "story with everything", path: pathOf(full), status: 200 },
    { kind: "history", path: `${pathOf(full)}/history`, status: 200 },
    { kind: "history of a story with one version", path: `${pathOf(story)}/history`, status: 200 },
    { kind: "difference of two versions", path: `${pathOf(full)}/history?from=1&to=3`, status: 200 },
    { kind: "old version", path: `${pathOf(full)}/v/1`, status: 200 },
    { kind: "old story with a block of a later release", path: old.address, status: 200 },
    { kind: "corrections", path: "/corrections", status: 200 },
    { kind: "search", path: "/search?q=story", status: 200 },
    { kind: "search without a question", path: "/search", status: 200 },
    { kind: "policy on bylines", path: "/about/bylines", status: 200 },
    { kind: "policy on weaknesses", path: "/about/security", status: 200 },
    { kind: "archive", path: "/archive", status: 200 },
    { kind: "year of the archive", path: yearAddress(day.year), status: 200 },
    { kind: "month of the archive", path: monthAddress(day.year, day.month), status: 200 },
    { kind: "day of the archive", path: dayAddress(day), status: 200 },
    { kind: "moved story", path: pathOf(moved), status: 308 },
    { kind: "withdrawn story", path: pathOf(withdrawn), status: 410 },
    { kind: "history of a moved story", path: `${pathOf(moved)}/history`, status: 308 },
    { kind: "version of a withdrawn story", path: `${pathOf(withdrawn)}/v/1`, status: 410 },
    { kind: "version that never was", path: `${pathOf(full)}/v/9`, status: 404 },
    { kind: "story that never was", path: `/${section}/never-was`, status: 404 },
    { kind: "section that never was", path: "/never-was", status: 404 },
    { kind: "page that never was", path: "/a/b/c/d", status: 404 },
  ]
  return { writer: ada, admin: cleo, story, full, pages }
}

/** A package of these stories. @returns its slug */
async function packageOf(cleo: Person, ...stories: Story[]): Promise<string> {
  const made = await addPackage(cleo, { name: `Package ${rareWord()}`, lead: "What belongs together." })
  if ("refused" in made) throw new Error(made.refused)
  const { slug, revision } = made.package
  const changed = await changePackage(cleo, slug, revision, { stories: stories.map(({ id }) => id) })
  if (!("package" in changed)) throw new Error("not changed")
  await pagesFollow()
  return slug
}

async function move(story: Story, ben: Parameters<typeof saveDraft>[0]) {
  const saved = await saveDraft(ben, story.id, story.revision, { slug: `${story.text.slug}-moved` })
  if (!("saved" in saved)) throw new Error("not saved")
  return seen(await perform(ben, "update", story.id, saved.saved.revision))
}

/** The same story once more, with blocks that went, came, moved and changed, and a word on what could be misunderstood. */
async function changedIn(story: Story, ben: Parameters<typeof saveDraft>[0]) {
  const [picture, first, ...rest] = story.text.body
  if (!picture || !first) throw new Error("the full story has no blocks")
  const body = [paragraph("It began on a “Tuesday” & went on."), ...rest.slice(1), ...rest.slice(0, 1), picture]
  const saved = await saveDraft(ben, story.id, story.revision, { body, standfirst: "Why it matters still." })
  if (!("saved" in saved)) throw new Error("not saved")
  const note = { note: "It went on until Friday.", clarifies: true }
  return seen(await perform(ben, "correct", story.id, saved.saved.revision, note))
}
