import "server-only"
import { PrismaPg } from "@prisma/adapter-pg"
import { Prisma, PrismaClient } from "../prisma/generated/client"
import { env } from "./env.server"
import { log } from "./log.server"

function connect() {
  const adapter = new PrismaPg(
    {
      connectionString: env.databaseUrl,
      // The adapter reads every timestamptz as if the session were in UTC. See that it is.
      options: "-c TimeZone=UTC",
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

/** The database, connected at first use: a build needs none. */
export const db = new Proxy({} as PrismaClient, {
  get: (_target, name) => {
    shared.standfirstDb ??= connect()
    const member = Reflect.get(shared.standfirstDb, name)
    return typeof member === "function" ? member.bind(shared.standfirstDb) : member
  },
})

/** One transaction of the database, as `perform` and its kind take it. */
export type Transaction = Prisma.TransactionClient

export { Prisma }
