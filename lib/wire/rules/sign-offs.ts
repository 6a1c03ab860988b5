import { bodyBegun, type Rule, takenAbove } from "../scene"

/** How agencies end a story. These lines are left out of the draft. */
export const SIGN_OFF_RULES: Rule[] = [
  {
    name: "end mark",
    takenFor: "sign-off",
    why: "The mark with which a wire says that it ends.",
    sure: 0.95,
    fits: ({ bare, folded }, scene) => bodyBegun(scene) && bare.length <= 24 && END_MARK.test(folded),
  },
  {
    name: "initials",
    takenFor: "sign-off",
    why: "Initials and agencies: who made the wire.",
    sure: 0.93,
    fits: ({ bare }, scene) => bodyBegun(scene) && bare.length <= 40 && INITIALS.test(bare),
  },
  {
    name: "rights",
    takenFor: "sign-off",
    why: "The agency's notice of its rights.",
    sure: 0.9,
    fits: ({ bare, folded }, scene) =>
      bodyBegun(scene) && bare.length <= 300 && /^(?:©|\(c\)|copyright\b)/i.test(bare) && RIGHTS.test(folded),
  },
  {
    name: "made by",
    takenFor: "sign-off",
    why: "Who reported and edited, in brackets under the story.",
    sure: 0.85,
    fits: ({ bare, folded }, scene) => bodyBegun(scene) && bare.length <= 300 && MADE_BY.test(folded),
  },
  {
    name: "contact after the end",
    takenFor: "sign-off",
    why: "After the end mark: whom a newsroom may call or write to.",
    sure: 0.7,
    fits: (unit, scene) => takenAbove(unit, scene) === "sign-off" && unit.bare.length <= 200 && CONTACT.test(unit.bare),
  },
  {
    name: "sign-off in the last line",
    takenFor: "paragraph and sign-off",
    why: "Running text that ends with the initials or the name of the agency; those are left out.",
    sure: 0.85,
    fits: (unit) => unit.bare.length > 60 && signOffAt(unit.bare) !== null,
  },
]

/** Where in the bare text of a paragraph its sign-off starts, as in “… he said. (abc/xyz)”; null for none. */
export function signOffAt(text: string): number | null {
  const start = Math.max(0, text.length - 50)
  const tail = text.slice(start)
  const match = GLUED.exec(tail)
  return match && /[.!?”“»"]\)? ?$/.test(tail.slice(0, match.index)) ? start + match.index : null
}

const END_MARK =
  /^(?:[-–—*#/(. ]*(?:ends?|fin|einde|ende|nnnn|stop)[-–—*#/). ]*|[-–—*#( ]*-?30-?[-–—*#) ]*|#{2,}|# # #)$/
const INITIALS =
  /^(?:\(?[a-z]{2,5}(?:[/-][a-z]{1,5}){1,4}\)?|\([a-z]{2,4}\)|(?:[-–—/(*= ]{1,4})[A-Z]{2,12}(?:[/-][A-Za-z]{2,12}){0,3}[-–—/)*= ]{1,4}|[a-z]{3}(?: [a-z]{2,4}){1,5}|[a-z]{2,12}(?: [a-z]{2,5})* [a-z]{2,5}(?:\/[a-z]{1,5})+)$/
const GLUED =
  /(?:\([a-z]{2,5}(?:[/-][a-z]{1,5}){1,4}\)|(?:--?|—|–|\/)[A-Z]{3,12}(?:--?|—|–|\/)|(?<=[.!?”“»"] )(?:ENDS|ENDE|EINDE|FIN|NNNN))$/
const RIGHTS = /\d{4}|all rights reserved|tous droits reserves|alle rechten voorbehouden|alle rechte vorbehalten/
const MADE_BY =
  /^[([]?(?:reporting|writing|editing|additional reporting|compiled|redactie|redaction|redaktion|bearbeitung)(?: by\b|:| :)/
const CONTACT = /@|\+?\d[\d ().-]{7,}|^(?:contact|press|presse|pers|phone|tel|e-?mail|notes? (?:to|for) editors|www\.)/i
