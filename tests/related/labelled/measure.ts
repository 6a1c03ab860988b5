import { randomUUID } from "node:crypto"
import { readBody } from "@/lib/blocks/stored"
import { db } from "@/lib/db.server"
import { readClues } from "@/lib/related/clues.server"
import { findPairs } from "@/lib/related/pairs.server"
import { phrasesOf, readReasons } from "@/lib/related/reasons"
import { LEAST, type Part, type Reason, scoreOf } from "@/lib/related/score"
import { suggest } from "@/lib/related/suggest.server"
import { textOfRow } from "@/lib/story/row.server"
import { makeLive, makePaper } from "../../paper"
import { type Labelled, labelled } from "./stories"

type Told = Labelled & { id: string; words: string; language: Labelled["language"] }
type Ranked = { target: string; reasons: Reason[] }[]

/** How good suggestions are over the labelled stories, as shares of those that were made. */
export type Measured = { first: number; firstThree: number; reached: number }

/** Puts the labelled stories before readers of the database at hand, has suggestions made, and looks at the best three of each. */
export async function measure() {
  const stories = await tellAll()
  const rows = await db.suggestion.findMany({ orderBy: [{ score: "desc" }, { targetId: "asc" }] })
  const ranked = new Map<string, Ranked>(stories.map(({ id }) => [id, []]))
  for (const { storyId, targetId, reasons } of rows)
    ranked.get(storyId)?.push({ target: targetId, reasons: readReasons(reasons) })
  const told = new Map(stories.map((story) => [story.id, story]))
  const shown = stories.flatMap((story) => (ranked.get(story.id) ?? []).slice(0, 3).map((one) => ({ story, ...one })))
  const withReason = shown.filter(({ reasons, story }) => phrasesOf(reasons, story.language, (slug) => slug).length > 0)
  const trueReason = shown.filter(({ reasons, story, target }) =>
    isTrue(reasons, story.words, told.get(target)?.words ?? ""),
  )
  return {
    ...{ stories: stories.length, suggested: shown.length, ...precisionOf(stories, ranked) },
    ...{ withReason: withReason.length, trueReason: trueReason.length },
    /** the same with one part of the score left out */
    async without(part: Part): Promise<Measured> {
      return precisionOf(stories, await rankedWithout(stories, part))
    },
  }
}

async function tellAll(): Promise<Told[]> {
  const paper = await makePaper()
  await db.section.update({ where: { slug: paper.section }, data: { relatedMost: 5 } })
  const began = Date.UTC(2026, 0, 5)
  const told: Told[] = []
  for (const [index, story] of labelled().entries()) {
    const { topic, language, headline, standfirst, paragraphs } = story
    const body = paragraphs.map((text) => ({ id: randomUUID().slice(0, 12), kind: "paragraph", text: [{ text }] }))
    // One after the other through the topics' months, as a running story is told.
    const publishedAt = new Date(began + ((index * 7) % 300) * 86_400_000)
    // Half of the desk sets the topic: so it is a help, and no answer.
    const topics = index % 2 ? [topic] : []
    const { id } = await makeLive(paper, { headline, standfirst, language, body, topics, publishedAt })
    told.push({ ...story, id, words: [headline, standfirst, ...paragraphs].join("\n") })
  }
  for (const { id } of told) await suggest({ story: id })
  return told
}

function precisionOf(stories: readonly Told[], ranked: ReadonlyMap<string, Ranked>): Measured {
  const topics = new Map(stories.map(({ id, topic }) => [id, topic]))
  const precision = (most: number) => {
    const hits = stories.flatMap(({ id, topic }) =>
      (ranked.get(id) ?? []).slice(0, most).map(({ target }) => topics.get(target) === topic),
    )
    return hits.filter(Boolean).length / Math.max(1, hits.length)
  }
  const reached = stories.filter(({ id }) => ranked.get(id)?.length).length / stories.length
  return { first: precision(1), firstThree: precision(3), reached }
}

async function rankedWithout(stories: readonly Told[], part: Part): Promise<Map<string, Ranked>> {
  const ranked = new Map<string, Ranked>()
  for (const { id } of stories) {
    const version = await db.version.findFirstOrThrow({ where: { storyId: id } })
    const text = { ...textOfRow({ ...version, body: [] }), body: readBody(version.body) }
    const pairs = await findPairs(db, version, await readClues(db, id, text))
    const scored = pairs.map((pair) => ({ target: pair.targetId, ...scoreOf(pair, part) }))
    const kept = scored.filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score)
    ranked.set(
      id,
      kept.map(({ target, reasons }) => ({ target, reasons })),
    )
  }
  return ranked
}

/** Does what a reason names stand in both texts? */
const isTrue = (reasons: readonly Reason[], here: string, there: string) =>
  reasons.every((reason) => {
    if (reason.part === "names")
      return reason.names.every((name) => here.includes(name.here) && there.includes(name.there))
    if (reason.part === "words")
      return reason.words.every((word) => here.includes(word) && there.toLowerCase().includes(word.toLowerCase()))
    return true
  })
