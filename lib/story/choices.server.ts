import "server-only"
import { db } from "../db.server"
import type { Person, Refused } from "../people/people"
import { text } from "../text"
import { newslistQuery, readNewslistFilter } from "./newslist"
import { type Column, FIRST_COLUMNS, readColumns } from "./newslist-line"

/** A filter that somebody keeps under a name; `query` is its part of the newslist's address. */
export type SavedFilter = { id: string; name: string; query: string }
/** How somebody has their newslist. */
export type Choices = { columns: Column[]; keys: boolean; filters: SavedFilter[] }

export async function findChoices({ id: personId }: Person): Promise<Choices> {
  const [chosen, filters] = await Promise.all([
    db.deskChoice.findUnique({ where: { personId } }),
    db.savedFilter.findMany({
      where: { personId },
      select: { id: true, name: true, query: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  ])
  return { columns: readColumns(chosen?.columns ?? FIRST_COLUMNS), keys: chosen?.keys ?? true, filters }
}

/** Which columns somebody wants to see. */
export async function chooseColumns({ id: personId }: Person, chosen: readonly string[]): Promise<void> {
  const columns = readColumns(chosen)
  await db.deskChoice.upsert({ where: { personId }, create: { personId, columns }, update: { columns } })
}

/** Whether single keys act on somebody's newslist (WCAG 2.2, 2.1.4: they can be turned off). */
export async function chooseKeys({ id: personId }: Person, keys: boolean): Promise<void> {
  const columns = [...FIRST_COLUMNS]
  await db.deskChoice.upsert({ where: { personId }, create: { personId, columns, keys }, update: { keys } })
}

const MOST = 30
const name = text(60).trim().min(1, "Give the filter a name.")

/** Keeps a filter under a name; one of that name already is this one from now on. */
export async function saveFilter({ id: personId }: Person, given: { name: string; query: string }) {
  const read = name.safeParse(given.name)
  if (!read.success) return refused(read.error.issues[0]?.message ?? "Give the filter another name.")
  // Only what the newslist understands, and no page of it.
  const { cursor: _, ...filter } = readNewslistFilter(Object.fromEntries(new URLSearchParams(given.query)))
  const query = newslistQuery(filter)
  if (!query) return refused("Narrow the newslist first: this would show every story.")
  const known = await db.savedFilter.findUnique({ where: { personId_name: { personId, name: read.data } } })
  if (!known && (await db.savedFilter.count({ where: { personId } })) >= MOST)
    return refused(`You keep ${MOST} filters already. Remove one first.`)
  const saved = await db.savedFilter.upsert({
    where: { personId_name: { personId, name: read.data } },
    create: { personId, name: read.data, query },
    update: { query },
  })
  return { saved: { id: saved.id, name: saved.name, query } }
}

export async function renameFilter({ id: personId }: Person, id: string, wanted: string) {
  const read = name.safeParse(wanted)
  if (!read.success) return refused(read.error.issues[0]?.message ?? "Give the filter another name.")
  const taken = await db.savedFilter.findUnique({ where: { personId_name: { personId, name: read.data } } })
  if (taken && taken.id !== id) return refused("You keep another filter under this name already. Choose another one.")
  const { count } = await db.savedFilter.updateMany({ where: { id, personId }, data: { name: read.data } })
  return count ? { renamed: read.data } : GONE
}

export async function removeFilter({ id: personId }: Person, id: string) {
  const { count } = await db.savedFilter.deleteMany({ where: { id, personId } })
  return count ? { removed: true as const } : GONE
}

const refused = (sentence: string): Refused => ({ refused: sentence })
const GONE = refused("You keep no such filter any more. Load the newslist again.")
