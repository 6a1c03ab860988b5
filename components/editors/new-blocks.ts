import type { Editor } from "@tiptap/core"
import type { NewKind, TextKind } from "./block-commands"

/** What a writer may put in or make of a paragraph, by the toolbar and by typing "/". */
export type Piece = { name: string; also: string } & (
  | { turn: TextKind; ordered?: boolean }
  | { add: NewKind }
  | { ask: "picture" | "embed" | "story" }
)

const PIECES: readonly Piece[] = [
  { name: "Paragraph", also: "text", turn: "paragraph" },
  { name: "Crosshead", also: "heading subheading title", turn: "crosshead" },
  { name: "Quote", also: "quotation speaker", turn: "quote" },
  { name: "List", also: "bullets", turn: "list" },
  { name: "Numbered list", also: "ordered", turn: "list", ordered: true },
  { name: "Picture", also: "photo upload", ask: "picture" },
  { name: "Pull quote", also: "", add: "pullQuote" },
  { name: "Table", also: "rows columns", add: "table" },
  { name: "Fact box", also: "sidebar", add: "factBox" },
  { name: "Embed", also: "video youtube vimeo mastodon bluesky instagram x", ask: "embed" },
  { name: "Story card", also: "related link", ask: "story" },
  { name: "Divider", also: "line rule", add: "divider" },
]

/** Those that begin so, or one of whose words does; best first. */
export function piecesLike(typed: string): Piece[] {
  const wanted = typed.toLowerCase()
  const begins = (words: string) =>
    words
      .toLowerCase()
      .split(" ")
      .some((word) => word.startsWith(wanted))
  const named = PIECES.filter(({ name }) => name.toLowerCase().startsWith(wanted) || begins(name))
  return [...named, ...PIECES.filter((piece) => !named.includes(piece) && begins(piece.also))]
}

/** Puts it in; `ask` opens what asks for the rest. */
export function putIn(editor: Editor, piece: Piece, ask: (what: "picture" | "embed" | "story") => void) {
  if ("turn" in piece) editor.chain().focus().turnInto(piece.turn, piece.ordered).run()
  else if ("add" in piece) editor.chain().focus().addBlock(piece.add).run()
  else ask(piece.ask)
}
