import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { db } from "../lib/db.server"
import { arrange } from "../lib/front/arrange.server"
import { FRONT } from "../lib/front/arrangement"
import { addPackage, changePackage } from "../lib/packages/packages.server"
import { OPERATOR, type Person } from "../lib/people/people"
import { addPerson } from "../lib/people/people.server"
import { storePicture } from "../lib/pictures/store.server"
import { addLink } from "../lib/related/links.server"
import { createStory } from "../lib/story/create.server"
import { perform } from "../lib/story/perform.server"
import { saveDraft } from "../lib/story/save.server"
import { addSection, addTopic } from "../lib/story/sections.server"
import type { RelatedItem, Story } from "../lib/story/story"
import { FRONT_SLOTS, PACKAGES, PEOPLE, SECTIONS, STORIES, TOPICS } from "./demo/paper"
import { bodyOf, CREDIT, type DemoStory, type Happening, type Writer } from "./demo/words"

type Options = {
  /** everybody's, to sign in with */
  password: string
  /** the hour at which the paper is looked at: what it tells happened before then */
  now?: Date
  log?: (line: string) => void
}
export type Seeding = { stories: number; people: string[] } | { refused: string }

const HOUR = 3_600_000

/** Fills an empty database with a small paper, through the same doors as everybody: nothing is written behind their back. */
export async function seed({ password, now = new Date(), log = () => {} }: Options): Promise<Seeding> {
  if (await db.person.count())
    return { refused: "There are people in this database already: the demo paper is for an empty one only." }
  log("sections, topics and people")
  for (const name of SECTIONS)
    if (!(await db.section.findFirst({ where: { name } }))) sure(await addSection(OPERATOR, { name }))
  for (const name of TOPICS)
    if (!(await db.topic.findFirst({ where: { name } }))) sure(await addTopic(OPERATOR, { name }))
  const cast = new Map<Writer, Person>()
  for (const { key, ...person } of PEOPLE)
    cast.set(key, sure(await addPerson(OPERATOR, { ...person, password })).person)

  log("pictures")
  const pictures = await storePictures(one(cast, "cleo"))
  log("stories")
  const stories = new Map<string, Story>()
  for (const demo of STORIES) stories.set(demo.key, await write(demo, cast, pictures, now))
  for (const demo of STORIES) await relate(demo, cast, stories, pictures)
  for (const { demo, happening } of inOrder(STORIES)) await happen(demo, happening, cast, stories, pictures, now)
  const slots = FRONT_SLOTS.map(({ key, ...slot }) => ({ ...slot, story: one(stories, key).id }))
  sure(await arrange(one(cast, "ben"), { page: FRONT, revision: 0, slots, from: null }))
  for (const { stories: keys, ...words } of PACKAGES) {
    const { slug, revision } = sure(await addPackage(one(cast, "cleo"), words)).package
    sure(await changePackage(one(cast, "ben"), slug, revision, { stories: keys.map((key) => one(stories, key).id) }))
  }
  return { stories: stories.size, people: PEOPLE.map(({ email }) => email) }
}

const pictureBlocks = STORIES.flatMap(({ body }) => body).filter((block) => block.kind === "picture")

async function storePictures(uploader: Person): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const folder = join(process.cwd(), "prisma", "demo", "pictures")
  for (const { file, alt, caption } of pictureBlocks) {
    if (ids.has(file)) continue
    const bytes = await readFile(join(folder, `${file}.webp`))
    ids.set(file, sure(await storePicture(uploader, bytes, { alt, caption, credit: CREDIT })).picture.id)
  }
  return ids
}

