import type { Node } from "@tiptap/pm/model"
import type { BlockKind } from "@/lib/blocks/blocks"
import type { Held } from "./held"

/** Words of a block that stand in a field of its own: which they are (as the field's `data-words`), what they are called, how long they may be. */
export type Field = { path: string; label: string; words: string; most: number }

type Fields = { before: Field[]; behind: Field[] }
const NONE: Fields = { before: [], behind: [] }

/** The fields of a block in the order of reading: before the words that are written in it, and behind them. */
export function fieldsOf({ type, attrs }: Node): Fields {
  return Object.hasOwn(READ, type.name) ? READ[type.name as BlockKind](attrs) : NONE
}

const field = (path: string, label: string, words: unknown, most: number): Field[] =>
  typeof words === "string" && words ? [{ path, label, words, most }] : []

const none = () => NONE

const READ: { [K in BlockKind]: (attrs: Node["attrs"]) => Fields } = {
  ...{ paragraph: none, crosshead: none, list: none, divider: none, relatedStory: none },
  picture: ({ caption, credit, alt, decorative }) => ({
    before: [
      ...field("caption", "a caption", caption, 5_000),
      ...field("credit", "a credit", credit, 1_000),
      ...(decorative ? [] : field("alt", "an alternative text", alt, 2_000)),
    ],
    behind: [],
  }),
  quote: ({ speaker }) => ({ before: [], behind: field("speaker", "a speaker", speaker, 500) }),
  factBox: ({ heading }) => ({ before: field("heading", "the heading of a fact box", heading, 500), behind: [] }),
  pullQuote: ({ held }: { held?: Held<"pullQuote"> }) => ({
    before: [
      ...field("quote", "a pull quote", held?.quote, 2_000),
      ...field("speaker", "the speaker of a pull quote", held?.speaker, 500),
    ],
    behind: [],
  }),
  embed: ({ held }: { held?: Held<"embed"> }) => ({
    before: [
      ...field("title", "the words of an embed", held?.title, 1_000),
      ...(held?.pictureId ? field("credit", "the credit of an embed", held.credit, 1_000) : []),
    ],
    behind: [],
  }),
  table: ({ held }: { held?: Held<"table"> }) => ({
    before: [
      ...field("caption", "the caption of a table", held?.caption, 1_000),
      ...(held?.head ?? []).flatMap((words, at) => cell(["head", at], `the head of a table, column ${at + 1}`, words)),
      ...(held?.rows ?? []).flatMap((cells, row) =>
        cells.flatMap((words, at) => cell(["rows", row, at], `a table, row ${row + 1}, column ${at + 1}`, words)),
      ),
    ],
    behind: [],
  }),
}

const cell = (path: (string | number)[], label: string, words: string) => field(path.join("."), label, words, 2_000)

/** Which attribute of a block changes when the words of a field do, and to what. */
export function withWords({ type, attrs }: Node, path: string, words: string): [attribute: string, value: unknown] {
  if (!attrs.held) return [path, type.name === "quote" ? words || null : words]
  const [name = "", row, at] = path.split(".")
  const held: Record<string, unknown> = attrs.held
  const value =
    row === undefined ? words : inList(held[name], [Number(row), at === undefined ? null : Number(at)], words)
  const { [name]: _, ...others } = held
  // Words that may be left out are left out where there are none.
  return ["held", OPTIONAL.has(`${type.name} ${name}`) && value === "" ? others : { ...held, [name]: value }]
}

const OPTIONAL = new Set(["pullQuote speaker", "embed title", "embed credit"])

function inList(list: unknown, [row, at]: [number, number | null], words: string): unknown {
  if (!Array.isArray(list)) return list
  return list.with(row, at === null ? words : inList(list[row], [at, null], words))
}
