import "server-only"
import { z } from "zod"
import { db, Prisma, type Transaction } from "../db.server"
import { databaseTime, transaction } from "../transaction.server"
import { makeAfresh } from "./afresh.server"

const ids = z.array(z.object({ id: z.string() }))
const due = Prisma.sql`"rightsUntil" <= statement_timestamp() AND "endedAt" IS NULL`

/**
 * Says in the log which pictures' rights have ended, so that pages which show them are made again; gives how many. What is made anew does not
 * show them in any case (the view ShownPicture): this is for what was made before. Any number of processes may do it: each end is said once.
 */
export async function endRights(): Promise<number> {
  if (!(await rightsHaveEnded(db))) return 0
  return transaction(async (tx) => {
    const at = await databaseTime(tx)
    const ended = ids
      .parse(await tx.$queryRaw<unknown[]>`UPDATE "Picture" SET "endedAt" = ${at} WHERE ${due} RETURNING id`)
      .map(({ id }) => id)
    if (!ended.length) return 0
    await tx.pictureEvent.createMany({ data: ended.map((pictureId) => ({ pictureId, what: "ended", at })) })
    await makeAfresh(tx, ended, { what: "picture rights", actorId: null, at })
    return ended.length
  })
}

/** Has a picture's right ended of which the log does not know? */
export async function rightsHaveEnded(tx: Pick<Transaction, "$queryRaw">): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ there: boolean }]>`SELECT EXISTS (SELECT FROM "Picture" WHERE ${due}) AS there`
  return row.there
}
