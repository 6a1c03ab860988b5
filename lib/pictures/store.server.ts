import "server-only"
import { createHash, randomUUID } from "node:crypto"
import type { z } from "zod"
import { enqueue } from "../jobs/enqueue.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { transaction } from "../transaction.server"
import { bringIn, noteFiles, removeFolder, takeOut, workFolder } from "./files.server"
import { kindOfBytes, nameOfOther } from "./kinds"
import { filledIn, plainName, readMetadata } from "./metadata"
import { oneAtATime } from "./one-at-a-time"
import { LIMITS, type Picture, type PictureWords, pictureWords, roughWords } from "./pictures"
import { type PictureRefusal, REFUSALS } from "./refusals"
import { makeRenditions } from "./renditions.server"
import { xmpOf } from "./xmp"

// Two decoders at once would take the memory and the processors that readers need.
const oneByOne = oneAtATime(8)

/**
 * Takes a picture in: looks at its bytes (never its name), makes it again in a few sizes without a trace of the file that
 * came, and notes it. What is not said is taken from the file's own metadata. What is refused or fails leaves neither file nor row behind.
 * A picture that is not `described` yet gets its description in the library.
 */
export async function storePicture(
  actor: Person,
  bytes: Uint8Array,
  words: Partial<PictureWords>,
  { fileName = "", described = true }: { fileName?: string; described?: boolean } = {},
): Promise<{ picture: Picture } | PictureRefusal> {
  if (!can(actor, "pictures")) return REFUSALS.noRight
  if (bytes.length === 0) return REFUSALS.empty
  if (bytes.length > LIMITS.bytes) return REFUSALS.bytes
  if (!kindOfBytes(bytes)) return REFUSALS.other(nameOfOther(bytes))
  const said = (described ? pictureWords : roughWords).safeParse(filledIn(words, readMetadata(bytes)))
  if (!said.success) return REFUSALS.words(fieldsOf(said.error))
  const stored = await oneByOne(() => makeAndNote(actor, bytes, { ...said.data, fileName: plainName(fileName) }))
  return stored === "busy" ? REFUSALS.busy : stored
}

async function makeAndNote(actor: Person, bytes: Uint8Array, words: PictureWords & { fileName: string }) {
  const id = randomUUID()
  const folder = await workFolder(id)
  try {
    const made = await makeRenditions(bytes, { id, folder, xmp: xmpOf(words) })
    if ("refused" in made) return REFUSALS[made.refused]
    const sha256 = createHash("sha256").update(bytes).digest("hex")
    const picture = { id, ...made, ...words, avif: false, crops: "" }
    try {
      // Files first: a row without files would be a hole in a page, files without a row are never asked for.
      const files = await bringIn(folder)
      await transaction(async (tx) => {
        await noteFiles(tx, files)
        await tx.picture.create({ data: { ...picture, sha256, uploadedById: actor.id } })
        await enqueue(tx, "renditions", { picture: id })
      })
    } catch (error) {
      await takeOut(id)
      throw error
    }
    return { picture }
  } finally {
    await removeFolder(folder)
  }
}

const fieldsOf = ({ issues }: z.ZodError) =>
  Object.fromEntries(issues.toReversed().map(({ path, message }) => [path.join("."), message]))
