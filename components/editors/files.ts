import type { Block } from "@/lib/blocks/blocks"
import type { Left } from "@/lib/paste/wording"
import { LIMITS } from "@/lib/pictures/pictures"

/** Blocks, with the files of the pictures that came along, and the ids of those that are ours, by the block that keeps their place. */
export type WithFiles = { blocks: Block[]; files: Map<string, File>; ours?: Map<string, string>; left: Left[] }

export const KINDS = /^image\/(?:jpeg|png|webp)$/

/** Files that somebody pasted or dropped, as blocks that keep their place; for each that cannot be taken, why. */
export function readPictures(given: readonly File[]): WithFiles & { refused: string[] } {
  const files = new Map<string, File>()
  const refused: string[] = []
  for (const [at, file] of given.entries()) {
    if (!KINDS.test(file.type))
      refused.push(`“${file.name}” was not taken: a story takes JPEG, PNG and WebP pictures, and Word files (.docx).`)
    else if (file.size > LIMITS.bytes)
      refused.push(`“${file.name}” was not taken: it is larger than ${LIMITS.bytes / 1_000_000} MB. Make it smaller.`)
    else files.set(`picture-${at}`, file)
  }
  const blocks = [...files.keys()].map(
    (id): Block => ({ kind: "picture", id, pictureId: null, caption: "", credit: "", alt: "" }),
  )
  return { blocks, files, left: [], refused }
}

export const isDocx = ({ name, type }: File) =>
  /\.docx?$/i.test(name) || type === "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
