import { z } from "zod"
import { dayOf, momentOf } from "../dates"
import { paper } from "../paper"

/** Who may use a picture: whoever of the house, this paper alone, or those sections that are named. */
const RIGHTS_FOR = ["ours", "paper", "sections"] as const

/** A place in capitals, as agencies write it. */
const place = z
  .string()
  .trim()
  .min(1)
  .max(60, "A place has at most 60 characters.")
  .transform((words) => words.toLocaleUpperCase("en"))

export const rights = z
  .strictObject({
    for: z.enum(RIGHTS_FOR),
    /** slugs, where it is for sections */
    sections: z.array(z.string()),
    /** from then on nobody may show it */
    until: z.date().nullable(),
    notIn: z.array(place).max(50, "At most 50 places."),
    note: z.string().trim().max(1_000, "At most 1,000 characters."),
  })
  .refine((given) => given.for !== "sections" || given.sections.length > 0, {
    message: "Choose at least one section, or let everybody use it.",
    path: ["sections"],
  })
export type Rights = z.infer<typeof rights>

type Row = {
  rightsFor: string
  rightsSections: string[]
  rightsUntil: Date | null
  rightsNotIn: string[]
  rightsNote: string
}

/** The rights that a picture's row has. A word of another release gives nobody less than the sections that it names. */
export const rightsIn = (row: Row): Rights => ({
  for: z.enum(RIGHTS_FOR).catch("ours").parse(row.rightsFor),
  sections: row.rightsSections,
  until: row.rightsUntil,
  notIn: row.rightsNotIn,
  note: row.rightsNote,
})

export const columnsOf = (given: Rights): Row => ({
  rightsFor: given.for,
  rightsSections: given.for === "sections" ? given.sections : [],
  rightsUntil: given.until,
  rightsNotIn: [...new Set(given.notIn)],
  rightsNote: given.note,
})

type Section = { slug: string; name: string }

/** What the rights of a picture say, a sentence each; nothing where everybody may always use it. */
export function rightsOf(given: Rights, sections: readonly Section[], now: Date): string[] {
  const { until, notIn, note } = given
  return [
    given.for === "paper" && "For this paper only: it is not handed on to others.",
    given.for === "sections" && `For ${namesOf(given.sections, sections)} only, and not handed on to others.`,
    until && (until <= now ? `The rights ended on ${momentOf(until)}.` : `Until ${momentOf(until)}.`),
    notIn.length > 0 && `Not in ${listed(notIn.map(capitalised))}.`,
    note,
  ].filter((sentence) => typeof sentence === "string" && sentence !== "") as string[]
}

/** Why a story of this section may not show the picture at this moment, in words without a full stop; null: it may. */
export function whyBarred(given: Rights, section: string, sections: readonly Section[], at: Date): string | null {
  if (given.until && given.until <= at) return `Its rights end on ${dayOf(given.until)}`
  if (given.for === "sections" && !given.sections.includes(section))
    return `It is for ${namesOf(given.sections, sections)} only`
  const here = given.notIn.find((one) => HERE.has(one))
  return here ? `It may not appear in ${capitalised(here)}, where this paper does` : null
}

/** The same of a picture that the story has already, in a sentence with the next step. */
export function barOf(...asked: Parameters<typeof whyBarred>): string | null {
  const [{ until }, , , at] = asked
  const why = whyBarred(...asked)
  if (!why) return null
  if (until && until <= at) return `${why}: take it out, choose another one, or have its rights changed.`
  return `${why}: take it out, or choose another one.`
}

const HERE: ReadonlySet<string> = new Set(paper.country)

const namesOf = (slugs: readonly string[], sections: readonly Section[]) =>
  listed(slugs.map((slug) => sections.find((section) => section.slug === slug)?.name ?? slug))

const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`

/** UNITED KINGDOM is United Kingdom; what is as short as an abbreviation stays: UK, USA. */
const capitalised = (words: string) =>
  words.length <= 3
    ? words
    : words.toLocaleLowerCase("en").replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase("en"))

type Suggested = { notIn: string[]; until: string | null; note: string }

/**
 * What an agency's instructions ask for, as rules: "SPAIN OUT", "NO SALES IN GERMANY AND AUSTRIA", "USE UNTIL 31 December 2026", "ONLY TO BE USED
 * WITH THE STORY". Suggested to people and never taken over by itself. `until` is the last day, 2026-12-31.
 */
export function suggestedRights(instructions: string): Suggested {
  const phrases = instructions.split(/[;.\n|()]|\s[-–—/]+\s|^\s*[-–—]+|[-–—]+\s*$/).map((phrase) => phrase.trim())
  const notIn = phrases.flatMap((phrase) => {
    const out = /^(\p{Lu}[\p{Lu}\s,/&'-]*?)[\s,]+OUT\b/u.exec(phrase)
    const barred = /\bno(?:t for)?\s+(?:use|sales?|publication|usage)\s+in\s+(.+)$/i.exec(phrase)
    return placesIn(out?.[1] ?? barred?.[1] ?? "")
  })
  const day =
    /\b(?:until|expires?(?:\s+on)?|not after|no use after)[\s:]+(\d{4}-\d{2}-\d{2}|\d{1,2}\s+\p{L}+\s+\d{4})/iu.exec(
      instructions,
    )
  const withStory = /\bonly\b[^.;]*\bwith\b[^.;]*\bstory\b|\bto go with\b[^.;]*\bstory\b/i.exec(instructions)
  return {
    notIn: [...new Set(notIn)],
    until: day?.[1] ? dayIn(day[1]) : null,
    note: withStory ? "Only with the story that it came with." : "",
  }
}

const placesIn = (words: string) =>
  words
    .split(/,|\/|&|\band\b/i)
    .map((one) => one.trim().toLocaleUpperCase("en"))
    .filter((one) => /^\p{L}[\p{L}\s'-]{1,40}$/u.test(one) && one.split(/\s+/).length <= 4 && one !== "SOLD")

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

function dayIn(words: string): string | null {
  const [, day = "", name = "", year = ""] = /^(\d{1,2})\s+(\p{L}+)\s+(\d{4})$/u.exec(words) ?? []
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const found = year && month ? `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}` : words
  return /^\d{4}-\d{2}-\d{2}$/.test(found) && !Number.isNaN(Date.parse(found)) ? found : null
}
