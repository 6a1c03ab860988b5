import { isSearch } from "./address"
import type { Kept } from "./kept"

type Room = { kept: Map<string, Kept>; bytes: number; most: number; mostPages: number }

/** Of unknown addresses there is no end: so many are remembered, and they share the bytes of one page. */
const MISSING = 1_000

/** What an event says of pages: which tags changed, and whether what they showed may be shown no more. */
export type Change = { tags: readonly string[]; gone: boolean }

/**
 * Pages in memory, by address and by what they depend on. Three rooms, each with an end of its own: pages, results of
 * searches, addresses where there is nothing. Whoever was asked for longest ago goes first.
 */
export class Rooms {
  private readonly pages: Room
  private readonly searches: Room
  private readonly missing: Room
  private readonly byTag = new Map<string, Set<string>>()
  private readonly withoutPage = new Map<string, Kept>()

  /** `bytes`: how much memory the pages may take, together with the results of searches. */
  constructor(bytes: number) {
    const room = (most: number, mostPages = Number.POSITIVE_INFINITY): Room => ({
      kept: new Map(),
      bytes: 0,
      most,
      mostPages,
    })
    this.pages = room(bytes * 0.875)
    this.searches = room(bytes * 0.125)
    this.missing = room(Number.POSITIVE_INFINITY, MISSING)
  }

  /** The page at this address, unless its time is over. The hot path: no promise, no allocation. */
  get(key: string, now: number): Kept | undefined {
    const kept = this.at(key)
    if (kept === undefined || kept.until <= now) return undefined
    kept.hits++
    const second = (now / 1_000) | 0
    if (kept.used !== second) {
      kept.used = second
      const { kept: room } = this.roomOf(key, kept)
      room.delete(key)
      room.set(key, kept)
    }
    return kept
  }

  /** What is kept at this address, whether its time is over or not, without having been asked for. */
  at(key: string): Kept | undefined {
    return this.pages.kept.get(key) ?? this.missing.kept.get(key) ?? this.searches.kept.get(key)
  }

  has(key: string): boolean {
    return this.at(key) !== undefined
  }

  /** Takes a page in; returns those that had to leave for it. */
  put(page: Kept): string[] {
    const left: string[] = []
    this.remove(page.key)
    const kept = page.status === 404 ? this.shared(page) : page
    const room = this.roomOf(page.key, kept)
    room.kept.set(page.key, kept)
    room.bytes += kept.bytes
    if (kept.status !== 404) for (const tag of kept.tags) this.tagged(tag).add(page.key)
    while (room.bytes > room.most || room.kept.size > room.mostPages) {
      const oldest = room.kept.keys().next().value
      if (oldest === undefined) break
      this.remove(oldest)
      left.push(oldest)
    }
    return left
  }

  /** Takes out every page that one of these changes touches; returns them. */
  drop(changes: readonly Change[]): Kept[] {
    if (changes.some(({ tags }) => tags.includes("names"))) return this.clear()
    const keys = new Set<string>()
    for (const { tags } of changes) for (const tag of tags) for (const key of this.byTag.get(tag) ?? []) keys.add(key)
    // Whatever came into being may stand at an address where there was nothing.
    if (changes.some(({ tags }) => tags.length > 0)) for (const key of this.missing.kept.keys()) keys.add(key)
    return [...keys].flatMap((key) => this.remove(key) ?? [])
  }

  clear(): Kept[] {
    const all = [this.pages, this.searches, this.missing].flatMap(({ kept }) => [...kept.keys()])
    return all.flatMap((key) => this.remove(key) ?? [])
  }

  get bytes(): number {
    return this.pages.bytes + this.searches.bytes
  }

  get size(): number {
    return this.pages.kept.size + this.searches.kept.size + this.missing.kept.size
  }

  private roomOf(key: string, { status }: Kept): Room {
    if (status === 404) return this.missing
    return isSearch(key) ? this.searches : this.pages
  }

  private tagged(tag: string): Set<string> {
    const keys = this.byTag.get(tag) ?? new Set<string>()
    this.byTag.set(tag, keys)
    return keys
  }

  /** The same text for every address where there is nothing is one page in memory. */
  private shared(page: Kept): Kept {
    const known = this.withoutPage.get(page.etag)
    if (known) return known
    if (this.withoutPage.size >= 8) this.withoutPage.clear()
    this.withoutPage.set(page.etag, page)
    return page
  }

  remove(key: string): Kept | undefined {
    for (const room of [this.pages, this.missing, this.searches]) {
      const kept = room.kept.get(key)
      if (!kept) continue
      room.kept.delete(key)
      room.bytes -= kept.bytes
      for (const tag of kept.tags) {
        const keys = this.byTag.get(tag)
        keys?.delete(key)
        if (keys?.size === 0) this.byTag.delete(tag)
      }
      return kept
    }
    return undefined
  }
}
