import type { z } from "zod"

/** What every kind of block brings: its name for editors, its shape, and its words. */
export type Kind<Schema extends z.ZodType> = {
  label: string
  schema: Schema
  /** every word that a reader sees of it, for counting, searching and comparing */
  text: (block: z.infer<Schema>) => string
}
