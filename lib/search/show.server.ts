import "server-only"
import { z } from "zod"
import { db, Prisma } from "../db.server"
import { listedRow } from "../story/listed"
import { listedColumns, liveStories } from "../story/listed.server"
import type { FoundStory } from "./found"
import { MARKS, readMarks } from "./marks"
import type { Reading } from "./tsquery.server"

const marks = z.object({ markedHeadline: z.string(), markedStandfirst: z.string(), markedText: z.string() })

/** The stories of a page in this order, with what was looked for marked in their words as readers have them now. */
export async function showFound(ids: readonly string[], readings: readonly Reading[]): Promise<FoundStory[]> {
  if (ids.length === 0) return []
  const column = (name: keyof Reading) => readings.map((reading) => reading[name])
  const rows = await db.$queryRaw<unknown[]>`
    SELECT ${listedColumns}, ${marked("v.headline", WHOLE)} AS "markedHeadline",
      ${marked("v.standfirst", WHOLE)} AS "markedStandfirst", ${marked("e.text", PART)} AS "markedText"
    FROM ${liveStories} JOIN "SearchEntry" e ON e."storyId" = s.id AND e."versionId" = v.id
    LEFT JOIN unnest(${column("language")}::text[], ${column("words")}::text[]) r(language, words) ON r.language = v.language
    WHERE s.id = ANY(${[...ids]}::uuid[])`
  const stories = rows.map((row): FoundStory => {
    const { markedHeadline, markedStandfirst, markedText } = marks.parse(row)
    const [headline, standfirst, text] = [markedHeadline, markedStandfirst, markedText].map(readMarks)
    return {
      ...listedRow.parse(row),
      marked: { headline: headline ?? [], standfirst: standfirst ?? [], text: text ?? [] },
    }
  })
  return ids.flatMap((id) => stories.find((story) => story.id === id) ?? [])
}

const SELECTED = `StartSel="${MARKS.begin}", StopSel="${MARKS.end}"`
const WHOLE = `${SELECTED}, HighlightAll=true`
const PART = `${SELECTED}, MaxFragments=1, MinWords=16, MaxWords=34`

const marked = (column: string, options: string) =>
  Prisma.sql`ts_headline(('paper_' || v.language)::regconfig, ${Prisma.raw(column)}, coalesce(r.words, '')::tsquery, ${options})`
