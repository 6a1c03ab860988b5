import "server-only"
import slugify from "@sindresorhus/slugify"
import { db, Prisma, type Transaction } from "../db.server"
import { announce } from "../record/events.server"
import { TAGS } from "../record/tags"
import { databaseTime } from "../transaction.server"
import { can } from "./can"
import { personOf } from "./find.server"
import { type NewPerson, newPerson, personName } from "./forms"
import { hashPassword } from "./password.server"
import type { Keeper, Person, Refused, Role } from "./people"
import { endSessions } from "./sessions.server"

const NO_RIGHT: Refused = { refused: "Only administrators keep the list of people. Ask one of them." }
const NOBODY: Refused = { refused: "There is no such person any more. Load the page again." }
const LAST_ADMIN: Refused = {
  refused: "This is the only administrator who can sign in. Make somebody else an administrator first.",
}

/** Adds somebody. Without a password they choose one at a one-time address (see invitations.server.ts). */
export async function addPerson(
  by: Keeper,
  given: NewPerson & { password?: string },
): Promise<{ person: Person } | Refused> {
  if (!can(by, "people")) return NO_RIGHT
  const { email, name, role } = newPerson.parse(given)
  const passwordHash = given.password === undefined ? null : await hashPassword(given.password)
  return oneAtATime(async (tx) => {
    if (await tx.person.findUnique({ where: { email } }))
      return { refused: `Somebody has the address ${email} already.` }
    const slug = await freeSlug(tx, name)
    return { person: personOf(await tx.person.create({ data: { email, name, role, slug, passwordHash } })) }
  })
}

/**
 * How somebody is called from now on: in the newsroom, in bylines still to be written, and on their page, whose address
 * stays. What was published keeps the name that it was published under.
 */
export async function renamePerson(by: Keeper, id: string, name: string): Promise<{ person: Person } | Refused> {
  return change(by, id, async (tx, person) => {
    const given = personName.parse(name)
    if (person.name === given) return { person }
    const row = await tx.person.update({ where: { id }, data: { name: given } })
    const at = await databaseTime(tx)
    await announce(tx, { what: "people", tags: [TAGS.names, TAGS.person(id)], actorId: by.id, at })
    return { person: personOf(row) }
  })
}

/** A new role begins with a new session: what a page showed under the old one is gone. */
export async function changeRole(by: Keeper, id: string, role: Role): Promise<{ person: Person } | Refused> {
  return change(by, id, async (tx, person) => {
    if (person.role === role) return { person }
    if (role !== "admin" && (await isLastAdmin(tx, person))) return LAST_ADMIN
    await endSessions(tx, id)
    return { person: personOf(await tx.person.update({ where: { id }, data: { role } })) }
  })
}

/** They are signed out, their tokens stop and their one-time addresses are void, with the next request of each. */
export async function disablePerson(by: Keeper, id: string, now = new Date()): Promise<{ person: Person } | Refused> {
  return change(by, id, async (tx, person) => {
    if (await isLastAdmin(tx, person)) return LAST_ADMIN
    await endSessions(tx, id)
    await tx.invitation.deleteMany({ where: { personId: id, usedAt: null } })
    await tx.person.updateMany({ where: { id, disabledAt: null }, data: { disabledAt: now } })
    return { person }
  })
}

export async function enablePerson(by: Keeper, id: string): Promise<{ person: Person } | Refused> {
  return change(by, id, async (tx, person) => {
    await tx.person.update({ where: { id }, data: { disabledAt: null } })
    return { person }
  })
}

/** Signs somebody out everywhere. */
export async function signOutEverywhere(by: Keeper, id: string): Promise<{ person: Person } | Refused> {
  return change(by, id, async (tx, person) => {
    await endSessions(tx, id)
    return { person }
  })
}

async function change(
  by: Keeper,
  id: string,
  work: (tx: Transaction, person: Person) => Promise<{ person: Person } | Refused>,
): Promise<{ person: Person } | Refused> {
  if (!can(by, "people")) return NO_RIGHT
  return oneAtATime(async (tx) => {
    const row = await tx.person.findUnique({ where: { id } })
    return row ? work(tx, personOf(row)) : NOBODY
  })
}

/** Changes to the list of people happen one after the other, or two administrators could each remove the other as the last but one. */
export async function oneAtATime<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtext('standfirst people'))`)
    return work(tx)
  })
}

/** Only administrators who can really sign in count: enabled, and with a password. */
async function isLastAdmin(tx: Transaction, person: Person): Promise<boolean> {
  if (person.role !== "admin") return false
  const able = { role: "admin", disabledAt: null, passwordHash: { not: null } }
  const row = await tx.person.findFirst({ where: { id: person.id, ...able } })
  return row !== null && (await tx.person.count({ where: { id: { not: person.id }, ...able } })) === 0
}

/** The address of their page, /by/{slug}; namesakes get a number. */
export async function freeSlug(tx: Transaction, name: string): Promise<string> {
  const wanted = slugify(name).slice(0, 100) || "writer"
  const rows = await tx.person.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } })
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}
