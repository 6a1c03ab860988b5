import { z } from "zod"

/** The widths that are made of every picture, where it is that wide: a phone's, a column's, a wide screen's. */
export const WIDTHS = [480, 960, 1600] as const

export const FORMATS = { webp: "image/webp", jpg: "image/jpeg" } as const
export type Format = keyof typeof FORMATS

/** What a page needs to know of a picture; width and height are those of the largest file there is. */
export type PictureSize = { id: string; width: number; height: number; widths: number[] }

export type PictureWords = z.infer<typeof pictureWords>
export type Picture = PictureSize & PictureWords

/** How much a picture may ask of us: bytes, pixels (50 megapixels), pixels on a side, milliseconds and bytes of memory to read it. */
export const LIMITS = { bytes: 25_000_000, pixels: 50_000_000, side: 16_000, time: 20_000, memory: 1_200_000_000 }

const line = (max: number) =>
  z
    .string()
    .max(max, `At most ${max.toLocaleString("en")} characters.`)
    // Neither the database nor XML can hold them.
    .transform((words) => words.replace(/(?![\t\n])\p{Cc}/gu, "").trim())

/** What is said of a picture. Every picture is described, or is marked as having nothing to describe (WCAG 2.2, 1.1.1). */
export const pictureWords = z
  .strictObject({
    alt: line(2_000).default(""),
    decorative: z.boolean().default(false),
    caption: line(5_000).default(""),
    credit: line(1_000).default(""),
  })
  .refine(({ alt, decorative }) => alt !== "" || decorative, {
    message: "Describe what the picture shows, or mark it as decorative.",
    path: ["alt"],
  })
  .refine(({ alt, decorative }) => alt === "" || !decorative, {
    message: "A decorative picture has no description: take away one of the two.",
    path: ["alt"],
  })

/** The widths that exist of a picture this wide, ascending: none is larger than the picture itself. */
export function widthsFor(width: number): number[] {
  const smaller = WIDTHS.filter((one) => one < width)
  return width < WIDTHS[2] ? [...smaller, width] : [...WIDTHS]
}

export const pictureFile = (id: string, width: number, format: Format) => `${id}-${width}.${format}`

/** Where a browser gets it. The name says the content, so it may be kept for ever. */
export const pictureAddress = (id: string, width: number, format: Format) =>
  `/api/pictures/${pictureFile(id, width, format)}`

/** The value of `srcset`: every width of one format. */
export const srcSet = ({ id, widths }: PictureSize, format: Format) =>
  widths.map((width) => `${pictureAddress(id, width, format)} ${width}w`).join(", ")

/** The largest file of a picture. */
export const largest = ({ id, width }: PictureSize, format: Format) => pictureAddress(id, width, format)

/** Is this the name of a picture's file, and of which format? Anything else never reaches the disk. */
export function formatOfFile(name: string): Format | null {
  const match = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-[1-9]\d{0,3}\.(webp|jpg)$/.exec(name)
  return match ? (match[1] as Format) : null
}
