import type { z } from "zod"

/** What every kind of block brings: its name for editors, its shape, its words, and its HTML for feeds. */
export type Kind<Schema extends z.ZodType> = {
  label: string
  schema: Schema
  /** every word that a reader sees of it, for counting, searching and comparing */
  text: (block: z.infer<Schema>) => string
  /** escaped HTML that stands by itself, for feeds and other machines */
  html: (block: z.infer<Schema>, around: Around) => string
  /** CommonMark, where paragraphs of its words would not do */
  markdown?: (block: z.infer<Schema>, around: Around) => string
}

/** What a block's HTML needs to know of the world: where the paper is, and its pictures. */
export type Around = {
  /** scheme and host, without a slash at the end: feeds are read elsewhere, so their addresses are whole */
  origin: string
  picture: (id: string) => { address: string; width: number; height: number } | undefined
  /** another story of the paper, while it is public */
  story?: (id: string) => { address: string; headline: string } | undefined
}
