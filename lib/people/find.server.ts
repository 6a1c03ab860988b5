import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import { type Person, ROLES, type Role } from "./people"

export type PersonRow = {
  id: string
  name: string
  email: string
  slug: string
  role: Role
  disabledAt: Date | null
  /** false: invited, and has not chosen a password yet */
  hasPassword: boolean
}

const role = z.enum(ROLES)

/** The person of a row: what the rest of the house may know of them. */
export function personOf(row: { id: string; name: string; email: string; role: string }): Person {
  return { id: row.id, name: row.name, email: row.email, role: role.parse(row.role) }
}

/** Everybody, by name; the disabled too. */
export async function findPeople(): Promise<PersonRow[]> {
  const rows = await db.person.findMany({ orderBy: [{ name: "asc" }, { id: "asc" }] })
  return rows.map(toRow)
}

export async function findPerson(id: string): Promise<PersonRow | null> {
  return optional(await db.person.findUnique({ where: { id } }))
}

export async function findPersonBySlug(slug: string): Promise<PersonRow | null> {
  return optional(await db.person.findUnique({ where: { slug } }))
}

export async function findPersonByEmail(email: string): Promise<PersonRow | null> {
  return optional(await db.person.findUnique({ where: { email: email.trim().toLowerCase() } }))
}

type Kept = Parameters<typeof personOf>[0] & { slug: string; disabledAt: Date | null; passwordHash: string | null }

const optional = (row: Kept | null) => (row ? toRow(row) : null)

const toRow = (row: Kept): PersonRow => ({
  ...personOf(row),
  slug: row.slug,
  disabledAt: row.disabledAt,
  hasPassword: row.passwordHash !== null,
})
