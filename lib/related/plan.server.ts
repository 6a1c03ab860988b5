import "server-only"
import { db } from "../db.server"
import { isolated } from "../direction"
import { fewAtOnce } from "../few-at-once"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { mayNotWrite } from "../story/save.server"
import { type RelatedItem, relatedItem, type Story } from "../story/story"
import { databaseTime } from "../transaction.server"
import { AT_ONCE, type BulkAsk, type LeftAlone, NAMELESS, type Named, type Plan, type Planned, REMOVED } from "./bulk"
import { chooseStories, onlyBeforeReaders, publicOf, storiesOf, tooMany } from "./choose.server"
import { differenceOf, keyOf, type Made, putIn, replaced, sayDifference, type Target, targetOf, undone } from "./lists"
import { whyItWaits } from "./readers.server"
import { resolveRelated } from "./related.server"

export const NO_RIGHT: Refusal = {
  refused: "Only an administrator changes related news of many stories at once.",
  because: "no right",
}

/** What an act would do to each story, as they are now; nothing is done. */
export async function planBulk(actor: Person, ask: BulkAsk): Promise<{ plan: Plan } | Refusal> {
  if (!can(actor, "links")) return NO_RIGHT
  const drawn = await draw(ask)
  return "refused" in drawn ? drawn : { plan: await linesOf(actor, drawn) }
}

/** An act with the stories that it is about, and what it makes of each one's list. */
type Drawn = Pick<Plan, "what" | "about" | "undoes"> & {
  stories: readonly Story[]
  make: (story: Story) => Made
  /** stories that it cannot reach, and why */
  beside?: readonly { story: Story; refused: string }[]
}

function draw(ask: BulkAsk): Promise<Drawn | Refusal> {
  if (ask.do === "set") return drawSet(ask)
  if (ask.do === "replace") return drawReplace(ask)
  return ask.do === "back" ? drawBack(ask) : drawUndo(ask)
}

type Of<D extends BulkAsk["do"]> = Extract<BulkAsk, { do: D }>

async function drawSet({ items, package: slug, place, into }: Of<"set">): Promise<Drawn | Refusal> {
  const members = slug ? await publicOf(slug) : []
  if (!members) return { refused: "There is no such package any more. Choose another one.", because: "not found" }
  const set: RelatedItem[] = [...items.map(asKept), ...members]
  if (!set.length)
    return {
      refused: slug
        ? "No story of this package is public yet: there is nothing to put in."
        : "Choose what to put in: a story, an outside link, or a package.",
      because: "bad input",
    }
  const chosen = await chooseStories(into)
  if ("refused" in chosen) return chosen
  const make = ({ id, text }: Story) => putIn(id, text.related, set, place)
  return { what: "set", about: set.slice(0, 100).map(targetOf), undoes: null, stories: chosen.stories, make }
}

/** Without what was left out. */
const asKept = (item: Of<"set">["items"][number]) => relatedItem.parse(JSON.parse(JSON.stringify(item)))

const NONE = { words: "", section: "", topic: "", package: "" }

async function drawReplace({ out, into, section }: Of<"replace">): Promise<Drawn | Refusal> {
  const holders = await chooseStories({ ...NONE, section, holding: out })
  if ("refused" in holders) return holders
  const published = await onlyBeforeReaders(out)
  const beside = published
    .filter(({ text }) => !section || text.section === section)
    .map((story) => ({
      story,
      refused: "Its draft does not hold it any more, but readers still have it: publish the story's changes.",
    }))
  const make = ({ id, text }: Story) => replaced(id, text.related, out, into)
  return { what: "replace", about: into ? [out, into] : [out], undoes: null, stories: holders.stories, make, beside }
}

async function drawBack({ story: id, theirs, own }: Of<"back">): Promise<Drawn | Refusal> {
  const [story] = await storiesOf([id])
  if (!story) return { refused: "There is no such story any more.", because: "not found" }
  if (!theirs && !own) return { refused: "Choose at least one direction.", because: "bad input" }
  const ledTo = theirs ? story.text.related.flatMap((item) => ("story" in item ? item.story : [])) : []
  const leading = own ? await chooseStories({ ...NONE, holding: { story: id } }) : { stories: [] }
  if ("refused" in leading) return leading
  const items = leading.stories.filter(({ status }) => status !== "spiked").map((one) => ({ story: one.id }))
  const stories = [...(items.length ? [story] : []), ...(await storiesOf([...new Set(ledTo)]))]
  if (!stories.length)
    return {
      refused: "It leads to no story of ours, and none leads to it: there is nothing to do.",
      because: "not ready",
    }
  const make = ({ id: other, text }: Story) =>
    other === id ? putIn(id, text.related, items, "last") : putIn(other, text.related, [{ story: id }], "last")
  return { what: "back", about: [{ story: id }], undoes: null, stories, make }
}

