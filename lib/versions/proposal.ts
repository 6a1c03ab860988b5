import { readBody, type StoredBlock, wordsOfStored } from "../blocks/stored"
import { distance } from "../search/spelling"
import type { Change } from "../story/story"
import { namesOf, byline as namesShape } from "../story/story"
import type { Difference, Field } from "./difference"
import { segmentsOf } from "./segments"

/** What a change seems to be to readers, and why, in a sentence. The editor decides. */
export type Proposal = { act: Change; because: string }

/**
 * Proposes how to publish a change: what is new is an update; where nothing is new, but a number, a name or a "not" gave way to
 * another, something was wrong, which is a correction; what is left is a slip of the pen, and minor.
 */
export function proposalOf({ fields, body }: Difference): Proposal {
  const moves = body.flatMap((step) => ("same" in step ? [] : judgeStep(step.before, step.after, step.moved)))
  const found = [...fields.map(({ field, before, after }) => judgeField(field, before, after)), ...moves]
  return (
    found.find(({ act }) => act === "update") ??
    found.find(({ act }) => act === "correct") ??
    found[0] ?? { act: "minor", because: "Nothing that readers see has changed." }
  )
}

const WRITTEN: readonly Field[] = ["headline", "standfirst", "kicker", "dateline"]

const PLACED: Partial<Record<Field, string>> = {
  section: "The story moves to another section.",
  slug: "The story gets another address.",
  language: "The language is another one.",
  topics: "The topics changed.",
  related: "The related news changed.",
}

function judgeField(field: Field, before: unknown, after: unknown): Proposal {
  if (WRITTEN.includes(field)) return judgeWords(String(before), String(after))
  if (field === "byline") return judgeWords(...([before, after].map(bylineWords) as [string, string]))
  return { act: "update", because: PLACED[field] ?? "The story is placed otherwise." }
}

const bylineWords = (value: unknown) => namesOf(namesShape.catch([]).parse(value))

function judgeStep(before: unknown, after: unknown, moved: true | undefined): Proposal {
  if (moved) return { act: "update", because: "A part of the text stands elsewhere." }
  if (before === null) return { act: "update", because: "Something was added to the text." }
  if (after === null) return { act: "update", because: "Something was taken out of the text." }
  const [was, is] = [readBody([before])[0], readBody([after])[0]]
  if (!was || !is || was.kind === "unknown" || was.kind !== is.kind || leadsTo(was) !== leadsTo(is))
    return { act: "update", because: "Something in the text was put in place of something else." }
  return judgeWords(wordsOfStored([was]), wordsOfStored([is]))
}

/** What a block shows besides words: another picture or story in its place is no slip of the pen. */
function leadsTo(block: StoredBlock) {
  if (block.kind === "picture") return block.pictureId
  if (block.kind === "relatedStory") return block.storyId
  return block.kind === "embed" ? block.item : ""
}

/** "Not" and its like, in the languages of the paper. */
const NO = new Set(
  [
    "not",
    "no",
    "never",
    "none",
    "neither",
    "nor",
    "without",
    "cannot",
    "niet",
    "geen",
    "nooit",
    "niemand",
    "zonder",
  ].concat([
    "ne",
    "pas",
    "jamais",
    "aucun",
    "aucune",
    "sans",
    "ni",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "nie",
    "niemals",
    "ohne",
  ]),
)

const words = (text: string) => text.match(/[\p{L}\p{M}\p{N}’']+/gu) ?? []
const numbers = (text: string) => text.match(/\p{N}+(?:[.,]\p{N}+)*/gu) ?? []
const denials = (text: string) => words(text).filter((word) => NO.has(word.toLowerCase()) || /n['’]t$/i.test(word))

function judgeWords(before: string, after: string): Proposal {
  const pairs = replacements(before, after)
  const wrong = pairs.map(wrongIn).find(Boolean)
  if (wrong) return { act: "correct", because: wrong }
  const other = pairs.find((pair) => !isSlip(pair))
  if (!other) return { act: "minor", because: SLIPS }
  if (!other.removed.trim()) return { act: "update", because: `“${short(other.added)}” was added.` }
  if (!other.added.trim()) return { act: "update", because: `“${short(other.removed)}” was taken out.` }
  return { act: "update", because: `“${short(other.removed)}” became “${short(other.added)}”.` }
}

const SLIPS = "Only the spelling, single letters or how it is set changed."

type Replacement = { removed: string; added: string }

/** What gave way to what, in the order of the text. */
function replacements(before: string, after: string): Replacement[] {
  const pairs: Replacement[] = []
  let goesOn = false
  for (const { kind, text } of segmentsOf(before, after)) {
    if (kind !== "same") {
      const pair = (goesOn && pairs.pop()) || { removed: "", added: "" }
      pairs.push({ ...pair, [kind]: pair[kind] + text })
    }
    goesOn = kind !== "same"
  }
  return pairs
}

/** Why this is no slip of the pen and no news either, if so. */
function wrongIn({ removed, added }: Replacement): string | undefined {
  if (!removed.trim() || !added.trim()) {
    const denied = denials(removed + added)
    const whole = words(removed + added).length
    return denied[0] && whole <= 2 ? `“${denied[0]}” ${removed.trim() ? "was taken out" : "was added"}.` : undefined
  }
  const became = `“${short(removed)}” became “${short(added)}”`
  if (numbers(removed).length && numbers(removed).join(" ") !== numbers(added).join(" "))
    return `A number changed: ${became}.`
  if (denials(removed).length !== denials(added).length) return `The sense turned: ${became}.`
  if (isName(removed) && isName(added) && !isSlip({ removed, added })) return `A name changed: ${became}.`
  return undefined
}

const isName = (text: string) => words(text).length > 0 && words(text).every((word) => /^\p{Lu}/u.test(word))

/** The same letters but for case, or so near that a finger slipped: a letter or two, and not most of the word. */
function isSlip({ removed, added }: Replacement): boolean {
  const [was, is] = [removed, added].map((text) => words(text).join(" ").toLowerCase()) as [string, string]
  if (was === is) return true
  if (numbers(was).join(" ") !== numbers(is).join(" ")) return false
  const longest = Math.max(was.length, is.length)
  return longest <= 200 && distance(was, is) <= Math.min(2, Math.floor(longest / 3))
}

const short = (text: string) => {
  const line = text.trim().replace(/\s+/g, " ")
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
