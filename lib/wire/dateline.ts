/** A dateline at the start of the bare text: [0, end), and where the words after it begin. */
export type Dateline = { end: number; text: number; sure: "sure" | "guess" }

const NAME = "\\p{Lu}[\\p{L}.'’-]*"
const LINK = "(?:de|la|le|les|den|der|am|an|sur|sous|upon|of|the|op|aan|bei|in)"
const PLACE = `${NAME}(?:[ /-](?:${NAME}|${LINK})){0,4}`
const DATE =
  "(?:\\d{1,2}(?:er|\\.)? \\p{L}{3,9}\\.?(?: \\d{4})?|\\p{Lu}\\p{L}{2,8}\\.? \\d{1,2}(?:, \\d{4})?|\\d{1,2}[./]\\d{1,2}(?:[./]\\d{2,4})?)"
const AGENCY = "\\((?:[\\p{L}][\\p{L}\\d./ -]{1,24})\\)"
const DASH = "(?:[–—―]|--?)"
const KNOWN =
  "\\((?:belga|anp|afp|ap|dpa|reuters|rtr|efe|ansa|apa|ats|sda|kna|epd|afx|ddp|dapd|pa|ritzau|tt|ntb|lusa|tass|upi)\\)"

const FORMS: [form: RegExp, sure: Dateline["sure"]][] = [
  // BRUSSELS, 3 March (ABC) — Text
  [form(`(${PLACE}(?:,? ${DATE})?,? ?${AGENCY}) ?(?:${DASH}|:) ?`), "sure"],
  // BRUSSELS (AFP) Text
  [form(`(${PLACE}(?:,? ${DATE})? ?${KNOWN}) `, "iu"), "sure"],
  // BRUSSELS, 3 March — Text
  [form(`(${PLACE},? ${DATE}) ?(?:${DASH}|:|\\.) ?`), "sure"],
  // (ABC) – Text
  [form(`(\\([A-Z][A-Za-z./]{1,15}\\)) ?${DASH} ?`), "sure"],
  [form(`(${KNOWN}) `, "iu"), "sure"],
  // BRUSSELS — Text
  [form(`(\\p{Lu}{3,}(?:[ /-]\\p{Lu}{2,}){0,3}) ?${DASH} `), "sure"],
  // BRUSSELS, 3 March (ABC), alone in its line
  [form(`(${PLACE},? ${DATE}(?: ?${AGENCY})?|\\p{Lu}{3,}[\\p{Lu} ]* ${AGENCY})[.:]?$`), "sure"],
  // Brussels – Text
  [form(`(${NAME}(?:[ -]${NAME}){0,2}) ${DASH} (?=[\\p{Lu}“„«"])`), "guess"],
]

/** Finds the dateline with which the bare text starts; null for none. Looks at its first 140 characters only. */
export function datelineIn(text: string): Dateline | null {
  const head = text.length > 140 ? `${text.slice(0, 140)}…` : text
  for (const [form, sure] of FORMS) {
    const match = form.exec(head)
    if (match) return { end: (match[1] ?? "").length, text: match[0].length, sure }
  }
  return null
}

function form(source: string, flags = "u") {
  return new RegExp(`^${source}`, flags)
}
