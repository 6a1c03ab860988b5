import { PICTURE_LABEL } from "../credit"
import { below, bodyBegun, isCapitals, type Rule } from "../scene"
import type { Unit } from "../units"
import { labelLength } from "../wording"

/** Longer than this it is running text that happens to end like a credit. */
const CAPTION = 800

/** Captions, and who made the pictures. */
export const PICTURE_RULES: Rule[] = [
  {
    name: "credit alone",
    takenFor: "credit",
    why: "Nothing but the name of who made a picture.",
    sure: 0.9,
    fits: (unit, scene) => scene.met.size > 0 && isCredit(unit),
  },
  {
    name: "caption with ©",
    takenFor: "caption",
    why: "It ends with © and a name, or with an agency's PHOTO mark: a caption and its credit.",
    sure: 0.97,
    fits: (unit, scene) => scene.met.size > 0 && /©|[A-Z] PHOTO\b/.test(creditOf(unit)),
  },
  {
    name: "caption with credit",
    takenFor: "caption",
    why: "It ends with the name of who made the picture.",
    sure: 0.88,
    fits: (unit, scene) => scene.met.size > 0 && creditOf(unit) !== "",
  },
  {
    name: "label",
    takenFor: "caption",
    why: "It is labelled as a caption.",
    sure: 0.92,
    fits: ({ bare }) => bare.length <= CAPTION && (labelLength(bare, "caption") > 0 || PICTURE_LABEL.test(bare)),
  },
  {
    name: "line above a credit",
    takenFor: "caption",
    why: "The line below it names who made a picture.",
    sure: 0.8,
    fits: (unit, scene) => {
      const next = below(unit, scene)
      if (!bodyBegun(scene) || !next || next.blankBefore || !isCredit(next)) return false
      return unit.bare.length <= 300
    },
  },
]

function creditOf({ bare, credit }: Unit) {
  return credit && credit.before > 0 ? bare.slice(credit.from, credit.to) : ""
}

function isCredit({ bare, credit }: Unit) {
  if (!credit || credit.before > 0 || bare.length > 160) return false
  if (!PICTURE_LABEL.test(bare)) return true
  const names = bare.replace(PICTURE_LABEL, "")
  return isCapitals(names) || !names.split(" ").some((word) => /^\p{Ll}{4,}/u.test(word))
}
