import "server-only"
import { db, type Transaction } from "../db.server"
import { personOf } from "./find.server"
import type { Person } from "./people"
import { digest, newSecret } from "./secrets.server"

const HOUR = 60 * 60 * 1_000
/** a session ends when it was not used for so long */
const IDLE = 12 * HOUR
/** and, used or not, after so long: the cookie lives as long as this */
export const LONGEST_SESSION = 7 * 24 * HOUR

/** A new session for this person; what it returns belongs in the cookie, and is kept nowhere. */
export async function openSession(personId: string, now = new Date()): Promise<string> {
  const secret = newSecret()
  await db.session.create({
    data: { tokenHash: digest(secret), personId, createdAt: now, expiresAt: new Date(now.getTime() + IDLE) },
  })
  return secret
}

/** Who holds this cookie? Asked of the database on every request, so that an ended session is out at once. */
export async function personOfSession(secret: string, now = new Date()): Promise<Person | null> {
  const tokenHash = digest(secret)
  const longAgo = new Date(now.getTime() - LONGEST_SESSION)
  // Asked so often that it is one question: the client would make two of it, with several times the work.
  const [row] = await db.$queryRaw<(Parameters<typeof personOf>[0] & { expiresAt: Date })[]>`
    SELECT "Person".id, "Person".name, "Person".email, "Person".role::text, "Session"."expiresAt"
    FROM "Session" JOIN "Person" ON "Person".id = "Session"."personId" AND "Person"."disabledAt" IS NULL
    WHERE "Session"."tokenHash" = ${tokenHash} AND "Session"."expiresAt" > ${now} AND "Session"."createdAt" > ${longAgo}`
  if (!row) return null
  if (row.expiresAt.getTime() - now.getTime() < IDLE - HOUR / 4) await prolong(tokenHash, now)
  return personOf(row)
}

export async function closeSession(secret: string): Promise<void> {
  await db.session.deleteMany({ where: { tokenHash: digest(secret) } })
}

/** Ends every session of a person: with their role, their password or their access changed, each must begin anew. */
export async function endSessions(tx: Transaction, personId: string): Promise<void> {
  await tx.session.deleteMany({ where: { personId } })
}

/** Rows that no cookie opens any more; swept when somebody signs in. */
export async function sweepSessions(now = new Date()): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } })
}

async function prolong(tokenHash: string, now: Date) {
  await db.session.updateMany({ where: { tokenHash }, data: { expiresAt: new Date(now.getTime() + IDLE) } })
}
