import { guessLanguage, type LanguageGuess } from "./language"
import { linesOf } from "./lines"
import { RULES } from "./rules"
import { note, type Scene, sceneOf } from "./scene"
import type { Verdict } from "./taken-for"
import { type Unit, unitsOf } from "./units"

/** A line of the wire and what it was taken for. [start, end) are its words in the text, [end, next) what ends it. */
export type ReadLine = Verdict & { line: number; start: number; end: number; next: number; text: string }

/** A wire, read: its text, whole, and a verdict for every line of it. */
export type Reading = { text: string; lines: ReadLine[]; language: LanguageGuess }

/** Reads a wire. Pure, and the same for the same text, always. */
export function parse(text: string): Reading {
  const lines = linesOf(text)
  const { units, width } = unitsOf(text, lines)
  const verdicts = new Map<number, Verdict>()
  const scene = sceneOf(units)
  for (const unit of units) {
    const verdict = judge(unit, scene)
    note(unit, scene, verdict)
    unit.lines.forEach((line, at) => {
      verdicts.set(line.number, at === 0 ? verdict : goesOn(width, verdict.sure))
    })
  }
  return {
    text,
    language: guessLanguage(text),
    lines: lines.map(({ number, start, end, next }) => {
      return { line: number, start, end, next, text: text.slice(start, end), ...(verdicts.get(number) ?? BLANK) }
    }),
  }
}

function judge(unit: Unit, scene: Scene): Verdict {
  const rule = RULES.find(({ fits }) => fits(unit, scene))
  if (!rule) throw new Error("The last rule fits everything.")
  return { takenFor: rule.takenFor, why: rule.why, sure: rule.sure }
}

const BLANK: Verdict = { takenFor: "blank", why: "Nothing stands in it.", sure: 1 }

const goesOn = (width: number, sure: number): Verdict => ({
  takenFor: "continuation",
  why: `The text is broken into lines of at most ${width} characters: this one goes on from the line above.`,
  sure: Math.min(sure, 0.9),
})
