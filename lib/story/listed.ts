import { z } from "zod"
import { type PictureSize, pictureSize } from "../pictures/pictures"
import { TAGS } from "../record/tags"
import type { ListedStory } from "./live"
import { addressOf, byline } from "./story"

/** A row of a list of live stories. */
export const listedRow = z
  .object({
    id: z.string(),
    version: z.number(),
    headline: z.string(),
    standfirst: z.string(),
    kicker: z.string(),
    language: z.string(),
    section: z.string(),
    sectionName: z.string(),
    slug: z.string(),
    byline: byline.catch([]),
    people: z.array(z.object({ id: z.string(), slug: z.string() })),
    publishedAt: z.coerce.date(),
    updatedAt: z.coerce.date().nullable(),
    pictureId: z.string().nullable(),
    pictureAlt: z.string().nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    widths: z.array(z.number()).nullable(),
    avif: z.boolean().nullable(),
    crops: z.string().nullable(),
  })
  .transform(
    (row): ListedStory => ({
      id: row.id,
      address: addressOf(row),
      headline: row.headline,
      standfirst: row.standfirst,
      kicker: row.kicker,
      language: row.language,
      section: { slug: row.section, name: row.sectionName },
      byline: row.byline.map(({ name, personId }) => ({
        name,
        slug: row.people.find((person) => person.id === personId)?.slug ?? null,
      })),
      publishedAt: row.publishedAt,
      updatedAt: row.updatedAt,
      picture: pictureOf(row),
    }),
  )

/** What a row of a slot's story has besides: all of its pictures, in their order. */
export const slottedRow = z.object({
  id: z.string(),
  pictures: z.array(pictureSize.extend({ alt: z.string(), named: z.string() })),
})

type PictureRow = { [K in keyof Omit<PictureSize, "id">]: PictureSize[K] | null } & {
  pictureId: string | null
  pictureAlt: string | null
}

function pictureOf({ pictureId, pictureAlt, ...row }: PictureRow): ListedStory["picture"] {
  const { width, height, widths, avif, crops } = row
  if (!pictureId || !width || !height || !widths) return null
  return { id: pictureId, width, height, widths, avif: avif ?? false, crops: crops ?? "", alt: pictureAlt ?? "" }
}

/** What a list depends on besides its own tag: the pictures that it shows. */
export const tagsOfPictures = (stories: readonly ListedStory[]) =>
  [...new Set(stories.flatMap(({ picture }) => picture?.id ?? []))].map(TAGS.picture)

export const PAGE_LENGTH = 20
const LAST_PAGE = 1_000

/** The page of a list that an address asks for with ?page=: null where there can be none. */
export function pageAsked(value: string | string[] | undefined): number | null {
  if (value === undefined) return 1
  if (typeof value !== "string" || !/^[1-9][0-9]{0,3}$/.test(value)) return null
  const page = Number(value)
  return page <= LAST_PAGE ? page : null
}
