import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import type { StoryText } from "@/lib/story/story"

/** What somebody wrote and no server has yet, kept in their browser: with the text that it was made from. */
export type Kept = {
  /** whose it is, of which story, and written in which tab */
  key: string
  /** milliseconds since 1970, by this browser's clock */
  at: number
  revision: number
  base: StoryText
  /** what was on its way to the server, which may have it */
  sent: Partial<StoryText> | null
  text: StoryText
}

type Store = DBSchema & { journals: { key: string; value: Kept } }
type Database = IDBPDatabase<Store>

let opened: Promise<Database> | undefined

function database(): Promise<Database> {
  opened ??= openDB<Store>("standfirst", 1, {
    upgrade: (made) => void made.createObjectStore("journals", { keyPath: "key" }),
    // A later release in another tab wants to change it: the next write opens it again.
    blocking: (_from, _to, event) => {
      opened = undefined
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => {
      opened = undefined
    },
  })
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

const prefixOf = (personId: string, storyId: string) => `${personId} ${storyId} `

/** Places of this very page: nothing to recover from. */
const own = new Set<string>()

/** A place of its own for each opening of a story, so that two tabs never overwrite each other; and the name of the tab. */
export function newPlace(personId: string, storyId: string): { key: string; tab: string } {
  const tab = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  )
  return { key: prefixOf(personId, storyId) + tab, tab }
}

/** Held as long as this page lives: by that another one knows that what is kept there has somebody who is at it. */
export function hold(key: string) {
  if (held.has(key)) return
  held.add(key)
  void navigator.locks?.request(lockOf(key), () => new Promise(() => {})).catch(() => undefined)
}

const held = new Set<string>()

const lockOf = (key: string) => `standfirst ${key}`

/** Places of pages that are open in this browser. */
async function livingPlaces(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await navigator.locks?.query().catch(() => undefined)) ?? {}
  return new Set(held.flatMap(({ name }) => name ?? []))
}

/** Done when it is on the disk and outlives the browser. Throws where the store is full or forbidden. */
export async function keep(kept: Kept): Promise<void> {
  own.add(kept.key)
  const writing = (await database()).transaction("journals", "readwrite", { durability: "strict" })
  await Promise.all([writing.store.put(kept), writing.done])
}

export async function forget(key: string): Promise<void> {
  await (await database()).delete("journals", key).catch(() => undefined)
}

/** Everything kept of this story for this person by pages that are closed, newest first; nothing where the store is forbidden. */
export async function findKept(personId: string, storyId: string): Promise<Kept[]> {
  const prefix = prefixOf(personId, storyId)
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
  const all = await database()
    .then((store) => store.getAll("journals", range))
    .catch(() => [])
  const living = await livingPlaces()
  return all.filter(({ key }) => !own.has(key) && !living.has(lockOf(key))).sort((a, b) => b.at - a.at)
}
