import "server-only"
import { z } from "zod"
import { db, type Prisma } from "../db.server"
import { holding } from "../text"
import type { PeopleFilter, State } from "./list"
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

const PAGE = 50

/** A page of the list of people, by name, and how many fit. A page behind the last one is the last one. */
export async function findPeoplePage({ q, state, page }: PeopleFilter): Promise<PeoplePage> {
  const words = q?.split(/\s+/).slice(0, 10) ?? []
  const where: Prisma.PersonWhereInput = { AND: [...words.map(hasWord), ...(state ? [IN_STATE[state]] : [])] }
  const total = await db.person.count({ where })
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const here = Math.min(page, pages)
  const orderBy: Prisma.PersonOrderByWithRelationInput[] = [{ name: "asc" }, { id: "asc" }]
  const rows = await db.person.findMany({ where, orderBy, skip: (here - 1) * PAGE, take: PAGE })
  return { people: rows.map(toRow), total, page: here, pages }
}

export type PeoplePage = { people: PersonRow[]; total: number; page: number; pages: number }

const IN_STATE: Record<State, Prisma.PersonWhereInput> = {
  active: { disabledAt: null, passwordHash: { not: null } },
  invited: { disabledAt: null, passwordHash: null },
  disabled: { disabledAt: { not: null } },
}

/** Whom one asks: the administrators who can sign in, by name. */
export async function findAdministrators(): Promise<PersonRow[]> {
  const where: Prisma.PersonWhereInput = { role: "admin", ...IN_STATE.active }
  return (await db.person.findMany({ where, orderBy: [{ name: "asc" }, { id: "asc" }], take: 20 })).map(toRow)
}

function hasWord(word: string): Prisma.PersonWhereInput {
  return { OR: [{ name: holding(word) }, { email: holding(word) }] }
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
