/** Characters that nobody sees: zero-width spaces, word joiners, byte order marks, soft hyphens. Joiners and direction marks stay. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g

/** Before French marks, after « and within a figure or before its unit, a non-breaking space was meant. */
const MEANT =
  /(?<=«)\u00a0|(?<=\d)\u00a0(?=\d|(?:km|m|cm|mm|kg|g|l|ha|h|°C|[°€$£%‰])(?!\p{L}))|\u00a0(?=[;:!?»%‰€$£])/gu

const KEPT = "\ue000"

export const withoutUnseen = (words: string) => words.replace(UNSEEN, "")

/**
 * Non-breaking spaces that word processors put in place of plain ones become plain; those before French marks and within figures stay.
 * The narrow one (U+202F) is always meant. No character more or less.
 */
export const plainSpaces = (words: string) =>
  words.includes("\u00a0") && !words.includes(KEPT)
    ? words.replace(MEANT, KEPT).replaceAll("\u00a0", " ").replaceAll(KEPT, "\u00a0")
    : words
