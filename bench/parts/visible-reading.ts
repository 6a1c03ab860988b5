import { Agent } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { call } from "../load"
import { ACCEPT } from "../readers"

export type Reading = {
  /** The story at which most readers look from now on. */
  look(slug: string): void
  /** When an answer first had this edition of the story, in milliseconds of the machine's clock. */
  seen(slug: string, edition: number): Promise<number>
  count(): { reads: number; perSecond: number; failed: number; older: number }
  end(): Promise<void>
}

const INTERVAL = 5 // 200 a second
const PATIENCE = 10_000
/** One in so many readers reads the front page. */
const FRONT_EVERY = 8

export const headlineOf = (edition: number, slug: string) => `Edition ${edition} of ${slug}`
const HEADLINES = /Edition (\d+) of (story\d+)/g

/** The newest edition of each story that a page tells of. */
export function editionsIn(text: string): Map<string, number> {
  const editions = new Map<string, number>()
  for (const [, edition, slug = ""] of text.matchAll(HEADLINES))
    editions.set(slug, Math.max(Number(edition), editions.get(slug) ?? 0))
  return editions
}

/** Two hundred reads a second of a node, whether or not the last ones are answered: pages of a story, and the front. */
export function openReading(origin: string, section: string): Reading {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const headers = { ...ACCEPT, "accept-encoding": "identity" }
  /** the newest edition of each story that somebody was given, on whichever page */
  const newest = new Map<string, number>()
  /** when an edition was first given on its own page */
  const firsts = new Map<string, number>()
  const waiting = new Map<string, () => void>()
  const tally = { reads: 0, failed: 0, older: 0 }
  const under = new Set<Promise<void>>()
  let slug: string | undefined
  let open = true

  async function readOne(path: string, story: string | null) {
    // What somebody was given before the question was asked may not be taken back in its answer.
    const known = new Map(newest)
    tally.reads++
    const answer = await call({ method: "GET", url: new URL(path, origin), headers }, agent).catch(() => null)
    const at = performance.timeOrigin + performance.now()
    const notYet = answer?.status === 404 && story !== null && !known.has(story)
    if (answer?.status !== 200) {
      tally.failed += notYet ? 0 : 1
      return
    }
    for (const [one, edition] of editionsIn(answer.body.toString())) {
      if (edition < (known.get(one) ?? 0)) tally.older++
      newest.set(one, Math.max(edition, newest.get(one) ?? 0))
      const name = nameOf(one, edition)
      if (one !== story || firsts.has(name)) continue
      firsts.set(name, at)
      waiting.get(name)?.()
    }
  }

  const began = performance.now()
  const running = (async () => {
    for (let started = 0; open; started++) {
      const early = began + started * INTERVAL - performance.now()
      if (early > 0) await sleep(early)
      if (slug === undefined) continue
      const front = started % FRONT_EVERY === 0
      const one = readOne(front ? "/" : `/${section}/${slug}`, front ? null : slug)
      under.add(one)
      void one.finally(() => under.delete(one))
    }
  })()

  return {
    look(next) {
      slug = next
    },
    async seen(story, edition) {
      const name = nameOf(story, edition)
      if (!firsts.has(name))
        await new Promise<void>((done, fail) => {
          const late = setTimeout(() => fail(new Error(`Nobody saw edition ${edition} of ${story}.`)), PATIENCE)
          waiting.set(name, () => {
            clearTimeout(late)
            waiting.delete(name)
            done()
          })
        })
      return firsts.get(name) ?? Number.NaN
    },
    count: () => ({ ...tally, perSecond: (tally.reads * 1_000) / (performance.now() - began) }),
    async end() {
      open = false
      await running
      await Promise.all(under)
      agent.destroy()
    },
  }
}

const nameOf = (story: string, edition: number) => `${story} ${edition}`
