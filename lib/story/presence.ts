import { z } from "zod"

/** How often a screen says that it is there, and how long it is believed, in milliseconds: browsers let a hidden tab speak once a minute. */
export const BEAT = 8_000
export const BELIEVED = 75_000

/** What a screen says: which tab it is in, and whether it closes. */
export const presenceSaid = z.strictObject({ tab: z.string().regex(/^[\w-]{8,64}$/), leaves: z.boolean().optional() })

/** Who else has the story open; `own`: the same person, in another tab or elsewhere. `revision`: the story's, as it is now. */
export type Present = { others: { name: string; own: boolean }[]; revision: number }

/** Who else is here, in a sentence; empty where nobody is. */
export function wordsOfPresence({ others }: Pick<Present, "others">): string {
  const names = [...new Set(others.filter(({ own }) => !own).map(({ name }) => name))]
  const [last, ...before] = names.reverse()
  const who = last && (before.length ? `${before.reverse().join(", ")} and ${last} are` : `${last} is`)
  const own = others.some((other) => other.own) ? "You have this story open in another tab as well." : ""
  return [who && `${who} in this story.`, own].filter(Boolean).join(" ")
}
