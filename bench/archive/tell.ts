import type { Block } from "@/lib/blocks/blocks"
import type { Language } from "@/lib/story/story"
import { dutch } from "./dutch"
import { english } from "./english"
import { french } from "./french"
import { german } from "./german"
import type { Plot, Tongue } from "./plots"

/** A story of the archive before it has a place in the database. */
export type Told = {
  language: Language
  section: string
  topics: string[]
  kicker: string
  dateline: string
  headline: string
  standfirst: string
  body: Block[]
  /** which of WRITERS wrote it, or an agency */
  writer: number | "Belga"
}

/** Numbers from 0 up to 1 in an order that is the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Draw = () => number
const oneOf = <T>(draw: Draw, all: readonly T[]): T => all[Math.floor(draw() * all.length)] as T
const upTo = (draw: Draw, most: number) => 1 + Math.floor(draw() * most)

/** As papers in Brussels are read: half in English, for that is this paper's language. */
const tongueOf = (draw: Draw): Tongue => {
  const at = draw()
  if (at < 0.5) return english
  if (at < 0.72) return dutch
  return at < 0.9 ? french : german
}

/** Story number `index` of an archive: the same for the same seed, whatever else was told. */
export function tell(index: number, seed: number): Told {
  const draw = chance(seed * 1_000_003 + index * 7_919)
  const tongue = tongueOf(draw)
  const plot = oneOf(draw, tongue.plots)
  const place = placeIn(draw, tongue)
  const fill = (template: string) => filled(template, draw, tongue, place)
  const writer = draw() < 0.15 ? "Belga" : Math.floor(draw() * WRITERS.length)
  const { section, topics, kicker } = plot
  return {
    ...{ language: tongue.language, section, topics, kicker, dateline: place, writer },
    headline: fill(oneOf(draw, plot.headlines)),
    standfirst: fill(oneOf(draw, plot.standfirsts)),
    body: bodyOf(draw, tongue, plot, fill),
  }
}

function bodyOf(draw: Draw, tongue: Tongue, plot: Plot, fill: (template: string) => string): Block[] {
  const blocks: Block[] = []
  const paragraphs = 3 + upTo(draw, 4)
  for (let at = 0; at < paragraphs; at++) {
    if (at === 2) blocks.push({ kind: "crosshead", id: "c", text: oneOf(draw, tongue.crossheads) })
    const sentences = Array.from({ length: 2 + upTo(draw, 2) }, () => fill(sentence(draw, tongue, plot)))
    blocks.push({ kind: "paragraph", id: `p${at}`, text: [{ text: sentences.join(" ") }] })
  }
  return blocks
}

/** Mostly of its own matter, often of anybody's, sometimes of another story's: words in passing are what makes search hard. */
function sentence(draw: Draw, tongue: Tongue, plot: Plot) {
  const at = draw()
  if (at < 0.55) return oneOf(draw, plot.sentences)
  return at < 0.85 ? oneOf(draw, tongue.common) : oneOf(draw, oneOf(draw, tongue.plots).sentences)
}

function filled(template: string, draw: Draw, tongue: Tongue, place: string) {
  let first = true
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === "n") return String(2 + Math.floor(draw() ** 2 * 90))
    if (slot === "month") return oneOf(draw, tongue.months)
    if (slot === "day") return oneOf(draw, tongue.days)
    if (slot === "name") return `${oneOf(draw, tongue.first)} ${surname(draw)}`
    if (slot === "street") return `${surname(draw)}straat`
    const here = first || draw() < 0.6
    first = false
    return here ? place : placeIn(draw, tongue)
  })
}

/** A town that everybody knows, or one of the many villages that nobody does. */
const placeIn = (draw: Draw, tongue: Tongue) =>
  draw() < 0.6 ? oneOf(draw, tongue.places) : oneOf(draw, STEMS) + oneOf(draw, LINKS) + oneOf(draw, ENDS)

const surname = (draw: Draw) => {
  const name = oneOf(draw, STEMS) + oneOf(draw, LINKS) + oneOf(draw, SONS)
  return draw() < 0.25 ? `Van ${name}` : name
}

const STEMS =
  "Bra Del Hoo Ver Wes Kro Lam Mee Nij Oud Poe Rav Sta Ter Uyt Vel Win Zan Bel Cor Dam Eek Gor Hes Ink Jon Kes Lee Moor Nev".split(
    " ",
  )
const LINKS = "a be de der den ke len mer nin pel ren se ten vel wer lo ri tu mo ga".split(" ")
const ENDS = "beke broek dorp gem hout hove kerke lo rode sele veld zele court mont heim".split(" ")
const SONS = "ck man mans ns rs ert aert quist let nier oux ot erie ing holt sen".split(" ")

/** Who wrote the archive. */
export const WRITERS = [
  "Marie Dupont",
  "Jan Peeters",
  "Sofie Claes",
  "Thomas Lambert",
  "Zoë Maréchal",
  "Wim De Smet",
  "Katrin Müller",
  "Élodie Renard",
  "Bart Goossens",
  "Nora Haddad",
  "Pieter-Jan Aerts",
  "Fleur Wouters",
]
