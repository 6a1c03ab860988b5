import { createHash } from "node:crypto"
import { mkdirSync, renameSync } from "node:fs"
import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { isCode } from "../files"
import type { Kept } from "./kept"
import { FORMS, fileOf } from "./mirrored"

export type Mirror = {
  kept(kept: Kept): void
  /** done when none of their files is left */
  dropped(keys: readonly string[]): Promise<void>
  /** done when everything that was begun is done */
  settled(): Promise<void>
  close(): Promise<void>
}

/** So long before a page changes by itself its files go: what nginx hands out, nobody asks us about. */
const EARLY = 1_500
const BEAT = 1_000

/**
 * The pages in memory once more as files for a web server in front, in `pages` within a folder of its own, which is emptied first. What
 * happens to one page happens in order; a file that was begun before its page was dropped never appears. How much there is, the memory
 * bounds: a page that leaves it leaves the folder.
 */
export function openMirror(folder: string, complain: (sentence: string) => void): Mirror {
  const root = join(folder, "pages")
  /** what there is or is coming, and when it goes by itself */
  const files = new Map<string, { file: string; until: number }>()
  /** the number of the last thing that was asked for a page: what has an older one is not done any more */
  const turns = new Map<string, number>()
  const queues = new Map<string, Promise<void>>()
  const removing = new Set<Promise<void>>()
  const clearing = new Set<Promise<void>>()
  let turn = 0
  let complained = 0
  let broken = false
  let closed = false

  empty()
  const beat = setInterval(() => {
    const late = [...files].filter(([, { until }]) => until - EARLY <= Date.now())
    if (late.length) void remove(late.map(([key]) => key))
  }, BEAT).unref()

  /** Out of the way at once, however much it is; removed when there is time. */
  function empty() {
    const away = join(folder, `.gone-${process.pid}-${Date.now()}-${++turn}`)
    for (const key of queues.keys()) turns.set(key, turn)
    files.clear()
    mkdirSync(root, { recursive: true })
    renameSync(root, away)
    mkdirSync(root)
    const gone = rm(away, { recursive: true, force: true, maxRetries: 3 })
      .catch(() => {})
      .finally(() => clearing.delete(gone))
    clearing.add(gone)
  }

  /** After whatever is under way for this page. */
  function inOrder(key: string, work: (own: number) => Promise<void>): Promise<void> {
    const own = ++turn
    turns.set(key, own)
    const before = queues.get(key) ?? Promise.resolve()
    const now = before.then(() => work(own))
    queues.set(key, now)
    void now.finally(() => {
      if (queues.get(key) !== now) return
      queues.delete(key)
      turns.delete(key)
    })
    return now
  }

  async function write(kept: Kept, file: string, own: number) {
    const isLast = () => turns.get(kept.key) === own && !closed
    const path = join(root, file)
    const beside = join(dirname(path), `.${process.pid}-${own}`)
    try {
      await writeForms(kept, path, beside, isLast)
    } catch (error) {
      // Not the last any more: the whole folder was taken away meanwhile, and this page's with it.
      if (isLast()) await lose(kept.key, path, error)
    } finally {
      await unlink(beside).catch(() => {})
    }
  }

  /** A page that could not be written whole is none. */
  async function lose(key: string, path: string, error: unknown) {
    files.delete(key)
    if (Date.now() - complained > 60_000) complain(`the page ${key} is not mirrored: ${wordsOf(error)}`)
    complained = Date.now()
    await unlink(path).catch(giveUp)
  }

  function remove(keys: readonly string[]): Promise<void> {
    const there = keys.flatMap((key) => {
      const file = files.get(key)?.file
      files.delete(key)
      return file ? [{ key, path: join(root, file) }] : []
    })
    const work = Promise.all(there.map(({ key, path }) => inOrder(key, () => unlink(path)))).then(() => {}, giveUp)
    removing.add(work)
    return work.finally(() => removing.delete(work))
  }

  /** What cannot be removed must not be handed out: the whole folder goes, and nothing is written any more. */
  function giveUp(error: unknown) {
    if (broken) return
    broken = true
    try {
      empty()
      complain(`pages are mirrored no more until the next start: ${wordsOf(error)}`)
    } catch {
      complain(`an old page may be left in ${root}, for it cannot be removed (${wordsOf(error)}): remove that folder`)
    }
  }

  return {
    kept(kept) {
      if (broken || closed) return
      const file = kept.until - EARLY > Date.now() ? fileOf(kept) : null
      if (!file) return void (files.has(kept.key) && remove([kept.key]))
      files.set(kept.key, { file, until: kept.until })
      void inOrder(kept.key, (own) => write(kept, file, own))
    },
    async dropped(keys) {
      if (closed) return
      const asked = new Set(keys)
      if (files.size > 50 && [...files.keys()].every((key) => asked.has(key))) {
        try {
          empty()
        } catch (error) {
          giveUp(error)
        }
      } else void remove(keys)
      // Of those that left for another reason, too: they may be among what changed.
      await Promise.all(removing)
    },
    async settled() {
      while (queues.size + removing.size + clearing.size > 0)
        await Promise.all([...queues.values(), ...removing, ...clearing])
    },
    async close() {
      clearInterval(beat)
      closed = true
      empty()
      await Promise.all([...queues.values(), ...clearing])
      await rm(root, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

async function writeForms(kept: Kept, path: string, beside: string, isLast: () => boolean) {
  await mkdir(dirname(path), { recursive: true })
  for (const [end, form] of FORMS) {
    if (!isLast()) return
    const { body } = kept[form]
    await writeFile(beside + end, body, { mode: 0o644 })
    await utimes(beside + end, markOf(body), markOf(body))
  }
  // The plain form last: where it is not, nginx looks for no other.
  for (const [end, form] of FORMS.toReversed()) {
    if (!isLast()) return
    // What is too small to be compressed has only that one.
    if (end && kept[form].body === kept.identity.body) await rm(path + end, { force: true })
    else await rename(beside + end, path + end)
  }
}

async function unlink(path: string) {
  for (const [end] of FORMS)
    await rm(path + end, { force: true }).catch((error) => {
      // Where its folder is none, no file is in it.
      if (!isCode(error, "ENOTDIR")) throw error
    })
}

/**
 * nginx makes its ETag of a file's time, in whole seconds, and its size: two pages of one second and one size would be one to it. So the
 * time says what is in the file, as 31 bits of its digest, and the same words have the same tag on every node.
 */
const markOf = (body: Buffer) => (createHash("sha256").update(body).digest().readUInt32BE() >>> 1) + 1

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
