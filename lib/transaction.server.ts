import "server-only"
import { db, Prisma, presentTransaction, type Transaction, within } from "./db.server"

const TRIES = 6
/** milliseconds; the connection's own limit for idle transactions is the same */
const LONGEST = 15_000

/**
 * Does this work in one transaction, and does it again when the database says that it met another one: a conflict of
 * writes, a deadlock, or a unique value that somebody else took a moment earlier. So the work may run more than once.
 * Inside another transaction the work is a part of that one.
 */
export async function transaction<R>(work: (tx: Transaction) => Promise<R>, longest = LONGEST): Promise<R> {
  const outer = presentTransaction()
  if (outer) return work(outer)
  for (let tried = 1; ; tried++) {
    try {
      return await db.$transaction((tx) => within(tx, () => begin(tx, work, longest)), {
        maxWait: 10_000,
        timeout: longest,
      })
    } catch (error) {
      if (tried === TRIES || !mayPass(error)) throw error
    }
  }
}

async function begin<R>(tx: Transaction, work: (tx: Transaction) => Promise<R>, longest: number): Promise<R> {
  if (longest > LONGEST)
    await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(longest)}, true)`
  return work(tx)
}

/** The time of the database, the one clock that every process shares. */
export async function databaseTime(tx: Transaction): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`
  return row.now
}

// With the pg adapter a conflict comes as P2034, as P2010 around the adapter's error, or as that error bare at COMMIT.
function mayPass(error: unknown) {
  if (error instanceof Prisma.PrismaClientKnownRequestError && (error.code === "P2034" || error.code === "P2002"))
    return true
  return causesOf(error).some(
    (cause) =>
      cause.kind === "TransactionWriteConflict" || ["40001", "40P01", "23505"].includes(String(cause.originalCode)),
  )
}

type Cause = { kind?: unknown; originalCode?: unknown; cause?: unknown; driverAdapterError?: unknown; meta?: unknown }

function causesOf(error: unknown): Cause[] {
  if (typeof error !== "object" || error === null) return []
  const cause: Cause = error
  return [cause, ...causesOf(cause.cause), ...causesOf(cause.driverAdapterError), ...causesOf(cause.meta)]
}
