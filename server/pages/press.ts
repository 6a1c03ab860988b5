import { setTimeout as sleep } from "node:timers/promises"
import { type Kept, keep, type Made } from "./kept"
import type { Log } from "./log"
import { openPacking } from "./packing"
import type { Passed, Rendered } from "./render"
import { type Change, Rooms } from "./rooms"

/**
 * A page to hand out (`current`: to everybody until it changes; otherwise only to who asked now), one that is handed on and not
 * kept, or the reason why there is none.
 */
export type Printed = { kept: Kept; current: boolean } | { passed: Passed } | { failed: string }

type Given = {
  render: (key: string) => Promise<Rendered>
  /** can there be a page at this address? Where there cannot, nobody needs to make one to say so */
  exists?: (key: string) => Promise<boolean>
  /** known a moment after the press is: it tells the press what changed */
  log: () => Log | undefined
  /** how much memory pages may take, in bytes */
  bytes: number
  /**
   * Tells whoever hands pages out that these changed (null: all of them). Done when nobody hands out an old one any more, with
   * the addresses that were asked for most.
   */
  onChange?: (changes: readonly Change[] | null) => Promise<readonly string[]>
  /** a page is new, or an old one gone: for those who keep copies of their own */
  onKept?: (kept: Kept) => void
  /** the same page, its brotli form smaller: for those who hand it out */
  onPacked?: (kept: Kept) => void
  /** how long a page stands before it is packed thoroughly, in milliseconds */
  rest?: number
  onDropped?: (keys: readonly string[]) => void | Promise<void>
}

/** So many pages that were asked for are made again at once when they change, so that no reader waits for them. */
const HOT = 30
/**
 * When so many changes came within a second (no newsroom makes as many by hand), what was asked for most is made again only when there were none for so many milliseconds, or
 * so long after the first.
 */
const BURST = 20
const BREATH = 500
const LONGEST_BREATH = 3_000
/** An address that no page will ever have. */
const NOWHERE = "/nothing/is/here/at/all"
const REMEMBERED = 5_000
const REST = 2_000
/** So long a page waits for its turn, in milliseconds. */
const PATIENCE = 100
/** A page that changes while it is made is made again: whoever came in meanwhile must not get what they asked for too late. */
const TRIES = 100

export type Press = ReturnType<typeof openPress>

/**
 * Makes each page once per change, however many ask for it at the same time. A page whose making began before a change that touches it
 * is made again before anybody gets it: so nobody is handed a page that is older than one that was handed out before.
 */
