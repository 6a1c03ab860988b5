import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { transaction } from "../transaction.server"
import { type FocalPoint, wordsOfPoint } from "./crops"
import { type PictureRefusal, REFUSALS } from "./refusals"

/** Where a picture's focal point is; null when there is no such picture. */
export const findFocalPoint = async (id: string): Promise<FocalPoint | null> =>
  z.uuid().safeParse(id).success
    ? db.picture.findUnique({ where: { id }, select: { focalX: true, focalY: true } })
    : null

/** Moves the focal point. Pages show the crops around the old one until those around the new one are made. */
export async function moveFocalPoint(
  actor: Person,
  id: string,
  point: FocalPoint,
): Promise<{ moved: FocalPoint } | PictureRefusal | null> {
  if (!can(actor, "pictures")) return REFUSALS.noRight
  const before = await findFocalPoint(id)
  if (!before) return null
  const moved = before.focalX !== point.focalX || before.focalY !== point.focalY
  return transaction(async (tx) => {
    await tx.picture.update({ where: { id }, data: point })
    if (moved)
      await tx.pictureEvent.create({
        data: { pictureId: id, what: "focal point", note: wordsOfPoint(point), actorId: actor.id },
      })
    await enqueue(tx, "renditions", { picture: id })
    return { moved: point }
  })
}