async function drawUndo(ask: Of<"undo"> | Of<"undo one">): Promise<Drawn | Refusal> {
  const undoes = ask.do === "undo" ? ask.batch : ask.change
  const rows = await db.relatedChange.findMany({
    where: ask.do === "undo" ? { batchId: ask.batch } : { id: ask.change },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: MOST_READ,
  })
  if (!rows.length) return { refused: "There is no such change any more.", because: "not found" }
  if (rows.length === MOST_READ) return tooMany()
  const changes = new Map(
    rows.map(({ storyId, before, after }) => [
      storyId,
      { before: relatedItem.array().parse(before), after: relatedItem.array().parse(after) },
    ]),
  )
  const make = ({ id, text }: Story): Made => {
    const change = changes.get(id)
    return change ? undone(text.related, change) : { same: true }
  }
  const about = [...changes.values()].flatMap(({ before, after }) => {
    const { put, out } = differenceOf(before, after)
    return [...put, ...out]
  })
  const once = [...new Map(about.map((target) => [keyOf(target), target])).values()].slice(0, 10)
  return { what: "undo", about: once, undoes, stories: await storiesOf([...changes.keys()]), make }
}

const MOST_READ = 10_000

async function linesOf(actor: Person, { stories, make, beside = [], ...act }: Drawn): Promise<Plan> {
  const made = stories.map((story) => ({ story, made: make(story) }))
  const open = made.filter(({ made }) => !("same" in made))
  const looking = await lookAround(
    actor,
    open.flatMap(({ story, made }) => ("after" in made ? [...story.text.related, ...made.after] : [])),
  )
  const told = new Map<string, Planned | LeftAlone>()
  await fewAtOnce(open, 4, async ({ story, made }) => {
    if (!("same" in made)) told.set(story.id, await lineOf(looking, story, made))
  })
  const lines = open.flatMap(({ story }) => told.get(story.id) ?? [])
  const alone = beside.map(({ story, refused }) => ({ ...aboutOf(story), refused }))
  return { ...act, lines: [...lines, ...alone], same: made.length - open.length }
}

type ToDo = Exclude<Made, { same: true }>

async function lineOf(looking: Looking, story: Story, made: ToDo): Promise<Planned | LeftAlone> {
  const refused = whyLeftAlone(looking.actor, story) ?? ("refused" in made ? made.refused : null)
  if (refused || !("after" in made)) return { ...aboutOf(story), refused: refused ?? "" }
  const { after } = made
  if (after.some((item) => looking.nameOf(item) === NAMELESS))
    return { ...aboutOf(story), refused: "Its list would hold something that is not there any more." }
  return { ...aboutOf(story), revision: story.revision, after, ...(await effectOf(looking, story, after)) }
}

/** What a change of a story's list does, in words: to the list, and to readers. */
export async function effectOf({ actor, now, nameOf, isUnseen }: Looking, story: Story, after: RelatedItem[]) {
  const waits = await whyItWaits(db, actor, story, after, now)
  const difference = differenceOf(story.text.related, after)
  const unseen = sayUnseen(difference.put.filter(isUnseen).map(nameOf))
  const readers = [waits ?? AT_ONCE, unseen].filter(Boolean).join(" ")
  return { will: sayDifference(difference, nameOf), readers, atOnce: waits === null }
}

function sayUnseen(names: readonly string[]): string {
  if (!names.length) return ""
  const said = names.slice(0, 3).map((name) => `“${name}”`)
  const all = [...said, ...(names.length > said.length ? [`${names.length - said.length} more`] : [])].join(", ")
  return names.length === 1
    ? `${all} is not public: readers do not see it until it is.`
    : `${all} are not public: readers do not see them until they are.`
}

export const aboutOf = ({ id, status, text }: Story) => ({ id, status, headline: text.headline })

/** Why somebody may not change this story; null: they may. */
export function whyLeftAlone(actor: Person, story: Story): string | null {
  if (story.removedAt) return REMOVED
  return can(actor, "write", story) ? null : mayNotWrite(story).refused
}

type NameOf = (target: { story: string } | { link: string }) => string

/** Who looks what an act would do, when, what items are called, and which of them no reader sees. */
export type Looking = { actor: Person; now: Date; nameOf: NameOf; isUnseen: (target: Target) => boolean }

export async function lookAround(actor: Person, items: readonly RelatedItem[]): Promise<Looking> {
  const [now, lines, off] = await Promise.all([databaseTime(db), linesFor(items), linksTakenOff(items)])
  const unseen = new Set(lines.filter((line) => "story" in line && !line.live).map(keyOf))
  return { actor, now, nameOf: nameIn(lines), isUnseen: (item) => unseen.has(keyOf(item)) || off.has(keyOf(item)) }
}

/** Links whose pages are gone: readers do not have them until those are back. */
async function linksTakenOff(items: readonly RelatedItem[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(items.flatMap((item) => ("link" in item ? item.link : [])))]
  const where = { id: { in: ids }, takenOffAt: { not: null } }
  const rows = ids.length ? await db.outsideLink.findMany({ where, select: { id: true } }) : []
  return new Set(rows.map(({ id }) => keyOf({ link: id })))
}

/** What these items are called. */
export const namer = async (items: readonly RelatedItem[]): Promise<NameOf> => nameIn(await linesFor(items))

const linesFor = (items: readonly RelatedItem[]) =>
  resolveRelated([...new Map(items.map((item) => [keyOf(item), item])).values()])

function nameIn(lines: Awaited<ReturnType<typeof linesFor>>): NameOf {
  const names: Named = new Map(lines.map((line) => [keyOf(line), line.headline || "a story without a headline"]))
  return (target) => isolated(names.get(keyOf(target)) ?? NAMELESS)
}
