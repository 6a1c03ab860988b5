/** What a stretch of a line is. A mark (a bullet, a “By”, brackets) stands for itself; the others are words. */
export const ROLES = {
  words: ["headline", "standfirst", "kicker", "name", "dateline", "text", "caption", "credit", "speaker"],
  related: ["related headline", "address", "source"],
  aside: ["mark", "left out"],
} as const
export type Role = (typeof ROLES)[keyof typeof ROLES][number]

/** A stretch [from, to) of the words of a unit. */
export type Part = { role: Role; from: number; to: number }

/** Where roles change in the bare text: each role reaches to the start of the next. */
export type Cuts = readonly [at: number, role: Role][]
