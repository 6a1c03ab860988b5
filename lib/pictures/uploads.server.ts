import "server-only"
import { z } from "zod"
import { db, type Transaction } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { transaction } from "../transaction.server"
import { kindOfBytes, nameOfOther } from "./kinds"
import { plainName } from "./metadata"
import { LIMITS, type Picture } from "./pictures"
import { type PictureRefusal, REFUSALS } from "./refusals"
import { storePicture } from "./store.server"

/** How many pictures one person may have under way. */
const MOST_UNFINISHED = 60

export type Progress = { id: string; offset: number; size: number; picture: string | null }

/** Begins a picture that comes in parts: so what a cut line has brought over is not sent again. */
export async function beginUpload(
  actor: Person,
  { fileName, size }: { fileName: string; size: number },
): Promise<{ progress: Progress } | PictureRefusal> {
  if (!can(actor, "pictures")) return REFUSALS.noRight
  if (size === 0) return REFUSALS.empty
  if (size > LIMITS.bytes) return REFUSALS.bytes
  const mine = await db.pictureUpload.count({ where: { personId: actor.id, pictureId: null } })
  if (mine >= MOST_UNFINISHED) return REFUSALS.unfinished
  const { id } = await db.pictureUpload.create({ data: { personId: actor.id, fileName: plainName(fileName), size } })
  return { progress: { id, offset: 0, size, picture: null } }
}

/** How far an upload of this person's has come; null: there is none of that id. */
export const findUpload = (actor: Person, id: string) => progressOf(db, actor, id)

async function progressOf(tx: Pick<Transaction, "$queryRaw">, actor: Person, id: string): Promise<Progress | null> {
  if (!z.uuid().safeParse(id).success) return null
  const rows = await tx.$queryRaw<Progress[]>`
    SELECT u.id, u.size, u."pictureId" AS picture,
      CASE WHEN u."pictureId" IS NULL THEN coalesce((SELECT sum(length(bytes))::int FROM "PictureUploadPart" WHERE "uploadId" = u.id), 0)
        ELSE u.size END AS offset
    FROM "PictureUpload" u WHERE u.id = ${id}::uuid AND u."personId" = ${actor.id}::uuid`
  return rows[0] ?? null
}

type Went = { progress: Progress } | { picture: Picture } | { elsewhere: Progress } | PictureRefusal

/**
 * Takes the next part, and with the last one the picture. `elsewhere`: the part begins where the upload does not end, and this is where it
 * does. A refusal that no other try can change forgets the upload.
 */
export async function goOn(actor: Person, id: string, offset: number, bytes: Uint8Array): Promise<Went | null> {
  if (!can(actor, "pictures")) return REFUSALS.noRight
  const taken = await transaction(async (tx): Promise<Went | null> => {
    await tx.$queryRaw`SELECT FROM "PictureUpload" WHERE id::text = ${id} FOR UPDATE`
    const before = await progressOf(tx, actor, id)
    if (!before) return null
    if (before.offset !== offset || offset + bytes.length > before.size) return { elsewhere: before }
    if (offset === 0 && bytes.length && !kindOfBytes(bytes)) return forget(tx, id, REFUSALS.other(nameOfOther(bytes)))
    if (bytes.length)
      await tx.pictureUploadPart.create({ data: { uploadId: id, start: offset, bytes: Uint8Array.from(bytes) } })
    return { progress: { ...before, offset: offset + bytes.length } }
  })
  if (!taken || !("progress" in taken)) return taken
  const { progress } = taken
  return progress.offset === progress.size && !progress.picture ? finish(actor, progress) : taken
}

/** Whoever is at it longer than this is thought to have died, in seconds: a picture takes a few. */
const PATIENCE = 60

async function finish(actor: Person, progress: Progress): Promise<Went> {
  const { id } = progress
  const mine = await db.$executeRaw`
    UPDATE "PictureUpload" SET "takenAt" = now() WHERE id = ${id}::uuid AND "pictureId" IS NULL
      AND ("takenAt" IS NULL OR "takenAt" < now() - make_interval(secs => ${PATIENCE}))`
  if (!mine) return REFUSALS.busy
  const upload = await db.pictureUpload.findUniqueOrThrow({
    where: { id },
    include: { parts: { orderBy: { start: "asc" } } },
  })
  const whole = Buffer.concat(upload.parts.map(({ bytes }) => bytes))
  const stored = await storePicture(actor, whole, {}, { fileName: upload.fileName, described: false }).catch(
    async (error: unknown) => {
      await db.pictureUpload.updateMany({ where: { id }, data: { takenAt: null } })
      throw error
    },
  )
  if ("picture" in stored) {
    await db.pictureUpload.updateMany({ where: { id }, data: { pictureId: stored.picture.id } })
    await db.pictureUploadPart.deleteMany({ where: { uploadId: id } })
  } else if (stored.because === "busy") await db.pictureUpload.updateMany({ where: { id }, data: { takenAt: null } })
  else return forget(db, id, stored)
  return stored
}

async function forget(tx: Pick<Transaction, "pictureUpload">, id: string, refusal: PictureRefusal) {
  await tx.pictureUpload.deleteMany({ where: { id } })
  return refusal
}

/** What was not finished within a day goes. */
export async function forgetUploads(): Promise<void> {
  await db.$executeRaw`DELETE FROM "PictureUpload" WHERE "createdAt" < now() - interval '1 day'`
}
