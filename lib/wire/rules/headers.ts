import type { Rule, Scene } from "../scene"
import type { Unit } from "../units"
import { HEADER_LABELS, PRIORITY } from "../wording"

const isEarly = (unit: Unit, scene: Scene) => unit.index < 12 && !scene.met.has("paragraph")
const beforeHeadline = (unit: Unit, scene: Scene) => unit.index < 12 && !scene.met.has("headline")

/** Lines that agencies send for machines and desks, above the story. They are left out of the draft. */
export const HEADER_RULES: Rule[] = [
  {
    name: "start of telex",
    takenFor: "header",
    why: "ZCZC opens a telex message (IPTC 7901).",
    sure: 0.98,
    fits: ({ bare }) => /^ZCZC\b/.test(bare) && bare.length <= 60,
  },
  {
    name: "priority",
    takenFor: "header",
    why: "A line with nothing but a wire priority.",
    sure: 0.95,
    fits: (unit, scene) => beforeHeadline(unit, scene) && PRIORITY_LINE.test(unit.bare),
  },
  {
    name: "label",
    takenFor: "header",
    why: "It names a field of the wire's administration (slug, keywords, embargo …), not of the story.",
    sure: 0.92,
    fits: (unit, scene) => isEarly(unit, scene) && unit.bare.length <= 300 && HEADER_LABELS.has(unit.label),
  },
  {
    name: "attention editors",
    takenFor: "header",
    why: "It speaks to the desks that receive the wire, not to readers.",
    sure: 0.85,
    fits: (unit, scene) => isEarly(unit, scene) && unit.bare.length <= 300 && TO_DESKS.test(unit.folded),
  },
  {
    name: "message number",
    takenFor: "header",
    why: "Codes and numbers of a wire message.",
    sure: 0.9,
    fits: (unit, scene) => beforeHeadline(unit, scene) && unit.bare.length <= 60 && MESSAGE_NUMBER.test(unit.bare),
  },
  {
    name: "slug line",
    takenFor: "header",
    why: "Keywords joined by hyphens or slashes: the wire's slug line.",
    sure: 0.88,
    fits: (unit, scene) => beforeHeadline(unit, scene) && unit.bare.length <= 80 && SLUG_LINE.test(unit.bare),
  },
  {
    name: "date and time",
    takenFor: "header",
    why: "Nothing but a date or a time: when the wire was sent.",
    sure: 0.85,
    fits: (unit, scene) => isEarly(unit, scene) && unit.bare.length <= 60 && DATE_LINE.test(unit.bare),
  },
  {
    name: "length",
    takenFor: "header",
    why: "It tells how long the wire is.",
    sure: 0.9,
    fits: ({ bare }) =>
      /^\(?\d{1,5} (?:words|woorden|mots|wörter|worte|zeilen|signes|tekens|zeichen)\)?\.?$/i.test(bare),
  },
]

const PRIORITY_LINE = new RegExp(
  `^[*+!/=–— -]*(?:[A-Z]{2,8}[ -])?(?:${PRIORITY}|LEAD|UPDATE|PREV|PAPIER)(?:[ -](?:\\d{1,2}|[A-Z]{2,8}))?[*+!/=–—: -]*$`,
)
const TO_DESKS = /^[/*( -]*(?:attention|a l'attention|ter attentie|achtung|note to editors|editors|eds)\b.{0,3}[ :/-]/
const MESSAGE_NUMBER =
  /^(?:[A-Z]{2,6}\d{3,6}\b.*|[A-Z]{2,6} \d{3,5}(?: [A-Z\d]{1,6})+|[a-z]{1,3} [a-z] [a-z]{3}|[a-z]{3} \d{3,4}(?: [a-z\d]{1,4})*|\d{3,5} [a-z]{3} \d{3,5})$/
const SLUG_LINE =
  /^(?:[\p{L}\d]+(?:[-/][\p{L}\d]+){2,}(?:,? [A-Z\d]{2,10}){0,3}|[\p{Lu}\d]+(?:[-/][\p{Lu}\d]+)+|\p{L}+(?:-\p{L}+)+, [A-Z]{3,10})$/u
const DAY =
  "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:[./-]|\\.? |er )(?:\\d{1,2}|\\p{L}{3,9}\\.?)[./ -]\\d{2,4}|\\p{L}{3,9} \\d{1,2}, \\d{4})"
const HOUR = "\\d{1,2}[:.hu]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?"
const DATE_LINE = new RegExp(
  `^(?:\\p{L}{2,10}[.,]*,? )?(?:${DAY}(?:[ ,T–-]+(?:(?:at|om|à|um|a) )?${HOUR})?|${HOUR})(?: ?(?:Z|[A-Z]{3,4}|uur|Uhr|[+-]\\d{2}:?\\d{2}))?$`,
  "u",
)
