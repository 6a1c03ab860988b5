import { bulletOf } from "../bullet"
import { opensQuotation, quotationIn, speakerAt } from "../quotation"
import {
  above,
  below,
  bodyBegun,
  endsSentence,
  isCapitals,
  type Rule,
  readsAsText,
  type Scene,
  wordCount,
} from "../scene"
import type { Unit } from "../units"

/** Dividers, lists, crossheads, quotes: what stands between paragraphs. */
export const BODY_RULES: Rule[] = [
  {
    name: "divider",
    takenFor: "divider",
    why: "Signs without a word, across the page.",
    sure: 0.9,
    fits: ({ bare }, scene) => scene.met.size > 0 && bare.length <= 80 && /^[-–—_*=~•·#. ]{3,}$/.test(bare),
  },
  {
    name: "line of signs on top",
    takenFor: "header",
    why: "Signs without a word, above the headline.",
    sure: 0.8,
    fits: ({ bare }, scene) => scene.met.size === 0 && bare.length <= 80 && /^[-–—_*=~•·#.+ ]{3,}$/.test(bare),
  },
  {
    name: "bullet",
    takenFor: "list item",
    why: "It starts with a bullet, as its neighbour does.",
    sure: 0.92,
    fits: (unit, scene) => isBulleted(unit, scene),
  },
  {
    name: "number",
    takenFor: "list item",
    why: "It is numbered, in order with its neighbours.",
    sure: 0.92,
    fits: (unit, scene) => isNumbered(unit, scene),
  },
  {
    name: "quotation and its speaker",
    takenFor: "quote",
    why: "One quotation, and after a dash who said it.",
    sure: 0.92,
    fits: ({ bare }) => speakerAt(bare) !== null,
  },
  {
    name: "quoted crosshead",
    takenFor: "crosshead",
    why: "A few quoted words alone in a line, above running text.",
    sure: 0.7,
    fits: (unit, scene) =>
      standsAsCrosshead(unit, scene) && quotationIn(unit.bare) === "whole" && !/[.!?…,]["”“»’]$/.test(unit.bare),
  },
  {
    name: "whole quotation",
    takenFor: "quote",
    why: "The whole line is one quotation.",
    sure: 0.9,
    fits: ({ bare }) => quotationIn(bare) === "whole",
  },
  {
    name: "quotation that goes on",
    takenFor: "quote",
    why: "It opens a quotation that the next paragraph takes up again: a quotation of several paragraphs.",
    sure: 0.85,
    fits: (unit, scene) => quotationIn(unit.bare) === "open" && opensQuotation(below(unit, scene)?.bare ?? ""),
  },
  {
    name: "quotation with attribution",
    takenFor: "quote",
    why: "The whole line is one quotation and the words that say whose it is; it stays word for word.",
    sure: 0.75,
    fits: ({ bare }, scene) => bodyBegun(scene) && quotationIn(bare) === "said",
  },
  {
    name: "question above text",
    takenFor: "crosshead",
    why: "A short question alone in its line, above running text.",
    sure: 0.8,
    fits: (unit, scene) => standsAsCrosshead(unit, scene) && /[?!]$/.test(unit.bare),
  },
  {
    name: "capitals above text",
    takenFor: "crosshead",
    why: "A short line in capitals above running text.",
    sure: 0.92,
    fits: (unit, scene) => standsAsCrosshead(unit, scene) && isCapitals(unit.bare),
  },
  {
    name: "short line above text",
    takenFor: "crosshead",
    why: "A short line without a full stop, between running text and running text.",
    sure: 0.88,
    fits: (unit, scene) => standsAsCrosshead(unit, scene) && !endsSentence(unit.bare),
  },
  {
    name: "words before a list",
    takenFor: "paragraph",
    why: "It ends with a colon, above a list or a quotation.",
    sure: 0.85,
    fits: (unit, scene) => unit.bare.endsWith(":") && introduces(below(unit, scene)),
  },
  {
    name: "running text",
    takenFor: "paragraph",
    why: "Running text.",
    sure: 0.92,
    fits: readsAsText,
  },
  {
    name: "anything else",
    takenFor: "paragraph",
    why: "No rule knows this line: it stays as a paragraph.",
    sure: 0.5,
    fits: () => true,
  },
]

const introduces = (next?: Unit) => next !== undefined && (bulletOf(next.bare) !== null || opensQuotation(next.bare))

/** A bullet that is nothing else (•), or the same bullet as the unit above or below: a dash alone may open speech. */
function isBulleted(unit: Unit, scene: Scene) {
  const bullet = bulletOf(unit.bare)
  if (!bullet || bullet.number !== null || scene.met.size === 0) return false
  const sameAs = (other?: Unit) => !!other && bulletOf(other.bare)?.mark === bullet.mark
  return !"-–—".includes(bullet.mark) || sameAs(above(unit, scene)) || sameAs(below(unit, scene))
}

/** 1. with a 2. below it, or a number that follows the one above. */
function isNumbered(unit: Unit, scene: Scene) {
  const numberOf = (other?: Unit) => (other && bulletOf(other.bare)?.number) ?? null
  const number = numberOf(unit)
  if (number === null || scene.met.size === 0) return false
  if (number === 1) return numberOf(below(unit, scene)) === 2
  return numberOf(above(unit, scene)) === number - 1 && scene.verdicts[unit.index - 1]?.takenFor === "list item"
}

function standsAsCrosshead(unit: Unit, scene: Scene) {
  if (!bodyBegun(scene) && !scene.met.has("standfirst")) return false
  if (unit.bare.length > 100 || wordCount(unit) > 14 || /[.,;:…]$/.test(unit.bare)) return false
  if (!/^[\p{Lu}\d“„«"‘¿¡'’]/u.test(unit.bare)) return false
  const next = below(unit, scene)
  return readsAsText(next) && next.bare.length > unit.bare.length
}
