import type { TakenFor, Verdict } from "./taken-for"
import type { Unit } from "./units"

/** What a rule may look at: the unit, what stands around it, and what was decided above it. */
export type Scene = {
  units: readonly Unit[]
  verdicts: Verdict[]
  /** the kinds that were met so far */
  met: Set<TakenFor>
  /** how many items stand under the open marker of related news; null when none is open */
  relatedOpen: number | null
}

/** How one kind of line is recognised. The first rule of the table that fits decides. */
export type Rule = {
  name: string
  takenFor: TakenFor
  /** the reason, as the editor reads it */
  why: string
  /** from 0 to 1 */
  sure: number
  fits: (unit: Unit, scene: Scene) => boolean
}

export const sceneOf = (units: readonly Unit[]): Scene => ({ units, verdicts: [], met: new Set(), relatedOpen: null })

export const above = (unit: Unit, scene: Scene, by = 1) => scene.units[unit.index - by]
export const below = (unit: Unit, scene: Scene, by = 1) => scene.units[unit.index + by]
export const takenAbove = (unit: Unit, scene: Scene) => scene.verdicts[unit.index - 1]?.takenFor

const TEXT: readonly TakenFor[] = ["paragraph", "quote", "list item", "dateline", "crosshead", "paragraph and sign-off"]

/** Has the running text begun above? */
export const bodyBegun = (scene: Scene) => TEXT.some((kind) => scene.met.has(kind))

/** Does it read as running text: long, or a whole sentence of some length? */
export const readsAsText = (unit: Unit | undefined): unit is Unit =>
  unit !== undefined && (unit.bare.length >= 120 || (unit.bare.length >= 40 && endsSentence(unit.bare)))

export const endsSentence = (text: string) => /[.!?…][”“’»")\]]*$/.test(text)

/** Words in the sense of a newsroom, counted no further than 40. */
export const wordCount = (unit: Unit) => unit.bare.split(" ", 40).length

/** Letters, and all of them capitals. */
export const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/** Writes down what a unit was taken for, for the rules of the units below it. */
export function note(unit: Unit, scene: Scene, verdict: Verdict) {
  scene.verdicts[unit.index] = verdict
  scene.met.add(verdict.takenFor)
  if (verdict.takenFor === "related marker") scene.relatedOpen = 0
  else if (verdict.takenFor === "related item")
    scene.relatedOpen = scene.relatedOpen === null ? null : scene.relatedOpen + 1
  else if (!ASIDE.includes(verdict.takenFor)) scene.relatedOpen = null
}

/** Kinds that may stand among related items without ending them. */
const ASIDE: readonly TakenFor[] = ["sign-off", "caption", "credit", "header"]
