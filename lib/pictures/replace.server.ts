import "server-only"
import { db } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import { databaseTime, transaction } from "../transaction.server"
import { makeAfresh } from "./afresh.server"
import type { Picture } from "./pictures"
import { type PictureRefusal, REFUSALS } from "./refusals"
import { columnsOf, rightsIn } from "./rights"
import { storePicture } from "./store.server"

/**
 * Puts a new file in the place of a picture, in every draft and every version that shows it. Versions are not touched: they go on naming
 * the picture that was there, and whatever is made of them shows the one that stands in its place. The new one takes over words and rights,
 * so nobody gains a right by it, but for an end that has passed. Null: there is no such picture.
 */
export async function replacePicture(
  actor: Person,
  id: string,
  bytes: Uint8Array,
  fileName: string,
): Promise<{ picture: Picture } | PictureRefusal | null> {
  if (!can(actor, "update")) return REFUSALS.notYours
  const before = await db.picture.findUnique({ where: { id } })
  if (!before) return null
  if (before.replacedById) return REFUSALS.replaced
  const { alt, decorative, caption, credit, rights, creator, copyright, instructions, taken, city, country } = before
  const words = { alt, decorative, caption, credit, rights, creator, copyright, instructions, taken, city, country }
  const stored = await storePicture(
    actor,
    bytes,
    { ...words, keywords: before.keywords },
    { fileName, described: false },
  )
  if ("refused" in stored) return stored
  const next = stored.picture.id
  return transaction(async (tx) => {
    const at = await databaseTime(tx)
    const { count } = await tx.picture.updateMany({ where: { id, replacedById: null }, data: { replacedById: next } })
    if (!count) return REFUSALS.replaced
    await tx.picture.updateMany({ where: { replacedById: id }, data: { replacedById: next } })
    const may = rightsIn(before)
    const until = may.until && may.until > at ? may.until : null
    await tx.picture.update({ where: { id: next }, data: columnsOf({ ...may, until }) })
    const event = { actorId: actor.id, at }
    await tx.pictureEvent.createMany({
      data: [
        { ...event, pictureId: id, what: "replaced" },
        { ...event, pictureId: next, what: "took" },
      ],
    })
    await makeAfresh(tx, [next], { what: "picture replaced", actorId: actor.id, at })
    return stored
  })
}
