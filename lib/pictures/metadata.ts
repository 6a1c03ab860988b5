import { keepable } from "../text"
import { type Iptc, type IptcName, readIptc, wordsOfIptc } from "./iptc"
import { packetsOf } from "./packets"
import type { PictureWords } from "./pictures"
import { readXmp, type XmpWords } from "./xmp-read"

/** What a picture's file says of itself; empty where it says nothing. */
export type Metadata = {
  alt: string
  caption: string
  credit: string
  creator: string
  copyright: string
  rights: string
  instructions: string
  /** as ISO 8601 writes it, as far as it is known: 2026, 2026-11-20, 2026-11-20T14:05:00+01:00 */
  taken: string
  city: string
  country: string
  keywords: string[]
}

/** Where the two standards say the same: IPTC Photo Metadata 2023.2, "mapping". */
const XMP_OF: Partial<Record<IptcName, string>> = {
  keywords: "dc:subject",
  instructions: "photoshop:Instructions",
  creator: "dc:creator",
  city: "photoshop:City",
  country: "photoshop:Country",
  credit: "photoshop:Credit",
  copyright: "dc:rights",
  caption: "dc:description",
}

/**
 * The words in a picture's file. XMP, whose letters are certain and which has room for them, comes before IPTC-IIM (Metadata Working Group,
 * Guidelines 2.0, 5.2); what only IPTC says is read in the letters that XMP confirms.
 */
export function readMetadata(bytes: Uint8Array): Metadata {
  const { iptc, xmp } = packetsOf(bytes)
  const said: XmpWords = xmp ? readXmp(xmp) : new Map()
  const blocks: Iptc = iptc ? readIptc(iptc) : new Map()
  const known = new Map(
    (Object.entries(XMP_OF) as [IptcName, string][]).flatMap(([name, property]) => {
      const values = said.get(property)
      return values ? [[name, values] as const] : []
    }),
  )
  const old = wordsOfIptc(blocks, known)
  const all = (name: IptcName) => known.get(name) ?? old.get(name) ?? []
  const one = (name: IptcName, longest: number) => clean(all(name)[0], longest)
  return {
    alt: clean(said.get("Iptc4xmpCore:AltTextAccessibility")?.[0], 2_000),
    caption: one("caption", 5_000),
    credit: one("credit", 1_000),
    creator: clean(all("creator").join(", "), 1_000),
    copyright: one("copyright", 1_000),
    rights: clean(said.get("xmpRights:UsageTerms")?.[0], 1_000),
    instructions: one("instructions", 2_000),
    taken: dateIn(said.get("photoshop:DateCreated")?.[0]) || dateOfIptc(old.get("date")?.[0], old.get("time")?.[0]),
    city: one("city", 200),
    country: one("country", 200),
    keywords: [...new Set(all("keywords").map((word) => clean(word, 200)))].filter(Boolean).slice(0, 100),
  }
}

const clean = (words: string | undefined, longest: number) =>
  keepable(words ?? "")
    .replace(/\r\n?/g, "\n")
    .trim()
    .slice(0, longest)

const ISO = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/

/** Dates that are none are left out: a camera that lost its time says 0000-00-00. */
function dateIn(words = ""): string {
  if (!ISO.test(words) || words.startsWith("0000")) return ""
  return Number.isNaN(Date.parse(words)) ? "" : words
}

/** CCYYMMDD and HHMMSS±HHMM (IIM 2:55 and 2:60). */
function dateOfIptc(date = "", time = ""): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(date) ?? []
  if (!year) return ""
  const whole = `${year}-${month}-${day}`
  const [, hour, minute, second, ahead, by] = /^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?$/.exec(time) ?? []
  const zone = ahead ? `${ahead}:${by}` : ""
  return dateIn(hour ? `${whole}T${hour}:${minute}:${second}${zone}` : whole) || dateIn(whole)
}

/** What somebody said, and where they said nothing what the file says. */
export function filledIn(words: Partial<PictureWords>, file: Metadata): Partial<PictureWords> {
  const { alt, keywords, ...lines } = file
  const filled = Object.entries(lines).map(([name, line]) => [name, words[name as keyof typeof lines] || line])
  return {
    ...words,
    ...Object.fromEntries(filled),
    alt: words.alt || (words.decorative ? "" : alt),
    keywords: words.keywords?.length ? words.keywords : keywords,
  }
}

/** A file's name without folders and what cannot be kept. */
export const plainName = (name: string) => (keepable(name).split(/[\\/]/).at(-1) ?? "").trim().slice(0, 200)
