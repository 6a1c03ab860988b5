import "server-only"
import { db } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import type { Refusal } from "../story/acts"
import type { Story } from "../story/story"
import { databaseTime, transaction } from "../transaction.server"
import { readClues } from "./clues.server"
import type { HiddenLine, HideAsked, SuggestionLine } from "./hidden"
import { findPairs } from "./pairs.server"
import { phrasesOf } from "./reasons"
import { LEAST, scoreOf } from "./score"

const MOST = 10

/** What the paper would suggest below a story as it is being written, best first, and what was hidden of it. */
export async function findSuggestions(
  { id, text, firstPublishedAt }: Story,
  now: Date,
): Promise<{ items: SuggestionLine[]; hidden: HiddenLine[] }> {
  const of = { ...text, storyId: id, publishedAt: firstPublishedAt ?? now }
  const [pairs, hidden, topics] = await Promise.all([
    readClues(db, id, text).then((clues) => findPairs(db, of, clues)),
    findHidden(id),
    db.topic.findMany({ where: { slug: { in: text.topics } } }),
  ])
  const there = new Set([
    ...text.related.flatMap((item) => ("story" in item ? item.story : [])),
    ...(await hiddenOf(
      id,
      pairs.map(({ targetId }) => targetId),
    )),
  ])
  const topicOf = (slug: string) => topics.find((topic) => topic.slug === slug)?.name ?? slug
  const best = pairs
    .filter(({ targetId }) => !there.has(targetId))
    .map((pair) => ({ story: pair.targetId, ...scoreOf(pair) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score || (a.story < b.story ? -1 : 1))
    .slice(0, MOST)
  const headlines = await headlinesOf(best.map(({ story }) => story))
  return {
    hidden,
    items: best.map(({ story, reasons }) => ({
      ...{ story, headline: headlines.get(story) ?? "" },
      reasons: phrasesOf(reasons, text.language, topicOf),
    })),
  }
}

/** Which of these nobody wants below this story. */
async function hiddenOf(storyId: string, targetIds: string[]): Promise<string[]> {
  const rows = await db.hiddenSuggestion.findMany({
    where: { targetId: { in: targetIds }, OR: [{ storyId }, { storyId: null }] },
    select: { targetId: true },
  })
  return rows.map(({ targetId }) => targetId)
}

/** What was hidden below this story alone, and what below every story, the latest first. */
async function findHidden(storyId: string): Promise<HiddenLine[]> {
  const rows = await db.hiddenSuggestion.findMany({
    where: { OR: [{ storyId }, { storyId: null }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 50,
    include: { by: { select: { name: true } } },
  })
  const headlines = await headlinesOf(rows.map(({ targetId }) => targetId))
  return rows.map(({ targetId, storyId: where, by, at }) => ({
    ...{ story: targetId, headline: headlines.get(targetId) ?? "", everywhere: where === null, by: by.name, at },
  }))
}

async function headlinesOf(ids: string[]): Promise<Map<string, string>> {
  const rows = await db.story.findMany({ where: { id: { in: ids } }, select: { id: true, headline: true } })
  return new Map(rows.map(({ id, headline }) => [id, headline]))
}

/** Hides a suggestion below this story or everywhere, or takes that back; pages that show it are made again. Answers where it is hidden then. */
export async function hideSuggestion(
  actor: Person,
  storyId: string,
  { story: targetId, hide }: HideAsked,
): Promise<{ hidden: HideAsked["hide"] } | Refusal> {
  if (!can(actor, "suggestions"))
    return { refused: "Only editors hide suggestions. Ask one of them.", because: "no right" }
  return transaction(async (tx) => {
    if (!(await tx.story.count({ where: { id: targetId } })))
      return { refused: "There is no such story any more.", because: "not found" }
    // What is hidden everywhere is hidden here; whoever hides it here does not bring it back elsewhere.
    if (hide === "here" && (await tx.hiddenSuggestion.count({ where: { targetId, storyId: null } })))
      return { hidden: "everywhere" }
    const at = await databaseTime(tx)
    await tx.hiddenSuggestion.deleteMany({ where: { targetId, OR: [{ storyId }, { storyId: null }] } })
    if (hide !== "nowhere")
      await tx.hiddenSuggestion.create({
        data: { targetId, storyId: hide === "here" ? storyId : null, byId: actor.id, at },
      })
    // Below which other stories it comes back, or goes, these alone know.
    const rows = await tx.suggestion.findMany({ where: { targetId }, select: { storyId: true } })
    const tags = [...new Set([storyId, ...rows.map((row) => row.storyId)])].map(TAGS.suggestions)
    await announce(tx, { what: "suggestions", tags, actorId: actor.id, at })
    return { hidden: hide }
  })
}
