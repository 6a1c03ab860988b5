/** What readers got who read as fast as they could; times in milliseconds. */
export type Reading = {
  requests: number
  perSecond: number
  p50: number
  p99: number
  /** answers that say that something is wrong, and requests without an answer */
  errors: number
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1_000, m: 60_000 }

/** Reads what `wrk --latency` prints; null when that is something else. */
export function parseWrk(output: string): Reading | null {
  const requests = Number(/^\s*(\d+) requests in /m.exec(output)?.[1])
  const perSecond = Number(/^Requests\/sec:\s*([\d.]+)/m.exec(output)?.[1])
  const [p50, p99] = [timeAt(output, 50), timeAt(output, 99)]
  if (![requests, perSecond, p50, p99].every(Number.isFinite)) return null
  const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0)
  const failed = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)?.slice(1) ?? []
  return { requests, perSecond, p50, p99, errors: failed.map(Number).reduce((sum, one) => sum + one, refused) }
}

function timeAt(output: string, percent: number): number {
  const [, value, unit = ""] = new RegExp(`^\\s*${percent}%\\s+([\\d.]+)(us|ms|s|m)\\s*$`, "m").exec(output) ?? []
  return Number(value) * (UNITS[unit] ?? Number.NaN)
}
