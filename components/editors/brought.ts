import { linesAlone } from "@/lib/paste/lines-alone"
import { type Read, readPasted } from "@/lib/paste/read"
import { type RtfPicture, takePictures } from "@/lib/paste/rtf"
import { treeOf } from "@/lib/paste/tree"
import { type Left, MARKS, saidOfPictures } from "@/lib/paste/wording"
import type { OurPicture } from "@/lib/pictures/library"
import { keepable } from "@/lib/text"
import { KINDS, type WithFiles } from "./files"

/** More than this is no text that somebody chose. */
const LONGEST = 60_000_000

/** Nor is what has more tags than this: 5,000 paragraphs of Word's have fewer, and a browser that reads as many stands still for a moment already. */
const TAGS = 150_000

/** HTML of a clipboard as blocks (this file is fetched when there is some), and the files that its RTF holds; the browser parses it, and runs and fetches nothing of it. */
export function readHtml(
  html: string,
  rtf = "",
): (Read & { given: File[]; lines: string | undefined }) | { refused: string } {
  if (html.length > LONGEST || hasMore(html, "<", TAGS))
    return { refused: "This is larger than a story can be. Nothing was pasted: paste a part of it." }
  const tree = treeOf(new DOMParser().parseFromString(keepable(html), "text/html"))
  const pictures = rtf ? takePictures(tree, rtf) : []
  const read = readPasted(tree, window.location.origin)
  return "refused" in read ? read : { ...read, given: pictures.map(toFile), lines: linesAlone(read) }
}

function hasMore(text: string, sign: string, most: number) {
  let count = 0
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) count++
  return count > most
}

const toFile = ({ name, type, bytes }: RtfPicture) => new File([bytes], name, { type })

/** Joins what was read with its pictures' bytes; `given` are those that a file brought. A kind that cannot be shown is left. */
export function withFiles({ blocks, pictures, left }: Read, given: readonly File[] = []): WithFiles {
  const files = new Map<string, File>()
  const ours = new Map<string, string>()
  const without = new Set<string>()
  for (const { block, source } of pictures) {
    if ("ours" in source) {
      ours.set(block, source.ours)
      continue
    }
    const file = "given" in source ? given[source.given] : fileOf(source.data)
    if (file && KINDS.test(file.type)) files.set(block, file)
    else without.add(block)
  }
  const kept = blocks.filter((block) => !without.has(block.id) || (block.kind === "picture" && block.caption))
  return { blocks: kept, files, ours, left: saidOfPictures([...left, ...[...without].map(() => "data:")]) }
}

/** How our own pictures are found: by their ids, for this story; null: nobody answered. */
export type FindOurs = (ids: string[]) => Promise<OurPicture[] | null>

/**
 * Pictures of ours are those pictures: they go in by their ids, with the words of the library where none came along. One that may not be used
 * here, or is not there any more, is told of, and keeps a place only where it has words.
 */
export async function withOurs(given: WithFiles, find: FindOurs): Promise<WithFiles & { found: OurPicture[] }> {
  const ids = [...new Set(given.ours?.values())]
  if (!ids.length) return { ...given, found: [] }
  const answer = await find(ids).catch(() => null)
  const known = new Map(answer?.map((picture) => [picture.asked, picture]))
  const usable = (picture?: OurPicture) => (picture && !picture.bar ? picture : undefined)
  const blocks = given.blocks.flatMap((block) => {
    const id = given.ours?.get(block.id)
    if (id === undefined || block.kind !== "picture") return [block]
    const picture = usable(known.get(id))
    if (!picture) return block.caption || block.credit ? [block] : []
    const { alt: _, ...words } = block
    const described = picture.decorative ? { decorative: true as const } : { alt: block.alt || picture.alt }
    const caption = block.caption || picture.caption
    return [{ ...words, ...described, pictureId: picture.id, caption, credit: block.credit || picture.credit }]
  })
  const missing = ids.filter((id) => !known.has(id)).map((id) => `${answer ? MARKS.gone : MARKS.unasked}${id}`)
  const barred: Left[] = [...known.values()].flatMap(({ name, bar }) =>
    bar ? [{ why: `The picture “${name}” of ours was not taken: it may not be used here. ${bar}`, addresses: [] }] : [],
  )
  const found = [...known.values()].filter(({ bar }) => !bar)
  return { ...given, blocks, left: [...given.left, ...saidOfPictures(missing), ...barred], found }
}

function fileOf(address: string): File | undefined {
  const [, type = "", data = ""] = /^data:(image\/[\w.+-]+);base64,(.*)$/is.exec(address) ?? []
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s+/g, "")), (letter) => letter.charCodeAt(0))
    return new File([bytes], "pasted picture", { type: type.toLowerCase() })
  } catch {
    return undefined
  }
}
