import { z } from "zod"

/**
 * The widths that are made of every picture, where it is that wide: half a phone's, a phone's (412 px at 1.75 dots a pixel),
 * a column's at two dots a pixel, a wide screen's.
 */
export const WIDTHS = [480, 768, 1200, 1600] as const

export const FORMATS = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" } as const
export type Format = keyof typeof FORMATS

/** What a page needs to know of a picture; width and height are those of the largest file there is. */
export const pictureSize = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  widths: z.array(z.number()),
  /** are there AVIF files too? */
  avif: z.boolean(),
  /** the mark of the focal point of its crops; empty while there are none */
  crops: z.string(),
})
export type PictureSize = z.infer<typeof pictureSize>

export type PictureWords = z.infer<typeof pictureWords>
export type Picture = PictureSize & PictureWords

/** How much a picture may ask of us: bytes, pixels (50 megapixels), pixels on a side, milliseconds of a processor and bytes of memory to read it. */
export const LIMITS = { bytes: 25_000_000, pixels: 50_000_000, side: 16_000, time: 20_000, memory: 1_200_000_000 }

/** What takes a picture with its words: the picture itself, and room for its words and the form around them. */
export const PICTURE_FORM = {
  types: ["multipart/form-data"],
  maxBytes: LIMITS.bytes + 100_000,
  slow: true as const,
}

/** The largest part of a picture that comes in parts, in bytes. */
export const PART = 2_000_000

const BETWEEN = "A number from 0 to 1."

const line = (max: number) =>
  z
    .string()
    .max(max, `At most ${max.toLocaleString("en")} characters.`)
    // Neither the database nor XML can hold them.
    .transform((words) => words.replace(/(?![\t\n])\p{Cc}/gu, "").trim())

/** A place along a side of a picture. */
export const share = z.number().min(0, BETWEEN).max(1, BETWEEN)

/** What is said of a picture that somebody will describe later: the library says which are not yet. */
export const roughWords = z
  .strictObject({
    alt: line(2_000).default(""),
    decorative: z.boolean().default(false),
    caption: line(5_000).default(""),
    credit: line(1_000).default(""),
    rights: line(1_000).default(""),
    creator: line(1_000).default(""),
    copyright: line(1_000).default(""),
    instructions: line(2_000).default(""),
    taken: line(40).default(""),
    city: line(200).default(""),
    country: line(200).default(""),
    keywords: z.array(line(200)).max(100, "At most 100 keywords.").default([]),
    focalX: share.default(0.5),
    focalY: share.default(0.5),
  })
  .refine(({ alt, decorative }) => alt === "" || !decorative, {
    message: "A decorative picture has no description: take away one of the two.",
    path: ["alt"],
  })

/** The same of one that is used at once. Every picture is described, or is marked as having nothing to describe (WCAG 2.2, 1.1.1). */
export const pictureWords = roughWords.refine(({ alt, decorative }) => alt !== "" || decorative, {
  message: "Describe what the picture shows, or mark it as decorative.",
  path: ["alt"],
})

/** The widths that exist of a picture this wide, ascending: none is larger than the picture itself. */
export const widthsFor = (width: number): number[] => widthsUpTo(width, WIDTHS)

/** Those of the wanted widths that something so wide can have, and its own width where that is smaller than the largest. */
export function widthsUpTo(width: number, wanted: readonly number[]): number[] {
  const smaller = wanted.filter((one) => one < width)
  return smaller.length < wanted.length ? [...smaller, Math.min(width, wanted[smaller.length] ?? width)] : smaller
}

export const pictureFile = (id: string, width: number, format: Format) => `${id}-${width}.${format}`

/** What all later files of a picture are made from. Readers never get it: its name is none of theirs. */
export const masterFile = (id: string) => `${id}.master.webp`

/** Where a browser gets a file of a picture. The name says the content, so it may be kept for ever. */
export const fileAddress = (file: string) => `/api/pictures/${file}`

export const pictureAddress = (id: string, width: number, format: Format) => fileAddress(pictureFile(id, width, format))

/** The value of `srcset`: every width of one format. */
export const srcSet = ({ id, widths }: PictureSize, format: Format) =>
  widths.map((width) => `${pictureAddress(id, width, format)} ${width}w`).join(", ")

/** The largest file of a picture. */
export const largest = ({ id, width }: Pick<PictureSize, "id" | "width">, format: Format) =>
  pictureAddress(id, width, format)
