import "server-only"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { createStory } from "../story/create.server"
import type { Language, RelatedItem, Story } from "../story/story"
import { transaction } from "../transaction.server"
import { checkText, type Decoded, decode } from "./decode"
import { withUnlinked } from "./draft"
import type { WireRefusal } from "./encoding"
import type { LanguageGuess } from "./language"
import { parse, type ReadLine } from "./parse"
import { chosenFor, redraft } from "./redraft"
import { linkRelated, type RelatedFound } from "./related.server"
import type { Span } from "./spans"
import type { Choices } from "./taken-for"

export type ImportOptions = {
  section?: string
  /** absent: guessed from the text */
  language?: Language
  /** what an editor chose for lines, by number */
  verdicts?: Choices
  /** the encoding that the sender names */
  charset?: string
}

export type Imported = {
  story: Story
  lines: ReadLine[]
  /** every character of the text, in order, and what became of it */
  spans: Span[]
  encoding: Omit<Decoded, "text">
  language: LanguageGuess
  related: RelatedFound[]
  notes: string[]
}

/** Makes a draft of a wire: bytes as they came, or text. All of it happens, or nothing. */
export async function importWire(
  actor: Person,
  wire: Uint8Array | string,
  { section, language: given, verdicts = {}, charset }: ImportOptions = {},
): Promise<Imported | Refusal | WireRefusal> {
  if (!can(actor, "import"))
    return { refused: "Your role may not import wires. Ask an administrator.", because: "no right" }
  const decoded = typeof wire === "string" ? asText(wire) : decode(wire, charset)
  if ("refused" in decoded) return decoded
  const { text, ...encoding } = decoded
  const reading = parse(text)
  const { draft, spans } = redraft(reading, verdicts)
  const language = given ? { language: given, why: "It was given with the wire.", sure: 1 } : reading.language

  const { headline, standfirst, kicker, dateline, byline, notes } = draft
  const words = { headline, standfirst, kicker, dateline, byline, language: language.language }
  return allOrNothing(async () => {
    const { found, items, unlinked } = await linkRelated(actor, draft.related)
    const related: RelatedItem[] = items
    const place = { related, body: withUnlinked(draft, unlinked), ...(section !== undefined && { section }) }
    const made = await createStory(actor, { ...words, ...place })
    if ("refused" in made) throw new Undone(made)
    const lines = reading.lines.map((line) => settled(line, verdicts))
    return { story: made.story, lines, spans, encoding, language, related: found, notes }
  })
}

/** Carries a refusal out of the transaction, so that no link stays of a wire that was refused. */
class Undone extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused)
  }
}

async function allOrNothing(work: () => Promise<Imported>): Promise<Imported | Refusal> {
  try {
    return await transaction(work)
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}

/** Text that came as text was decoded by whoever sent it. */
function asText(text: string): Decoded | WireRefusal {
  return checkText(text) ?? { text, encoding: "utf-8", why: "It came as text.", bom: 0 }
}

function settled(line: ReadLine, verdicts: Choices): ReadLine {
  const takenFor = chosenFor(line, verdicts)
  return takenFor === line.takenFor ? line : { ...line, takenFor, why: "Somebody chose this for the line.", sure: 1 }
}
