import { textOf } from "../blocks/inline"
import type { Read } from "./read"

/** The lines of a page that is nothing but lines; undefined for one that has any structure, link, picture or bold word. */
export function linesAlone({ blocks, pictures, left }: Read): string | undefined {
  const lines = blocks.map((block) =>
    block.kind === "paragraph" && block.text.every(({ bold, italic, link }) => !bold && !italic && link === undefined)
      ? textOf(block.text)
      : undefined,
  )
  return pictures.length || left.length || lines.includes(undefined) ? undefined : lines.join("\n\n")
}
