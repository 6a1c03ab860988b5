import { refuseDocx } from "@/lib/paste/docx"
import { GIVEN } from "@/lib/paste/pictures"
import { readHtml, withFiles } from "./brought"
import type { WithFiles } from "./files"

/** Word's styles beyond headings and lists. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => p.MsoCaption:fresh",
  "p[style-name='Caption'] => p.MsoCaption:fresh",
]

/** A Word file as blocks with its pictures; its reader is fetched when the first one comes. A refusal is a sentence. */
export async function readDocx(file: File): Promise<WithFiles | { refused: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const refused = refuseDocx(file.name, bytes)
  if (refused) return { refused }
  const reader = await import("mammoth").catch(() => undefined)
  if (!reader)
    return { refused: "What reads Word files could not be fetched. Look at your connection, and drop the file again." }
  const mammoth = reader.default
  const pictures: File[] = []
  const convertImage = mammoth.images.imgElement(async (image) => {
    const bytes = await image.readAsArrayBuffer()
    pictures.push(new File([bytes], file.name, { type: image.contentType }))
    return { src: `${GIVEN}${pictures.length - 1}` }
  })
  try {
    const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes.buffer }, { styleMap: STYLES, convertImage })
    const read = readHtml(value)
    if ("refused" in read) return read
    if (read.blocks.length === 0)
      return { refused: `“${file.name}” holds no text and no picture. Nothing was changed.` }
    return withFiles(read, pictures)
  } catch {
    return { refused: `“${file.name}” is damaged, and could not be read. Open it in Word and save it again as .docx.` }
  }
}
