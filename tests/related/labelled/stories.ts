import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Language } from "@/lib/story/story"
import { CASTS, SENTENCES, STRANGERS } from "./casts"

/** A story of which it is known what it is about: stories of one topic belong together, and no others. */
export type Labelled = { topic: string; language: Language; headline: string; standfirst: string; paragraphs: string[] }

/** Three hundred stories on twelve running topics: those written by hand, and more made of the same casts, always the same ones. */
export const labelled = (): Labelled[] => [...byHand(), ...made()]

function byHand(): Labelled[] {
  const file = readFileSync(join(process.cwd(), "tests/related/labelled/by-hand.txt"), "utf8")
  return file
    .trim()
    .split(/\n\n+/)
    .map((record) => {
      const [label = "", headline = "", standfirst = "", ...paragraphs] = record.split("\n")
      const [topic = "", language = ""] = label.split(" ")
      return { topic, language: language as Language, headline, standfirst, paragraphs }
    })
}

const EACH = 20

const made = () => CASTS.flatMap((cast, at) => Array.from({ length: EACH }, (_, n) => makeOne(cast, at * EACH + n)))

/**
 * Two or three of the topic's names and two of its words, and somebody or some place that any topic may name: so every story has something
 * in common with stories that it does not belong to.
 */
function makeOne(
  { topic, languages, people, places, organisations, words }: (typeof CASTS)[number],
  n: number,
): Labelled {
  const draw = chance(n + 1)
  const language = languages[n % languages.length] ?? "en"
  const [person, other] = two(people, draw)
  const [word, also] = two(words[language] ?? [], draw)
  const names = { person, other, place: one(places, draw), organisation: one(organisations, draw), word, also }
  const stranger = STRANGERS[language]
  const fill = (line: string) =>
    line.replace(/\{(\w+)\}/g, (_, key: string) =>
      key === "n"
        ? String(2 + Math.floor(draw() * 90))
        : key === "someone"
          ? one(stranger.people, draw)
          : key === "somewhere"
            ? one(stranger.places, draw)
            : (names[key as keyof typeof names] ?? ""),
    )
  const { headlines, standfirsts, lines, strange } = SENTENCES[language]
  const told = [...lines].sort(() => draw() - 0.5).slice(0, 4)
  return {
    ...{ topic, language, headline: `${fill(one(headlines, draw))} (${n})`, standfirst: fill(one(standfirsts, draw)) },
    paragraphs: [
      fill(told.slice(0, 2).join(" ")),
      fill([...told.slice(2), one(strange, draw), one(strange, draw)].join(" ")),
    ],
  }
}

const one = (from: readonly string[], draw: () => number) => from[Math.floor(draw() * from.length)] ?? ""

function two(from: readonly string[], draw: () => number): [string, string] {
  const at = Math.floor(draw() * from.length)
  return [from[at] ?? "", from[(at + 1 + Math.floor(draw() * (from.length - 1))) % from.length] ?? ""]
}

/** The same numbers for the same seed: mulberry32. */
function chance(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
