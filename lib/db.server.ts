import "server-only"
import { AsyncLocalStorage } from "node:async_hooks"
import { PrismaPg } from "@prisma/adapter-pg"
import { Prisma, PrismaClient } from "../prisma/generated/client"
import { env } from "./env.server"
import { log } from "./log.server"

function connect() {
  const adapter = new PrismaPg(
    {
      connectionString: env.databaseUrl,
      // The adapter reads every timestamptz as if the session were in UTC. See that it is.
      // Compiling a plan, or starting workers for it, takes longer than any question of ours. And of a short word one letter
      // changes most of the trigrams.
      options: `-c TimeZone=UTC -c jit=off -c max_parallel_workers_per_gather=0 -c pg_trgm.similarity_threshold=0.2`,
      max: 10,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 15_000,
    },
    { onPoolError: (error) => log.error({ error: error.message }, "lost a database connection") },
  )
  return new PrismaClient({ adapter })
}

const shared = globalThis as { standfirstDb?: PrismaClient }

const present = new AsyncLocalStorage<Transaction>()

/**
 * The database, connected at first use: a build needs none. Within a transaction (transaction.server.ts) it is that
 * transaction, so that what is read there is what was written there, and all of it is kept or nothing.
 */
export const db = new Proxy({} as PrismaClient, {
  get: (_target, name) => {
    shared.standfirstDb ??= connect()
    const within = present.getStore()
    const from = within && Reflect.has(within, name) ? within : shared.standfirstDb
    const member = Reflect.get(from, name)
    return typeof member === "function" ? member.bind(from) : member
  },
})

/** A long value for a JSON column, handed over in one piece: of a plain one Prisma makes a description of every part. */
export const inOnePiece = (value: unknown) => ({ toJSON: () => value })

/** One transaction of the database, as `perform` and its kind take it. */
export type Transaction = Prisma.TransactionClient

/** The transaction that this work is a part of, if any. */
export const presentTransaction = () => present.getStore()

/** Does the work with `db` as this transaction. */
export const within = <R>(tx: Transaction, work: () => Promise<R>): Promise<R> => present.run(tx, work)

export { Prisma }
