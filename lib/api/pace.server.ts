import "server-only"
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible"

/** Writes that one person's programs may ask of one process in a minute: far above any newsroom, below what hurts it. */
export const WRITES_A_MINUTE = 6_000

const writes = new RateLimiterMemory({ points: WRITES_A_MINUTE, duration: 60 })

/** Counts a write. Null: go on; otherwise the seconds to wait. */
export async function countWrite(personId: string): Promise<number | null> {
  try {
    await writes.consume(personId)
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1_000)
    throw refusal
  }
}
