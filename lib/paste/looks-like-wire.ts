import { bare } from "../wire/bare"
import { parse, type Reading } from "../wire/parse"
import { isCapitals } from "../wire/scene"
import type { TakenFor } from "../wire/taken-for"
import { isOfLetter, isOfOthers, namesDay, namesSource, speaksItself, takesUp, toldInPast } from "./wire-signs"

/** A paragraph of the text, its lines put together. */
type Part = { takenFor: TakenFor; sure: number; text: string }

/** Signs that only wires and the pages of papers have. */
type Sign = "dateline" | "caption" | "related" | "header" | "sign-off"

/**
 * Is this text a wire, as far as one can be sure? It is news that stands whole: a headline, running text below it that speaks of others,
 * and a sign that only wires have, or two of how news is written (a source, a day, a lead that takes up the headline). Without a headline
 * it has to end as agencies end, or begin with a dateline. Letters, minutes, code and tables never are. Pure.
 */
export function looksLikeWire(text: string): boolean {
  if (!mayBeWire(text)) return false
  const reading = parse(text)
  const parts = partsOf(reading)
  if (isOfAnother(parts, reading)) return false
  const running = parts.filter(isRunning)
  const longest = running.reduce((most, part) => Math.max(most, part.text.length), 0)
  if (!running.length || longest < LEAD) return false
  const signs = new Set(parts.flatMap(signsOf))
  const told = running.map((part) => part.text)
  const personal = speaksItself(told, reading.language.language)
  const headline = headlineOf(parts)
  const lead = told.slice(0, 2).join("\n")
  const news = [told.some(namesSource), namesDay(lead)].filter(Boolean).length
  if (headline === null) return running.length > 1 && !personal && news > 0 && endsOrBegins(signs)
  if (signs.has("dateline") || signs.has("header")) return running.length > 1 || signs.size > 1
  if (personal || running.length < 2) return false
  if (signs.has("caption") || signs.has("related")) return true
  const retold = [takesUp(headline, lead), toldInPast(headline, told[0] ?? "")].filter(Boolean).length
  const questions = parts.filter((part) => part.takenFor === "crosshead" && part.text.endsWith("?")).length
  if (signs.has("sign-off")) return news + retold > 0
  return isNewsHeadline(headline) && news + retold + (questions > 1 ? 1 : 0) >= 2
}

const isOfAnother = (parts: readonly Part[], reading: Reading) =>
  parts.some((part) => isOfLetter(part.text)) || isOfOthers(parts[0]?.text ?? "") || isOfMachines(reading)

/** How many lines with words, and how many characters, a wire has. */
const LINES = { least: 3, most: 2_000 }
const LENGTH = { least: 150, most: 200_000 }

/** Signs by which a text without a headline might be a wire: a cheap look, before the parser of wires is asked. */
const SIGNS =
  /©|\(c\)|zczc|urgent|flash|\bends?\b|einde|\bfin\b|-30-|^\W{0,4}[A-Z]{2,12}\W{1,4}$|^[^\n]{3,80}\([\p{L}. /-]{2,25}\)|^\p{Lu}{3,}[^\n]{0,60}[–—-]/imu

function mayBeWire(text: string): boolean {
  if (text.length < LENGTH.least || text.length > LENGTH.most) return false
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== "")
  if (lines.length < LINES.least || lines.length > LINES.most) return false
  return isTitle(lines[0]?.trim() ?? "") || SIGNS.test(text)
}

/** A line of words that does not end as a sentence does. */
const isTitle = (line: string) => line.length <= 250 && /\S \S+ \S/.test(line) && !/[.,;:…]["”»]?$/.test(line)

/** The lead of a story says what happened: it is no shorter than this. */
const LEAD = 100

const endsOrBegins = (signs: ReadonlySet<Sign>) => signs.has("sign-off") || signs.has("dateline")

function partsOf({ lines }: Reading): Part[] {
  const parts: Part[] = []
  for (const { takenFor, sure, text } of lines) {
    const last = parts.at(-1)
    if (takenFor === "blank") continue
    if (takenFor === "continuation" && last) last.text += ` ${bare(text)}`
    else parts.push({ takenFor, sure, text: bare(text) })
  }
  return parts
}

/** The headline, where there is one and it stands on top: behind it what stood above is a wire's own. */
function headlineOf(parts: readonly Part[]): string | null {
  const at = parts.findIndex(({ takenFor, sure }) => takenFor === "headline" && sure >= 0.85)
  return at >= 0 && at < 6
    ? parts
        .filter(({ takenFor }) => takenFor === "headline")
        .map(({ text }) => text)
        .join(" ")
    : null
}

/** From four words to twenty, and none of what only titles of other things have. */
function isNewsHeadline(headline: string) {
  const words = headline.split(" ").length
  return words >= 4 && words <= 20 && !/[:;]$/.test(headline) && !(isCapitals(headline) && words < 4)
}

const RUNNING: readonly TakenFor[] = ["paragraph", "dateline", "quote", "standfirst", "paragraph and sign-off"]

const isRunning = ({ takenFor, text }: Part) =>
  RUNNING.includes(takenFor) && (text.length >= 80 || (text.length >= 40 && /[.!?…][”“’»")\]]*$/.test(text)))

function signsOf({ takenFor, sure, text }: Part): Sign[] {
  if (takenFor === "dateline" || takenFor === "caption") return sure >= 0.88 ? [takenFor] : []
  if (takenFor === "related marker") return ["related"]
  if (takenFor === "related item" && sure >= 0.9) return ["related"]
  if (takenFor === "paragraph and sign-off") return ["sign-off"]
  if (takenFor === "header")
    return /^(?:zczc|urgent|flash|bulletin|alert|eil|spoed|dringend)/i.test(text) ? ["header"] : []
  return takenFor === "sign-off" && sure >= 0.93 ? ["sign-off"] : []
}

/** Tables and code: columns between tabs, lines that end as programs do. */
function isOfMachines({ lines }: Reading) {
  const count = (form: RegExp) => lines.filter(({ text }) => form.test(text)).length
  return count(/\S\t+\S/) > 2 || count(/(?:[{};]|\/>|=>)\s*$/) > 2
}
