import { z } from "zod"
import type { Language } from "../story/story"
import type { Reason } from "./score"

const both = z.array(z.object({ here: z.string(), there: z.string() })).min(1)
const reason = z.discriminatedUnion("part", [
  z.object({ part: z.literal("names"), names: both }),
  z.object({ part: z.literal("words"), words: z.array(z.string()).min(1) }),
  z.object({ part: z.literal("topics"), topics: z.array(z.string()).min(1) }),
  z.object({ part: z.literal("links") }),
  z.object({ part: z.literal("package") }),
])

/** Reasons as they were kept, perhaps by another release: what is not understood is left out. */
export const readReasons = (stored: unknown): Reason[] =>
  z
    .array(z.unknown())
    .catch([])
    .parse(stored)
    .flatMap((one) => reason.safeParse(one).data ?? [])

/** As long as an editor's own reason may be. */
const LONGEST = 80

const PHRASES: Record<Language, { both: string; topic: string; links: string; package: string }> = {
  en: { both: "In both: ", topic: "Same topic: ", links: "One links to the other", package: "From the same package" },
  nl: {
    both: "In beide: ",
    topic: "Zelfde onderwerp: ",
    links: "Het ene verwijst naar het andere",
    package: "Uit hetzelfde dossier",
  },
  fr: { both: "Dans les deux : ", topic: "Même thème : ", links: "L’un renvoie à l’autre", package: "Du même dossier" },
  de: {
    both: "In beiden: ",
    topic: "Gleiches Thema: ",
    links: "Einer verweist auf den anderen",
    package: "Aus demselben Dossier",
  },
}

/** Each reason in words, in the language of the story below which it stands. `topicOf` gives a topic's name. */
export function phrasesOf(reasons: readonly Reason[], language: Language, topicOf: (slug: string) => string): string[] {
  const phrases = PHRASES[language]
  const named = reasons.flatMap((one) => (one.part === "names" ? one.names.map(({ here }) => here) : []))
  const said = reasons.flatMap((one) => (one.part === "words" ? one.words : []))
  // A word says less than a name: it is told where there are few of them.
  const inBoth = named.length > 1 ? named : [...named, ...said]
  return reasons.flatMap((one, index) => {
    if (one.part === "package" || one.part === "links") return phrases[one.part]
    if (one.part === "topics") return listed(phrases.topic, one.topics.map(topicOf))
    const isFirst = !reasons.slice(0, index).some(({ part }) => part === "names" || part === "words")
    return isFirst ? listed(phrases.both, inBoth) : []
  })
}

/** As many as there is room for; the first one stands whatever its length. */
function listed(lead: string, things: readonly string[]): string {
  const [first = "", ...rest] = things
  let line = lead + first
  for (const one of rest) if (line.length + one.length + 2 <= LONGEST) line += `, ${one}`
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line
}
