import "server-only"
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible"
import { db } from "../db.server"
import { digest } from "./secrets.server"

const MINUTE = 60
const DAY = 24 * 60 * MINUTE

/** Wrong tries in 15 minutes: for one account from one network, from one network in all, and for one account from everywhere. */
export const TRIES = { pair: 5, network: 50, account: 100 }

const limiter = (name: keyof typeof TRIES) =>
  new RateLimiterPrisma({ storeClient: db, keyPrefix: `sign-in-${name}`, points: TRIES[name], duration: 15 * MINUTE })

const pairs = limiter("pair")
const networks = limiter("network")
const accounts = limiter("account")
/** Not a limit: networks from which somebody has signed in, remembered for a month. */
const known = new RateLimiterPrisma({ storeClient: db, keyPrefix: "sign-in-known", points: 1, duration: 30 * DAY })

/**
 * Counts a try to sign in, before any password is looked at. Null: go on; otherwise the milliseconds until the next try.
 *
 * Only tries that the narrower limit let through count towards the wider one, so one network fills 5 of an account's 100. And whoever
 * signed in from here before is held to the narrow limit alone: nobody elsewhere can keep them out, however many they are.
 */
export async function countTry(email: string, network: string): Promise<number | null> {
  const { pair, account } = keysOf(email, network)
  const wait = await waitFor(pairs, pair)
  if (wait !== null || (await known.get(pair))) return wait
  return (await waitFor(networks, network)) ?? (await waitFor(accounts, account))
}

/** The try was right: it is taken back, and the network remembered. */
export async function forgiveTry(email: string, network: string): Promise<void> {
  const { pair, account } = keysOf(email, network)
  const wasKnown = await known.get(pair)
  await pairs.delete(pair)
  if (!wasKnown) await Promise.all([networks.reward(network), accounts.reward(account)])
  await known.set(pair, 1, 30 * DAY)
}

/** Email addresses are personal and may be long: the counters hold their digests. */
const keysOf = (email: string, network: string) => ({ pair: digest(`${network} ${email}`), account: digest(email) })

async function waitFor(limit: RateLimiterPrisma, key: string): Promise<number | null> {
  try {
    await limit.consume(key)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext
    throw refusal
  }
}
