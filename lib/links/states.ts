/** What is known of a page elsewhere. `unseen`: nobody has looked yet. */
export const STATES = ["unseen", "ok", "moved", "gone", "blocked", "unreachable"] as const
export type State = (typeof STATES)[number]

/** What is known of the page that a link leads to, and since when readers do not have the link. */
export type LinkLife = {
  state: State
  since: Date | null
  checkedAt: Date | null
  /** it was not there then, and nobody has looked again yet */
  missedAt: Date | null
  offer: string | null
  takenOffAt: Date | null
  /** as the page says it of itself; empty where it was not read */
  title: string
  site: string
  publishedAt: Date | null
  picture: boolean
}

export type Standing = {
  state: State
  /** from when on it is so, as far as we have seen */
  since: Date | null
  /** nothing was there when we looked, and not long enough ago to be believed */
  goneSeenAt: Date | null
  /** how often in a row it was ill */
  failures: number
  /** where a page that moved is now */
  offer: string | null
}

/** What one look came to. */
export type Seen =
  | { seen: "ok" | "gone" | "blocked" }
  | { seen: "moved"; to: string }
  /** ill, slow or out of reach; `wait`: seconds that it asked for */
  | { seen: "ill"; wait?: number | undefined }

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** A look a day later may come a little early by the clock of another node. */
const NEARLY_A_DAY = DAY - HOUR / 2
const LONGEST = 7 * DAY
/** Whoever asks for more than a month is looked at again after a month. */
const LONGEST_WAIT = 30 * DAY

export const NEW: Standing = { state: "unseen", since: null, goneSeenAt: null, failures: 0, offer: null }

type Row = (before: Standing, at: Date, seen: Seen) => Standing & { wait?: number }

/** The bookkeeping: what each look makes of what was known. */
const TABLE: Record<Seen["seen"], Row> = {
  ok: (before, at) => become(before, "ok", at),
  blocked: (before, at) => become(before, "blocked", at),
  moved: (before, at, seen) => ({ ...become(before, "moved", at), offer: "to" in seen ? seen.to : null }),
  gone: (before, at) => {
    const first = before.goneSeenAt ?? at
    if (before.state === "gone") return { ...before, failures: 0 }
    if (at.getTime() - first.getTime() < NEARLY_A_DAY) return { ...before, goneSeenAt: first, failures: 0, wait: DAY }
    return { ...become(before, "gone", first), goneSeenAt: first }
  },
  ill: (before, at, seen) => {
    const failures = before.failures + 1
    const wait = Math.max(illness(failures), "wait" in seen && seen.wait ? seen.wait * 1_000 : 0)
    const next = { ...before, failures, wait: Math.min(wait, LONGEST_WAIT) }
    // Who was gone and is ill now has not come back.
    if (before.state === "gone" || before.state === "unreachable") return next
    return { ...next, state: "unreachable", since: at, offer: null }
  },
}

/** milliseconds until the next try, after so many failures in a row: one hour, two, four … a week */
const illness = (failures: number) => Math.min(HOUR * 2 ** Math.min(failures - 1, 10), LONGEST)

const become = (before: Standing, state: State, at: Date): Standing => ({
  ...{ state, goneSeenAt: null, failures: 0, offer: null },
  since: before.state === state && before.since ? before.since : at,
})

/** Seconds between two looks at one site, and how much more its robots.txt may ask for. */
const PAUSE = 10
const LONGEST_DELAY = 120
const LONGEST_PEACE = 6 * 3_600

/** For how many seconds a site is left in peace after a look: longer where it asks for it, and longer and longer where it is ill. */
export function pauseAfter(seen: Seen, failures: number, delay: number): number {
  const usual = Math.max(PAUSE, Math.min(delay, LONGEST_DELAY))
  if (seen.seen !== "ill") return usual
  return Math.max(usual, Math.min(Math.max(60 * 2 ** Math.min(failures, 10), seen.wait ?? 0), LONGEST_PEACE))
}

/** What is known after a look, and when it is to be looked at next. */
export function settle(before: Standing, seen: Seen, at: Date): { standing: Standing; nextAt: Date } {
  const { wait = DAY, ...standing } = TABLE[seen.seen](before, at, seen)
  return { standing, nextAt: new Date(at.getTime() + wait) }
}

/**
 * Is a page whose turn has come to be looked at? Daily where readers have a link to it; weekly otherwise, unless we wait for a second
 * sight of what seemed gone, or for somebody ill.
 */
export function isWanted(page: Standing & { checkedAt: Date | null }, beforeReaders: boolean, at: Date): boolean {
  if (beforeReaders || !page.checkedAt || page.failures) return true
  if (page.goneSeenAt && page.state !== "gone") return true
  return at.getTime() - page.checkedAt.getTime() > 7 * DAY - HOUR
}

/** Retry-After (RFC 9110, 10.2.3: seconds, or a date) in seconds from now; undefined where it says nothing. */
export function waitOf(retryAfter: string | null, now: Date): number | undefined {
  const written = retryAfter?.trim() ?? ""
  if (/^\d{1,9}$/.test(written)) return Number(written)
  const at = /^[A-Z][a-z]{2,8},? /.test(written) ? Date.parse(written) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.getTime()) / 1_000))
}

/** What a site's answer says of a page: a status of HTTP, and where lasting redirects lead. */
export function seenIn(status: number, lasting: string | null, wait?: number): Seen {
  if (status >= 200 && status < 300) return lasting ? { seen: "moved", to: lasting } : { seen: "ok" }
  if (status === 404 || status === 410) return { seen: "gone" }
  if (status === 408 || status === 425 || status === 429 || status >= 500) return { seen: "ill", wait }
  // 401, 403, 451 and whatever else a site says to robots: people may see the page all the same.
  return { seen: "blocked" }
}
