import { datelineIn } from "../dateline"
import {
  above,
  below,
  bodyBegun,
  endsSentence,
  isCapitals,
  type Rule,
  readsAsText,
  type Scene,
  takenAbove,
  wordCount,
} from "../scene"
import type { Unit } from "../units"
import { labelLength, PRIORITY } from "../wording"

const top = (unit: Unit, scene: Scene) => unit.index < 16 && !bodyBegun(scene)
const noHeadline = (unit: Unit, scene: Scene) => top(unit, scene) && !scene.met.has("headline")

/** The parts that say themselves what they are. */
export const LABEL_RULES: Rule[] = [
  {
    name: "headline, labelled",
    takenFor: "headline",
    why: "It is labelled as the headline.",
    sure: 0.97,
    fits: (unit, scene) => noHeadline(unit, scene) && unit.bare.length <= 400 && labelLength(unit.bare, "headline") > 0,
  },
  {
    name: "standfirst, labelled",
    takenFor: "standfirst",
    why: "It is labelled as the standfirst.",
    sure: 0.97,
    fits: (unit, scene) => top(unit, scene) && unit.bare.length <= 2_000 && labelLength(unit.bare, "standfirst") > 0,
  },
  {
    name: "byline, labelled",
    takenFor: "byline",
    why: "It is labelled as the byline.",
    sure: 0.95,
    fits: (unit, scene) => top(unit, scene) && unit.bare.length <= 200 && labelLength(unit.bare, "byline") > 0,
  },
]

/** Headline and kicker. */
export const HEADLINE_RULES: Rule[] = [
  {
    name: "kicker",
    takenFor: "kicker",
    why: "A word or two in capitals above a longer line that is not: the kicker over the headline.",
    sure: 0.6,
    fits: (unit, scene) => {
      const next = below(unit, scene)
      if (!next || !noHeadline(unit, scene) || scene.met.has("kicker")) return false
      const small = isCapitals(unit.bare) && unit.bare.length <= 24 && wordCount(unit) <= 2
      return small && !isCapitals(next.bare) && isTitle(next.bare) && next.bare.length >= 25 && !!below(unit, scene, 2)
    },
  },
  {
    name: "priority before the headline",
    takenFor: "headline",
    why: "A headline behind the wire's priority, which is left out.",
    sure: 0.9,
    fits: (unit, scene) => noHeadline(unit, scene) && unit.bare.length <= 250 && priorityLength(unit.bare) > 0,
  },
  {
    name: "capitals over capitals",
    takenFor: "headline",
    why: "The first line, in capitals; but so is the one below it, and one of the two may be the wire's keywords.",
    sure: 0.5,
    fits: (unit, scene) => {
      const next = below(unit, scene)
      if (!next || !noHeadline(unit, scene) || !unit.blankAfter || !isTitle(unit.bare)) return false
      return isCapitals(unit.bare) && isCapitals(next.bare) && next.bare.length > unit.bare.length
    },
  },
  {
    name: "first line over a blank one",
    takenFor: "headline",
    why: "The first line of text, short, with a blank line below it.",
    sure: 0.95,
    fits: (unit, scene) => noHeadline(unit, scene) && isTitle(unit.bare) && unit.blankAfter,
  },
  {
    name: "first line",
    takenFor: "headline",
    why: "The first line of text, shorter than a paragraph and without a full stop.",
    sure: 0.85,
    fits: (unit, scene) => noHeadline(unit, scene) && isTitle(unit.bare),
  },
  {
    name: "first line with a full stop",
    takenFor: "headline",
    why: "The first line of text, and short; but it ends like a sentence.",
    sure: 0.6,
    fits: (unit, scene) =>
      noHeadline(unit, scene) && unit.bare.length <= 120 && (unit.blankAfter || longer(below(unit, scene), unit)),
  },
  {
    name: "headline goes on",
    takenFor: "headline",
    why: "Capitals under a headline in capitals: its second line.",
    sure: 0.85,
    fits: (unit, scene) => {
      const head = above(unit, scene)
      if (takenAbove(unit, scene) !== "headline" || unit.blankBefore || !head) return false
      return unit.bare.length <= 120 && isCapitals(unit.bare) && isCapitals(head.bare)
    },
  },
]

