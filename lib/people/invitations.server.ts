import "server-only"
import { db, type Transaction } from "../db.server"
import { env } from "../env.server"
import { can } from "./can"
import { personOf } from "./find.server"
import { type NewPerson, newPerson } from "./forms"
import { passwordProblem } from "./password"
import { hashPassword } from "./password.server"
import type { Keeper, Person, Refused } from "./people"
import { freeSlug, oneAtATime } from "./people.server"
import { digest, newSecret } from "./secrets.server"
import { endSessions } from "./sessions.server"

const LIFETIME = 3 * 24 * 60 * 60 * 1_000
const VOID: Refused = {
  refused:
    "This address was used already, was replaced by a newer one, or is more than three days old. Ask an administrator for a new one.",
}

const addressOf = (secret: string) => `${env.publicOrigin}/newsroom/welcome/${secret}`

/**
 * A one-time address at which this person chooses a password. What they had ends at once: earlier addresses, sessions and the
 * old password, since a new address is asked for when those may be in wrong hands.
 */
export async function invite(by: Keeper, personId: string, now = new Date()): Promise<{ address: string } | Refused> {
  if (!can(by, "people")) return { refused: "Only administrators make one-time addresses. Ask one of them." }
  if (by.id === personId) return { refused: "Change your own password in Settings." }
  const secret = newSecret()
  return oneAtATime(async (tx) => {
    const person = await tx.person.findUnique({ where: { id: personId, disabledAt: null } })
    if (!person) return { refused: "This person is disabled, or there no more. Enable them first." }
    await tx.invitation.deleteMany({ where: { personId } })
    await endSessions(tx, personId)
    await tx.person.update({ where: { id: personId }, data: { passwordHash: null } })
    await keep(tx, secret, { role: person.role, personId }, now)
    return { address: addressOf(secret) }
  })
}

/** The address at which the first administrator names themselves; null as soon as there is anybody. Each call voids the one before. */
export async function inviteFirstAdmin(now = new Date()): Promise<string | null> {
  const secret = newSecret()
  return oneAtATime(async (tx) => {
    if ((await tx.person.count()) > 0) return null
    await tx.invitation.deleteMany({ where: { personId: null } })
    await keep(tx, secret, { role: "admin" }, now)
    return addressOf(secret)
  })
}

export type Invitation = { for: Person | "first administrator" }

/** Whom is this address for? Null when it opens nothing (any more). */
export async function findInvitation(secret: string, now = new Date()): Promise<Invitation | null> {
  const row = await db.invitation.findUnique({
    where: { tokenHash: digest(secret), usedAt: null, expiresAt: { gt: now } },
    include: { person: true },
  })
  if (!row || row.person?.disabledAt) return null
  return { for: row.person ? personOf(row.person) : "first administrator" }
}

export type Welcome = { password: string; name?: string; email?: string }

/** Chooses the password. Of several who come at once with the same address, one is let in. */
export async function acceptInvitation(
  secret: string,
  given: Welcome,
  now = new Date(),
): Promise<{ person: Person } | Refused> {
  const invitation = await findInvitation(secret, now)
  if (!invitation) return VOID
  const whom = invitation.for
  const about = whom === "first administrator" ? firstAdmin(given) : whom
  if ("refused" in about) return about
  const problem = passwordProblem(given.password, about)
  if (problem) return { refused: problem }
  const passwordHash = await hashPassword(given.password)
  return oneAtATime(async (tx) => {
    if (!(await use(tx, secret, now))) return VOID
    if (whom === "first administrator") return addFirst(tx, about, passwordHash)
    return choosePassword(tx, whom, passwordHash)
  })
}

function firstAdmin({ name, email }: Welcome): NewPerson | Refused {
  const parsed = newPerson.safeParse({ name, email, role: "admin" })
  return parsed.success ? parsed.data : { refused: "Write your name, and the email address you will sign in with." }
}

async function choosePassword(tx: Transaction, person: Person, passwordHash: string) {
  const { count } = await tx.person.updateMany({ where: { id: person.id, disabledAt: null }, data: { passwordHash } })
  if (count === 0) return VOID
  await endSessions(tx, person.id)
  return { person }
}

async function addFirst(tx: Transaction, { email, name }: NewPerson, passwordHash: string) {
  if ((await tx.person.count()) > 0) return VOID
  const slug = await freeSlug(tx, name)
  return { person: personOf(await tx.person.create({ data: { email, name, role: "admin", slug, passwordHash } })) }
}

async function use(tx: Transaction, secret: string, now: Date): Promise<boolean> {
  const where = { tokenHash: digest(secret), usedAt: null, expiresAt: { gt: now } }
  return (await tx.invitation.updateMany({ where, data: { usedAt: now } })).count === 1
}

async function keep(tx: Transaction, secret: string, whom: { role: string; personId?: string }, now: Date) {
  const expiresAt = new Date(now.getTime() + LIFETIME)
  await tx.invitation.create({ data: { tokenHash: digest(secret), ...whom, createdAt: now, expiresAt } })
}
