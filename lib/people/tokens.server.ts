import "server-only"
import { db } from "../db.server"
import { personOf } from "./find.server"
import type { Person } from "./people"
import { digest, newSecret } from "./secrets.server"

/** Makes a leaked token easy to recognise, for people and for programs that look for them. */
const MARK = "standfirst_"
const SHAPE = new RegExp(`^${MARK}[A-Za-z0-9_-]{43}$`)
const MINUTE = 60_000

/** A bearer token for a program that acts as this person. It is shown now and never again: only its SHA-256 is kept. */
export async function createToken(personId: string, name: string): Promise<string> {
  const token = MARK + newSecret()
  await db.apiToken.create({ data: { personId, name, tokenHash: digest(token) } })
  return token
}

/** Whose token is this? Nobody's when it was revoked or its person is disabled. */
export async function personOfToken(bearer: string, now = new Date()): Promise<Person | null> {
  if (!SHAPE.test(bearer)) return null
  const [row] = await db.$queryRaw<(Parameters<typeof personOf>[0] & { token: string; lastUsedAt: Date | null })[]>`
    SELECT "Person".id, "Person".name, "Person".email, "Person".role::text, "ApiToken".id AS token, "ApiToken"."lastUsedAt"
    FROM "ApiToken" JOIN "Person" ON "Person".id = "ApiToken"."personId" AND "Person"."disabledAt" IS NULL
    WHERE "ApiToken"."tokenHash" = ${digest(bearer)} AND "ApiToken"."revokedAt" IS NULL`
  if (!row) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > MINUTE)
    await db.apiToken.updateMany({ where: { id: row.token }, data: { lastUsedAt: now } })
  return personOf(row)
}

export type TokenLine = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null }

/** A person's own tokens that still work, newest first. */
export function findTokens(personId: string): Promise<TokenLine[]> {
  return db.apiToken.findMany({
    where: { personId, revokedAt: null },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: "desc" },
  })
}

/** Ends one of a person's own tokens. False: there is no such token of theirs. */
export async function revokeToken(personId: string, id: string, now = new Date()): Promise<boolean> {
  const { count } = await db.apiToken.updateMany({ where: { id, personId, revokedAt: null }, data: { revokedAt: now } })
  return count > 0
}