/** The first draft, by the first writer under the headline. */
async function write(demo: DemoStory, cast: Cast, pictures: ReadonlyMap<string, string>, now: Date): Promise<Story> {
  const { section, kicker, headline, standfirst, topics = [], dateline = "" } = demo
  const byline = demo.byline.map((name) => {
    if (typeof name !== "string") return name
    const person = one(cast, name)
    return { personId: person.id, name: person.name }
  })
  const first = Math.max(1, ...demo.past.map(({ hoursAgo }) => hoursAgo))
  const text = { section, kicker, dateline, headline, standfirst, topics, byline, language: "en" as const }
  const at = new Date(now.getTime() - (first + 3) * HOUR)
  return sure(await createStory(author(demo, cast), { ...text, body: bodyOf(demo.body, pictures) }, at)).story
}

/** When every story exists, they can point to each other. */
async function relate(demo: DemoStory, cast: Cast, stories: Map<string, Story>, pictures: ReadonlyMap<string, string>) {
  const related: RelatedItem[] = []
  for (const item of demo.related ?? [])
    if (typeof item === "string") related.push({ story: one(stories, item).id })
    else {
      const { reason, ...given } = item
      const why = reason === undefined ? {} : { reason }
      if ("story" in given) related.push({ story: one(stories, given.story).id, ...why })
      else related.push({ link: sure(await addLink(one(cast, "cleo"), given)).link.id, ...why })
    }
  const ids = new Map([...stories].map(([key, { id }]) => [key, id]))
  await rewrite(demo, author(demo, cast), stories, { related, body: bodyOf(demo.body, pictures, ids) })
}

/** What happened to all stories, in the order in which it did: the log tells it in that order too. */
const inOrder = (stories: readonly DemoStory[]) =>
  stories
    .flatMap((demo) => demo.past.map((happening) => ({ demo, happening })))
    .sort((a, b) => age(b.happening) - age(a.happening))

/** Milliseconds ago: not all things happen on the same minute of an hour. */
const age = ({ hoursAgo }: Happening) => hoursAgo * HOUR + ((hoursAgo * 37) % 50) * 60_000

async function happen(
  demo: DemoStory,
  happening: Happening,
  cast: Cast,
  stories: Map<string, Story>,
  pictures: ReadonlyMap<string, string>,
  now: Date,
) {
  const { act, by, dueIn, note = "", rewritten } = happening
  const actor = one(cast, by)
  if (rewritten) {
    const { body, ...words } = rewritten
    await rewrite(demo, actor, stories, { ...words, ...(body && { body: bodyOf(body, pictures) }) })
  }
  const { id, revision } = one(stories, demo.key)
  const at = dueIn === undefined ? null : new Date(Math.ceil(now.getTime() / HOUR + dueIn) * HOUR)
  const performed = await perform(actor, act, id, revision, { note, at }, new Date(now.getTime() - age(happening)))
  if (!("done" in performed))
    throw new Error(`The demo paper: ${act} of "${demo.headline}": ${JSON.stringify(performed)}`)
  stories.set(demo.key, performed.done)
}

async function rewrite(
  demo: DemoStory,
  actor: Person,
  stories: Map<string, Story>,
  changes: Parameters<typeof saveDraft>[3],
) {
  const { id, revision } = one(stories, demo.key)
  const saving = await saveDraft(actor, id, revision, changes)
  if (!("saved" in saving)) throw new Error(`The demo paper: "${demo.headline}": ${JSON.stringify(saving)}`)
  stories.set(demo.key, saving.saved)
}

type Cast = ReadonlyMap<Writer, Person>

const author = ({ byline: [first] }: DemoStory, cast: Cast) => one(cast, typeof first === "string" ? first : "dirk")

function one<K, V>(all: ReadonlyMap<K, V>, key: K): V {
  const found = all.get(key)
  if (found === undefined) throw new Error(`The demo paper names ${String(key)}, which it does not have.`)
  return found
}

/** Our own paper is never refused; if it is, the seed is wrong. */
function sure<T extends object>(answer: T): Exclude<T, { refused: string }> {
  if ("refused" in answer) throw new Error(`The demo paper was refused: ${String(answer.refused)}`)
  return answer as Exclude<T, { refused: string }>
}