/** Byline and dateline, which stand between headline and text. */
export const BYLINE_RULES: Rule[] = [
  {
    name: "by somebody",
    takenFor: "byline",
    why: "By, door, par or von, and names.",
    sure: 0.92,
    fits: (unit, scene) =>
      top(unit, scene) && scene.met.has("headline") && BYLINE.test(unit.bare) && isNames(unit.bare),
  },
  {
    name: "bare name",
    takenFor: "byline",
    why: "Two or three names, and nothing else, between headline and text.",
    sure: 0.55,
    fits: (unit, scene) => {
      if (!top(unit, scene) || !scene.met.has("headline") || scene.met.has("byline")) return false
      return BARE_NAME.test(unit.bare) && unit.bare.length <= 40 && readsAsText(below(unit, scene))
    },
  },
  {
    name: "dateline",
    takenFor: "dateline",
    why: "Place, date or agency before the first words: the dateline. What follows it is the first paragraph.",
    sure: 0.92,
    fits: (unit, scene) => datelineFits(unit, scene, "sure"),
  },
  {
    name: "place before a dash",
    takenFor: "dateline",
    why: "What may be a place stands before a dash at the start of the text.",
    sure: 0.65,
    fits: (unit, scene) => datelineFits(unit, scene, "guess"),
  },
]

/** The standfirst, where one line between headline and text is set apart. */
export const STANDFIRST_RULES: Rule[] = [
  {
    name: "between headline and byline",
    takenFor: "standfirst",
    why: "It stands between the headline and a byline or dateline.",
    sure: 0.88,
    fits: (unit, scene) => {
      const next = below(unit, scene)
      if (!next || !mayBeStandfirst(unit, scene)) return false
      return (BYLINE.test(next.bare) && isNames(next.bare)) || datelineIn(next.bare)?.sure === "sure"
    },
  },
  {
    name: "set apart from the headline, not from the text",
    takenFor: "standfirst",
    why: "The first line below the headline, shorter than the paragraph that follows it without a blank line.",
    sure: 0.85,
    fits: (unit, scene) =>
      mayBeStandfirst(unit, scene) && unit.blankBefore && !unit.blankAfter && longer(below(unit, scene), unit),
  },
  {
    name: "one short line set apart",
    takenFor: "standfirst",
    why: "One short line between the headline and a longer first paragraph.",
    sure: 0.62,
    fits: (unit, scene) =>
      mayBeStandfirst(unit, scene) && unit.bare.length <= 260 && longer(below(unit, scene), unit, 1.3),
  },
]

/** Is it short enough for a headline, and without the end of a sentence? “…?” and “…!” are fine. */
const isTitle = (text: string) => text.length <= 250 && !/[.,;:…]["”»]?$/.test(text)

const longer = (next: Unit | undefined, unit: Unit, times = 1) =>
  readsAsText(next) && next.bare.length > unit.bare.length * times

function mayBeStandfirst(unit: Unit, scene: Scene) {
  if (scene.met.has("standfirst") || bodyBegun(scene)) return false
  return (
    ["headline", "byline"].includes(takenAbove(unit, scene) ?? "") && unit.bare.length >= 30 && unit.bare.length <= 700
  )
}

function datelineFits(unit: Unit, scene: Scene, sure: "sure" | "guess") {
  if (scene.met.has("dateline") || bodyBegun(scene) || unit.index > 16) return false
  return (scene.met.has("headline") || unit.bare.length > 150) && datelineIn(unit.bare)?.sure === sure
}

/** How many characters a priority takes before a headline, as in “URGENT - Bridge closed”. */
export const priorityLength = (text: string) => PRIORITY_HEAD.exec(text)?.[0].length ?? 0
const PRIORITY_HEAD = new RegExp(`^[*/ ]*(?:${PRIORITY}) ?[*/ ]*[:/–—*-]+ ?(?=[\\p{L}\\d“„«"‘])`, "u")

const BYLINE = /^(?:by|door|par|von|van|from|de)\b:? /i
const BARE_NAME =
  /^\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?(?: (?:\p{Lu}\.|van|de|der|den|von|du|le|la))* \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?$/u

/** Names, and at most what somebody is: no verb hides among capitalised words, particles and what follows a comma. */
function isNames(text: string) {
  if (text.length > 160 || endsSentence(text)) return false
  const names = text.replace(BYLINE, "").split(/,|\(| in | à | te /)[0] ?? ""
  const words = names.split(" ")
  return (
    words.length <= 14 &&
    words.every((word) =>
      /^(?:\p{Lu}.*|van|de|der|den|von|du|le|la|and|en|et|und|&|ten|ter|our|onze|notre|unser(?:em|er)?|correspond\S+)$/u.test(
        word,
      ),
    )
  )
}
