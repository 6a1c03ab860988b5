import "server-only"
import { createHash } from "node:crypto"
import { setTimeout as pause } from "node:timers/promises"
import { z } from "zod"
import { db } from "../db.server"
import { transaction } from "../transaction.server"
import { type Answer, problem } from "./problem"

const DAY = 24 * 60 * 60_000
const KEY = /^[\x21-\x7e]{1,255}$/

export type Repeatable = { personId: string; key: string; method: string; path: string; bytes: Uint8Array; slow?: true }

/** Carries a no out of a transaction, so that nothing of what was refused stays. */
class Undone extends Error {
  constructor(readonly answer: Answer) {
    super("refused")
  }
}

/** A write is one transaction: all of it, or nothing when the answer is a no. */
export async function whole(work: () => Promise<Answer>, longest?: number): Promise<Answer> {
  try {
    return await transaction(async () => {
      const answer = await work()
      if (answer.status >= 400) throw new Undone(answer)
      return answer
    }, longest)
  } catch (error) {
    if (error instanceof Undone) return error.answer
    throw error
  }
}

/**
 * Does a write once for its Idempotency-Key, and gives that answer again to whoever repeats it within a day. The key is
 * kept in the transaction of the write itself. What was refused was not done: a repeat tries again.
 */
export async function once(asked: Repeatable, work: () => Promise<Answer>): Promise<Answer> {
  if (!KEY.test(asked.key))
    return problem("bad-request", "An Idempotency-Key is 1 to 255 visible ASCII characters without spaces.")
  const request = digest(asked)
  for (let tried = 0; tried < 200; tried++) {
    const answer = await whole(() => attempt(asked, request, work), asked.slow && 60_000)
    if (answer !== BUSY) return answer
    await pause(50)
  }
  return problem("busy", "The first request with this Idempotency-Key is still being done. Repeat it in a moment.")
}

/** Keys older than a day go. */
export const forgetOldKeys = (now: Date) =>
  db.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - DAY) } } })

/** Somebody else holds the key now: not an answer for the caller. */
const BUSY: Answer = { status: 499 }

const answered = z.object({
  status: z.number(),
  body: z.unknown(),
  headers: z.record(z.string(), z.string()).optional(),
})

async function attempt({ personId, key }: Repeatable, request: string, work: () => Promise<Answer>): Promise<Answer> {
  const [lock] = await db.$queryRaw<[{ held: boolean }]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${personId} ${key}`}, 0)) AS held`
  if (!lock.held) return BUSY
  const now = new Date()
  const known = await db.idempotencyKey.findUnique({ where: { personId_key: { personId, key } } })
  const fresh = known && now.getTime() - known.createdAt.getTime() < DAY
  if (known && fresh) {
    if (known.request !== request)
      return problem("key-reused", "This Idempotency-Key came with another request before. Choose a new one.")
    const answer = answered.parse(known.answer)
    return { ...answer, body: answer.body, headers: { ...answer.headers, "Idempotency-Replayed": "true" } }
  }
  const answer = await work()
  if (answer.status >= 400) return answer
  const kept = { request, status: answer.status, answer: JSON.parse(JSON.stringify(answer)), createdAt: now }
  await db.idempotencyKey.upsert({
    where: { personId_key: { personId, key } },
    create: { personId, key, ...kept },
    update: kept,
  })
  return answer
}

const digest = ({ method, path, bytes }: Repeatable) =>
  createHash("sha256").update(`${method} ${path}\n`).update(bytes).digest("hex")
