import { z } from "zod"
import type { Status } from "../story/story"
import { isVisible, text } from "../text"

/** A named, ordered group of stories, as lists of the newsroom show it. */
export type PackageLine = {
  slug: string
  name: string
  /** how many stories it has, and how many of them readers see */
  stories: number
  live: number
  changedAt: Date
}

/** A story of a package as the newsroom sees it. */
export type Member = {
  story: string
  headline: string
  status: Status
  live: boolean
  addedBy: string
  addedAt: Date
}

export type Package = {
  slug: string
  name: string
  lead: string
  revision: number
  changedAt: Date
  /** in their order */
  members: Member[]
}

/** Where readers find a package. */
export const packageAddress = (slug: string) => `/packages/${slug}`

/** So many stories are in a package at most. */
export const MOST_MEMBERS = 500

export const packageWords = z.strictObject({
  name: text(80).trim().refine(isVisible, "It needs a name: readers see it over its page."),
  lead: text(500).trim(),
})

/** The stories of a package, by id, in their order. */
const memberList = z
  .array(z.uuid({ error: "This is not the id of a story." }))
  .max(MOST_MEMBERS, `A package holds ${MOST_MEMBERS} stories at most.`)
  .refine((ids) => new Set(ids).size === ids.length, "The same story stands in it twice.")

/** What may be changed of a package: words, or its stories, all of them in their order. */
export const packageChange = packageWords.partial().extend({ stories: memberList.optional() })
