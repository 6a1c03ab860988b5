import { createReadStream } from "node:fs"
import { mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import { fewAtOnce } from "../../lib/few-at-once"
import type { Shelf } from "../../lib/pictures/shelf.server"
import { namedFiles } from "../record/picture-files"
import { Stop, say } from "../say"
import { writeDigested } from "./digest"
import type { Manifest } from "./manifest"

type Saved = Manifest["pictures"]

const AT_ONCE = 8
/** So many lie on the local disk at a time on their way to the shelf. */
const BATCH = 100
/** What the files of pictures are called, and what a manifest can name. */
const OURS = /^[\w-][\w.-]*$/
const HOME = "pictures/"

/** A file's bytes, wherever pictures lie; a shelf that cannot be read is a reason to stop, for it is no empty one. */
export const fetched = (shelf: Shelf, name: string) => shelf.get(name).catch(unreadable(shelf))

const unreadable = (shelf: Shelf) => (error: unknown) => {
  throw new Stop(`The pictures in ${shelf.place} cannot be read: ${wordsOf(error)}. Mend that, and do this again.`)
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Saves every finished file; gives them, and the names of what lies there and is no picture of ours. */
export async function savePictures(draft: string, shelf: Shelf): Promise<{ saved: Saved; left: string[] }> {
  const names = (await shelf.list("").catch(unreadable(shelf))).sort()
  const ours = names.filter((name) => OURS.test(name))
  const saved: Saved = []
  await fewAtOnce(ours, AT_ONCE, async (name) => {
    const bytes = await fetched(shelf, name)
    // What is gone meanwhile was of an upload that failed, or a crop that nobody is told of any more.
    if (!bytes) return
    saved.push({ file: HOME + name, ...(await writeDigested(join(draft, HOME, name), once(bytes))) })
    if (saved.length % 1_000 === 0) say(`  pictures: ${saved.length} of ${ours.length} files so far …`)
  })
  saved.sort((a, b) => (a.file < b.file ? -1 : 1))
  return { saved, left: names.filter((name) => !OURS.test(name)) }
}

async function* once(bytes: Buffer) {
  yield bytes
}

/** The files that the paper names and that were not saved as they were made. A database of an earlier release does not tell. */
export async function lackingIn(client: pg.Client, saved: Saved): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public."PictureFile"') IS NOT NULL AS there`,
  )
  if (!rows[0]?.there) return []
  const digests = new Map(saved.map(({ file, sha256 }) => [file.slice(HOME.length), sha256]))
  const lacking: string[] = []
  for await (const { files } of namedFiles(client))
    for (const { name, made } of files) {
      const digest = digests.get(name)
      if (!digest || (made && made.sha256 !== digest)) lacking.push(name)
    }
  return lacking
}

/**
 * Puts the pictures of a backup where the paper keeps its own, a few at a time by way of a folder to work in. Where that fails, what was not
 * there before is taken away again.
 */
export async function putPictures(shelf: Shelf, pictures: Saved, folder: string, work: string): Promise<void> {
  const before = new Set(await shelf.list("").catch(unreadable(shelf)))
  const put: string[] = []
  try {
    for (let at = 0; at < pictures.length; at += BATCH) {
      const some = pictures.slice(at, at + BATCH).map(({ file, sha256 }) => ({ name: file.slice(HOME.length), sha256 }))
      await mkdir(work, { recursive: true })
      for (const { name, sha256 } of some) {
        const written = await writeDigested(join(work, name), createReadStream(join(folder, HOME, name)), 0o644)
        if (written.sha256 !== sha256) throw new Stop(`${HOME}${name} changed while it was read. Nothing was restored.`)
      }
      const names = some.map(({ name }) => name)
      put.push(...names)
      await shelf.put(work, names)
      await rm(work, { recursive: true, force: true })
      if (pictures.length > BATCH) say(`  pictures: ${put.length} of ${pictures.length} files so far …`)
    }
  } catch (error) {
    await shelf.remove(put.filter((name) => !before.has(name))).catch(() => {})
    if (error instanceof Stop) throw error
    throw new Stop(`Nothing was restored, for the pictures could not be put into ${shelf.place}: ${wordsOf(error)}.`)
  }
}
