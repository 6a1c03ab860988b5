import { bare, positionIn, trimmed } from "./bare"
import { bulletOf } from "./bullet"
import { creditIn, PICTURE_LABEL } from "./credit"
import { datelineIn } from "./dateline"
import { bylineCuts } from "./names"
import { speakerAt } from "./quotation"
import { relatedCuts } from "./related-cuts"
import type { Cuts, Part, Role } from "./roles"
import { priorityLength } from "./rules/opening"
import { signOffAt } from "./rules/sign-offs"
import type { TakenFor } from "./taken-for"
import { labelLength } from "./wording"

/** What a line becomes: a numbered item is a list item whose number is the next of its list. */
export type Form = TakenFor | "numbered item"

/** Divides the words of a unit by what it was taken for. Everything outside the parts is white space. */
export function partsOf(form: Form, words: string): Part[] {
  const given = CUTS[form]
  const cuts = typeof given === "function" ? given(bare(words)) : given
  return cuts.flatMap(([at, role], index) => {
    const next = cuts[index + 1]
    // Nothing that is seen: what has no ink there belongs to what follows.
    if (next?.[0] === at) return []
    const start = at === 0 ? 0 : positionIn(words, at)
    const [from, to] = trimmed(words, start, next ? positionIn(words, next[0]) : words.length)
    return from < to ? [{ role, from, to }] : []
  })
}

const whole = (role: Role): Cuts => [[0, role]]

const behind = (length: number, role: Role): Cuts =>
  length > 0
    ? [
        [0, "mark"],
        [length, role],
      ]
    : [[0, role]]

const CUTS: Record<Form, Cuts | ((text: string) => Cuts)> = {
  headline: (text) => behind(labelLength(text, "headline") || priorityLength(text), "headline"),
  standfirst: (text) => behind(labelLength(text, "standfirst"), "standfirst"),
  kicker: whole("kicker"),
  byline: bylineCuts,
  dateline: datelineCuts,
  paragraph: whole("text"),
  "paragraph and sign-off": (text) => {
    const at = signOffAt(text)
    return at
      ? [
          [0, "text"],
          [at, "left out"],
        ]
      : [[0, "text"]]
  },
  crosshead: whole("text"),
  quote: quoteCuts,
  "list item": (text) => behind(bulletOf(text)?.number === null ? (bulletOf(text)?.length ?? 0) : 0, "text"),
  "numbered item": (text) => behind(bulletOf(text)?.length ?? 0, "text"),
  caption: captionCuts,
  credit: (text) => creditCuts(text, 0),
  divider: whole("mark"),
  continuation: whole("text"),
  "related marker": whole("mark"),
  "related item": relatedCuts,
  header: whole("left out"),
  "sign-off": whole("left out"),
  "left out": whole("left out"),
  blank: whole("left out"),
}

function datelineCuts(text: string): Cuts {
  const dateline = datelineIn(text)
  if (!dateline) return [[0, "dateline"]]
  return [
    [0, "dateline"],
    [dateline.end, "mark"],
    [dateline.text, "text"],
  ]
}

function quoteCuts(text: string): Cuts {
  const at = speakerAt(text)
  return at
    ? [
        [0, "text"],
        [at.quoteEnds, "mark"],
        [at.speakerStarts, "speaker"],
      ]
    : [[0, "text"]]
}

function captionCuts(text: string): Cuts {
  const label = labelLength(text, "caption") || (PICTURE_LABEL.exec(text)?.[0].length ?? 0)
  const credit = creditIn(text.slice(label))
  if (!credit) return behind(label, "caption")
  return [...behind(label, "caption"), ...creditCuts(text, label + credit.before, label)]
}

/** The credit from `before` on, the brackets around it as marks. */
function creditCuts(text: string, before: number, label = 0): Cuts {
  const credit = creditIn(text.slice(label))
  if (!credit) return [[0, "credit"]]
  const { from, to } = { from: label + credit.from, to: label + credit.to }
  const opening: Cuts = from > before ? [[before, "mark"]] : []
  const closing: Cuts = to < text.length ? [[to, "mark"]] : []
  return [...opening, [from, "credit"], ...closing]
}
