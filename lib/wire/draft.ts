import { type Block, wordsOfBlock } from "../blocks/blocks"
import { type Inline, wordsOf } from "../blocks/inline"
import type { Byline } from "../story/story"

/** A headline among the related news, and its address where the wire gives one. */
export type RelatedText = { line: number; headline: string; url: string | null; source: string }

/** What the words of a wire become. */
export type Draft = {
  headline: string
  standfirst: string
  kicker: string
  dateline: string
  byline: Byline
  body: Block[]
  related: RelatedText[]
  /** the wire's own words over the related news */
  relatedMarker: string
  /** what an editor should know, in sentences */
  notes: string[]
}

export const emptyDraft = (): Draft => ({
  headline: "",
  standfirst: "",
  kicker: "",
  dateline: "",
  byline: [],
  body: [],
  related: [],
  relatedMarker: "",
  notes: [],
})

/** The longest run of words that a block takes (see lib/blocks/inline.ts). */
const RUN = 100_000

/** Words as a block keeps them: text of any length, in runs that never cut a character. */
export function runsOf(text: string): Inline[] {
  const runs: Inline[] = []
  for (let from = 0; from < text.length; ) {
    const half = /[\uD800-\uDBFF]/.test(text.charAt(from + RUN - 1)) ? 1 : 0
    runs.push(...wordsOf(text.slice(from, from + RUN - half)))
    from += RUN - half
  }
  return runs
}

/** Related headlines that no story and no address was found for, as a list at the end: they are never dropped. */
export function withUnlinked(draft: Draft, unlinked: readonly RelatedText[]): Block[] {
  if (unlinked.length === 0) return draft.body
  const items = unlinked.map(({ headline, source, url }) => runsOf([headline, source, url].filter(Boolean).join(" – ")))
  return withinLimit([
    ...draft.body,
    { kind: "crosshead", id: "related", text: draft.relatedMarker || "Related news" },
    ...chunks(items, 1_000).map(
      (some, index): Block => ({ kind: "list", id: `related-${index}`, ordered: false, items: some }),
    ),
  ])
}

/** The most blocks that a story holds (see lib/blocks/blocks.ts), and from where on they are put together. */
const MOST = 5_000
const KEPT = 4_500

/** Of a wire with more lines than a story holds, the end stands together: many lines in one paragraph, none lost. */
export function withinLimit(body: Block[]): Block[] {
  if (body.length <= MOST) return body
  const tail = body.slice(KEPT)
  const together = chunks(tail, Math.ceil(tail.length / (MOST - KEPT)))
  return [
    ...body.slice(0, KEPT),
    ...together.map((blocks): Block => {
      return { kind: "paragraph", id: blocks[0]?.id ?? "end", text: runsOf(blocks.map(wordsOfBlock).join("\n")) }
    }),
  ]
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))
}
