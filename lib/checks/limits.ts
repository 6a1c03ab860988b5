import { z } from "zod"

/** How long a text may be: headline and standfirst in characters, the body in words; null: as long as it likes. */
export type Limits = { headline: number | null; standfirst: number | null; words: number | null }

/** A headline that is longer than this is cut on cards and in search engines. */
const PAPERS: Limits = { headline: 100, standfirst: 400, words: null }

const limit = z.int("A limit is a whole number.").min(1, "A limit is at least 1.").max(100_000).nullable()
export const limitsShape = z.strictObject({ headline: limit, standfirst: limit, words: limit })

/** A section's limits as they are kept; what it does not say is the paper's own. */
export function limitsOf(kept: unknown): Limits {
  const { data } = limitsShape.partial().safeParse(kept)
  return { ...PAPERS, ...data }
}
