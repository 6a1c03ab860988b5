/** A credit at the end of the bare text: [from, to) without brackets around it, and where the words before it end. */
export type Credit = { from: number; to: number; before: number }

const LONGEST = 140

/** The forms in which agencies name who made a picture, most telling first. Each matches up to the end of the text. */
const FORMS: RegExp[] = [
  // ©BELGA PHOTO NAME, Photo © Name, (c) Name
  /(?:\b(?:photo|foto|picture|image|bild|beeld|illustration|archives?)s?[ :]{0,2})?(?:©|\([cC]\) ?)[^©]{2,}$/iu,
  // BELGA PHOTO NAME, AFP PHOTO / NAME
  /\b[A-Z]{2,12}[ /-](?:PHOTO|FOTO|VIDEO)\b[\p{Lu}\d .'’/&-]*$/u,
  // (AP Photo/Name), (Name/AFP), (Name, via AFP)
  /(?<=\()(?:[A-Z]{2,10} Photo ?\/ ?[^()]+|\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+)+ ?\/ ?[A-Z]{2,12}[^()]{0,30})\)$/u,
  // Photo: Name, Foto: Name/ANP, Photo by Name, Crédit photo : Name
  /\b(?:(?:photo|foto|picture|image|bild|beeld|credit|crédit|illustration|illustratie)s?(?: (?:credit|photo))? ?[:/] ?|(?:photo|picture|image)(?:graph)? by |foto van )[^.!?:]{2,90}\.?$/iu,
]

/** “Photo:” and its like in front of a caption, or of a name. */
export const PICTURE_LABEL =
  /^(?:(?:archive|file|archief|archiv)[ -]?)?(?:picture|photo|foto|bild|beeld|image)s?(?: \d+)?(?: credit)? ?: ?/i

/** Finds the credit with which the bare text of a caption ends; null for none. Looks at its last 140 characters only. */
export function creditIn(text: string): Credit | null {
  const start = Math.max(0, text.length - LONGEST)
  const tail = text.slice(start)
  for (const form of FORMS) {
    const match = form.exec(tail)
    if (
      match &&
      startsLikeCredit(match[0], tail.charAt(match.index - 1)) &&
      !/[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(match[0])
    )
      return unwrapped(text, start + match.index)
  }
  return null
}

/** A label in small letters inside a sentence is no credit: “he shared the photo: a man in a suit”. */
const startsLikeCredit = (credit: string, before: string) => /^[\p{Lu}©(]/u.test(credit) || /[([]/.test(before)

/** Brackets around the whole credit are marks: (© Name) gives © Name. */
function unwrapped(text: string, from: number): Credit {
  const closed = /[)\]]\.?$/.exec(text)
  const opened = from > 0 && /[([] ?$/.exec(text.slice(Math.max(0, from - 2), from))
  if (!closed || !opened) return { from, to: text.length, before: from }
  return { from, to: closed.index, before: from - opened[0].length }
}
