import { z } from "zod"
import { pictureSize } from "../pictures/pictures"
import { ownLink } from "./own-links"
import { byline, relatedItem } from "./story"

export type Name = { slug: string; name: string }

/** A row that is read for a story's page: a version's words, or a draft's for a preview. */
export const wordsRow = z.object({
  id: z.string(),
  version: z.number(),
  headline: z.string(),
  standfirst: z.string(),
  kicker: z.string(),
  dateline: z.string(),
  language: z.string(),
  section: z.string(),
  slug: z.string(),
  byline: byline.catch([]),
  topics: z.array(z.string()),
  body: z.unknown(),
  related: z.array(relatedItem).catch([]),
  publishedAt: z.coerce.date(),
  madeAt: z.coerce.date(),
  updatedAt: z.coerce.date().nullable(),
  sharePicture: z.string().default(""),
  versions: z.number().default(1),
})
export type WordsRow = z.infer<typeof wordsRow>

const name = z.object({ slug: z.string(), name: z.string() })

/** What the pages of stories need besides the stories' own words. */
export const surroundings = z.object({
  sections: z.array(name),
  topics: z.array(name),
  packages: z.array(name.extend({ story: z.string() })),
  /** which stories that are led to are in which packages of those that lead there */
  together: z.array(z.object({ story: z.string(), slug: z.string() })),
  people: z.array(z.object({ id: z.string(), slug: z.string() })),
  /** by the id under which stories name them: those that readers may have */
  pictures: z.array(
    pictureSize.extend({
      ...{ named: z.string(), until: z.coerce.date().nullable() },
      ...{ handedOn: z.boolean(), notIn: z.array(z.string()), rights: z.string() },
    }),
  ),
  corrections: z.array(
    z.object({
      story: z.string(),
      number: z.number(),
      note: z.string(),
      clarifies: z.boolean(),
      at: z.coerce.date(),
    }),
  ),
  stories: z.array(
    z.object({
      id: z.string(),
      headline: z.string(),
      kicker: z.string(),
      language: z.string(),
      section: z.string(),
      slug: z.string(),
      publishedAt: z.coerce.date(),
    }),
  ),
  ownLinks: z.array(ownLink).default([]),
  links: z.array(z.object({ id: z.string(), headline: z.string(), url: z.string(), source: z.string() })),
  /** of stories below which the paper suggests others: how many "Related news" holds at most, by the story's section */
  filledUp: z.array(z.object({ story: z.string(), most: z.number() })),
  /**
   * What the paper has found of pairs, the best first: what it may suggest below a story, and what its editor put there without a reason
   * (`picked`). `stale`: one of them has changed since, so the words and topics of the other as readers have them now.
   */
  suggestions: z.array(
    z.object({
      ...{ story: z.string(), target: z.string(), reasons: z.unknown(), picked: z.boolean().default(false) },
      stale: z
        .object({ words: z.string(), topics: z.array(z.string()) })
        .nullable()
        .default(null),
    }),
  ),
})
export type Surroundings = z.infer<typeof surroundings>
