import { momentOf, spanOf } from "@/lib/dates"
import type { Earlier, Sitting } from "@/lib/versions/sittings"
import { wordOfVersion } from "@/lib/versions/versions"

/** What stands over a text: "Corrected, version 2", "Draft". */
export const kindOf = ({ name, kind, clarifies, takenFrom }: Earlier) => {
  if (kind !== null) return `${wordOfVersion({ kind, clarifies })}, ${name}`
  return takenFrom ? "Earlier text taken up" : "Draft"
}

export const byOf = ({ by }: Earlier) => by?.name ?? "the clock"

export const nameOf = (text: Earlier) => `${kindOf(text)}, ${momentOf(text.at)}, ${byOf(text)}`

/** A text within a sentence: "version 2", "Ada’s draft of 24 November 2026, 14:05 CET". */
export function calledIn(texts: readonly Earlier[], name: string) {
  const text = texts.find((one) => one.name === name)
  if (!text || text.kind !== null) return name
  return `${byOf(text)}’s draft of ${momentOf(text.at)}`
}

/** When a sitting was, from its first words to its last. */
export const whenOf = (sitting: Sitting) => spanOf((sitting.at(-1) ?? sitting[0]).startedAt, sitting[0].at)

/** Where a text is shown, beside a page of the list; `compared`: with which other one. */
export function historyOf(storyId: string, at: string, page: number, compared?: string) {
  const asked = new URLSearchParams({
    ...(page > 1 && { page: String(page) }),
    at,
    ...(compared && { with: compared }),
  })
  return `/newsroom/stories/${storyId}/history?${asked}`
}
