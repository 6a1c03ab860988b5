import { z } from "zod"
import { address } from "../address"

/** A run of words in one style. `link` is an http(s) or mailto address, or a path of this site. */
export const inline = z.strictObject({
  text: z.string().min(1).max(100_000),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  link: address.optional(),
})
export type Inline = z.infer<typeof inline>

export const inlines = z.array(inline).max(5_000)

export const textOf = (words: readonly Inline[]) => words.map((run) => run.text).join("")

/** Plain words as they are kept in a block. */
export const wordsOf = (text: string): Inline[] => (text ? [{ text }] : [])
