import { above, below, endsSentence, type Rule, readsAsText, type Scene, takenAbove } from "../scene"
import type { Unit } from "../units"
import { isRelatedMarker, RELATED_MARKERS } from "../wording"

/** “Related news” and its like, and the lines that follow. */
export const RELATED_RULES: Rule[] = [
  {
    name: "marker",
    takenFor: "related marker",
    why: "Words with which wires and sites announce related news.",
    sure: 0.95,
    fits: ({ bare }, scene) => scene.met.size > 0 && isRelatedMarker(bare),
  },
  {
    name: "marker with its item",
    takenFor: "related item",
    why: "It starts with words that announce related news, and gives the headline in the same line.",
    sure: 0.9,
    fits: ({ bare, label }, scene) => scene.met.size > 0 && bare.length <= 400 && RELATED_MARKERS.has(label),
  },
  {
    name: "address under a marker",
    takenFor: "related item",
    why: "An address among the related news.",
    sure: 0.95,
    fits: ({ bare }, scene) => scene.relatedOpen !== null && /^https?:\/\/\S+$/.test(bare),
  },
  {
    name: "address under an item",
    takenFor: "related item",
    why: "The address of the related item above.",
    sure: 0.9,
    fits: (unit, scene) =>
      takenAbove(unit, scene) === "related item" && /^https?:\/\/\S+$/.test(unit.bare) && !unit.blankBefore,
  },
  {
    name: "item",
    takenFor: "related item",
    why: "A headline under the marker of related news.",
    sure: 0.85,
    fits: (unit, scene) => scene.relatedOpen !== null && isTitle(unit) && !storyGoesOn(unit, scene),
  },
]

const isTitle = ({ bare }: Unit) => bare.length <= 250 && (!/[.;,…]["”“»)\]]*$/.test(bare) || /https?:\/\//.test(bare))

/** In the middle of a text, after at least one item and a blank line, a short line above running text is a crosshead. */
function storyGoesOn(unit: Unit, scene: Scene) {
  const started = (scene.relatedOpen ?? 0) > 0 && unit.blankBefore && above(unit, scene) !== undefined
  const next = below(unit, scene)
  return started && readsAsText(next) && next.bare.length >= 120 && endsSentence(next.bare)
}
