import "server-only"
import { randomUUID } from "node:crypto"
import { db } from "../db.server"
import type { Tell } from "../jobs/claim.server"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import { databaseTime, transaction } from "../transaction.server"
import { CROP_NAMES, cropBox, cropFile, cropSizes, type FocalPoint, markOf, wordsOfPoint } from "./crops"
import { bringIn, type FileMade, noteFiles, readMaster, removeFolder, removeOldCrops, workFolder } from "./files.server"
import { FORMATS, type Format, type PictureSize, pictureFile } from "./pictures"
import { makeRenditions, type Rendition } from "./renditions.server"
import { xmpOf } from "./xmp"

/** Nobody waits for it: a minute and a half of a processor at most. */
const TIME = 90_000

/**
 * The job behind every picture: AVIF of every width, and crops around the focal point in every format. When they are in their
 * place the row says so, and pages that show the picture are made again.
 */
export async function makeFurtherRenditions(
  { picture: id }: { picture: string },
  signal: AbortSignal,
  tell?: Tell,
): Promise<void> {
  const picture = await db.picture.findUnique({ where: { id } })
  if (!picture) return
  const mark = markOf(picture)
  const files = missingFiles(picture)
  if (!files.length) return
  const folder = await workFolder(randomUUID())
  let brought: FileMade[] = []
  try {
    const master = await readMaster(picture)
    const onFile = (count: number) => tell?.(count, files.length)
    const order = { id, folder, xmp: xmpOf(picture), files, limits: { time: TIME }, signal, onFile }
    const made = await makeRenditions(master, order)
    if ("refused" in made) throw new Error(`The further files of picture ${id} could not be made: ${made.refused}.`)
    brought = await bringIn(folder)
  } finally {
    await removeFolder(folder)
  }
  await transaction(async (tx) => {
    await noteFiles(tx, brought)
    const { focalX, focalY } = picture
    const { count } = await tx.picture.updateMany({
      where: { id, focalX, focalY },
      data: { avif: true, crops: mark },
    })
    // Somebody moved the focal point meanwhile, and queued another job with it.
    if (!count) return
    if (picture.crops && picture.crops !== mark)
      await tx.pictureEvent.create({ data: { pictureId: id, what: "crops", note: wordsOfPoint(picture) } })
    await announce(tx, { what: "picture", tags: [TAGS.picture(id)], actorId: null, at: await databaseTime(tx) })
  })
  // What pages named until now stays for those who still have such a page.
  await removeOldCrops(id, [mark, picture.crops])
}

function missingFiles(picture: PictureSize & FocalPoint): Rendition[] {
  const { id, widths, avif, crops } = picture
  const mark = markOf(picture)
  const whole = avif
    ? []
    : widths.map((width) => ({ name: pictureFile(id, width, "avif"), width, format: "avif" as const }))
  return crops === mark ? whole : [...whole, ...CROP_NAMES.flatMap((crop) => filesOfCrop(picture, crop, mark))]
}

function filesOfCrop(picture: PictureSize & FocalPoint, crop: (typeof CROP_NAMES)[number], mark: string): Rendition[] {
  const box = cropBox(picture, crop, picture)
  return cropSizes(picture, crop).flatMap(({ width, height }) =>
    (Object.keys(FORMATS) as Format[]).map((format) => ({
      name: cropFile(picture.id, crop, mark, width, format),
      ...{ width, height, box, format },
    })),
  )
}