export function openPress({ render, exists, log, bytes, onChange, onKept, onDropped, onPacked, rest = REST }: Given) {
  const rooms = new Rooms(bytes)
  /**
   * What somebody was given last and is not in `rooms`, for when nothing newer can be made: never what was taken away. What stands here
   * is newer than what stands there.
   */
  const aside = new Rooms(bytes / 4)
  const packing = openPacking({
    rooms,
    rest,
    onPacked: (kept) => {
      onKept?.(kept)
      onPacked?.(kept)
    },
  })
  const making = new Map<string, Promise<Printed>>()
  const recent: (Change & { position: number })[] = []
  let forgotten = -1
  /** the page of every address where nothing can be, made once */
  let nowhere: { made: Made; kept: Kept } | undefined
  /** what was asked for most and has just changed: the making of the page that comes first, and those that come after it */
  let first: { made: Promise<unknown>; others: ReadonlySet<string> } | undefined

  /** when the last changes came */
  const moments: number[] = []
  /** what is to be made again after a burst of changes */
  const later = new Set<string>()
  let breath: { since: number; timer: NodeJS.Timeout } | undefined

  /** In a burst every page would be made for nothing: the next change is there before it is done, and what makes the changes goes short. */
  function isBurst(more: number): boolean {
    const now = performance.now()
    for (let count = 0; count < Math.min(more, BURST); count++) moments.push(now)
    moments.splice(0, moments.length - BURST)
    return moments.length === BURST && now - (moments[0] ?? now) < 1_000
  }

  function makeLater(keys: readonly string[]) {
    for (const key of keys) later.add(key)
    const now = performance.now()
    const since = breath?.since ?? now
    clearTimeout(breath?.timer)
    const timer = setTimeout(
      () => {
        const waiting = [...later]
        later.clear()
        breath = undefined
        void again(waiting)
      },
      Math.max(0, Math.min(BREATH, since + LONGEST_BREATH - now)),
    ).unref()
    breath = { since, timer }
  }

  async function get(key: string): Promise<Printed> {
    const here = rooms.get(key, Date.now())
    if (here) return { kept: here, current: true }
    const under = making.get(key)
    if (under) return under
    const job = turnOf(key)
      .then(() => print(key))
      .finally(() => making.delete(key))
    making.set(key, job)
    return job
  }

  /** What only shows what changed waits for the page of it: made at the same time, each takes as long as both. */
  async function turnOf(key: string): Promise<void> {
    if (first?.others.has(key)) await Promise.race([first.made, sleep(PATIENCE, undefined, { ref: false })])
  }

  async function print(key: string): Promise<Printed> {
    for (let tried = 1; ; tried++) {
      const from = log()?.position() ?? -1
      const found = await makeOne(key)
      if (!("made" in found)) return found
      const { made, kept } = found
      const sure = (await log()?.follow()) ?? false
      const fresh = sure && !changedSince(from, made)
      if (fresh) store(found)
      // Whoever got this must not get an older one next.
      else if (!sure) aside.put(kept)
      if (fresh || !sure || tried === TRIES) return { kept, current: fresh }
    }
  }

  function store({ made, kept, nowhere: isNowhere }: One) {
    put(kept)
    if (isNowhere && made.status === 404) nowhere = { made, kept }
  }

  type One = { made: Made; kept: Kept; nowhere: boolean }

  /** The page as it is now, or why there is none that may be kept. */
  async function makeOne(key: string): Promise<One | Printed> {
    const isNowhere = (await exists?.(key)) === false
    if (isNowhere && nowhere) return { made: nowhere.made, kept: { ...nowhere.kept, key }, nowhere: true }
    let rendered: Rendered
    try {
      rendered = await render(isNowhere ? NOWHERE : key)
    } catch (error) {
      return older(key, error)
    }
    if ("passed" in rendered) return rendered
    return { made: rendered.made, kept: await keep(key, rendered.made), nowhere: isNowhere }
  }

  function older(key: string, error: unknown): Printed {
    const kept = aside.get(key, 0) ?? rooms.get(key, 0)
    return kept ? { kept, current: false } : { failed: error instanceof Error ? error.message : String(error) }
  }

  function put(kept: Kept) {
    const left = rooms.put(kept)
    aside.remove(kept.key)
    onKept?.(kept)
    packing.add(kept)
    // Not awaited: they are as right as before. But nobody would hear any more when they change.
    if (left.length) void onDropped?.(left)
  }

  function changedSince(from: number, { status, tags }: Made): boolean {
    if (from < forgotten) return true
    return recent.some(
      (change) =>
        change.position > from &&
        (change.tags.includes("names") || (status === 404 ? change.tags.length > 0 : touches(change, tags))),
    )
  }

  function setAside(pages: readonly Kept[]) {
    for (const kept of pages) if (!aside.has(kept.key)) aside.put(kept)
  }

  /** Drops what changed, here and with everybody who hands pages out. */
  async function change(changes: readonly Change[], position: number): Promise<void> {
    for (const one of changes) recent.push({ ...one, position })
    while (recent.length > REMEMBERED) forgotten = recent.shift()?.position ?? forgotten
    if (changes.some(({ tags }) => tags.includes("names"))) nowhere = undefined
    const dropped = rooms.drop(changes)
    setAside(dropped)
    // What was taken away, and what showed it, has no older copy to fall back on.
    aside.drop(changes.filter(({ gone }) => gone))
    await settle(changes, dropped)
  }

  /**
   * The database was away: everything is made anew when it is asked for next. What there was is kept for the case that this fails,
   * unless the database is not the one that it was.
   */
  async function doubt(same: boolean): Promise<void> {
    nowhere = undefined
    const all = rooms.clear()
    if (same) setAside(all)
    else aside.clear()
    await settle(null, all)
  }

  async function settle(changes: readonly Change[] | null, dropped: readonly Kept[]) {
    const [hot = []] = await Promise.all([onChange?.(changes), onDropped?.(dropped.map(({ key }) => key))])
    const here = dropped.filter(({ status, hits }) => status === 200 && hits > 0).sort((a, b) => b.hits - a.hits)
    const wanted = [...new Set([...hot, ...here.map(({ key }) => key)])].slice(0, HOT)
    if (isBurst(changes?.length ?? 0)) return makeLater(wanted)
    // A page that hangs on little is what changed, and soon made; lists that show it come after it.
    const tags = new Map(dropped.map((kept) => [kept.key, kept.tags.length]))
    wanted.sort((a, b) => (tags.get(a) ?? 0) - (tags.get(b) ?? 0))
    // Only when the log has moved on: what is made before would count as older than this very change.
    const moved = new Promise((done) => setImmediate(done))
    const [leader, ...others] = wanted
    if (leader === undefined) return
    const own = { made: moved.then(() => again([leader])), others: new Set(others) }
    first = own
    void own.made.then(() => {
      if (first === own) first = undefined
      return again(others)
    })
  }

  /** One after the other, so that a reader who waits for one page does not wait for all. */
  async function again(keys: readonly string[]) {
    // A failure is told to whoever asks for the page.
    for (const key of keys) if (!rooms.has(key)) await get(key)
  }

  return { rooms, get, change, doubt }
}

const touches = (change: Change, tags: readonly string[]) => change.tags.some((tag) => tags.includes(tag))
