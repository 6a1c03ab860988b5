import "server-only"
import { db } from "../db.server"
import { databaseTime } from "../transaction.server"
import type { Choices } from "./choice"
import { type LibraryFilter, nameOfPicture } from "./library"
import { findLibrary, MOST_COUNTED } from "./library.server"
import { rightsIn, rightsOf, whyBarred } from "./rights"

/** A page of the library for a story of this section, uploaded last first; `usable`: only what it may show now. */
export async function findChoices(filter: LibraryFilter, section: string, usable: boolean): Promise<Choices> {
  const { items, total, next } = await findLibrary(filter, usable ? section : undefined)
  const [rows, sections, at] = await Promise.all([
    db.picture.findMany({ where: { id: { in: items.map(({ id }) => id) } } }),
    db.section.findMany({ select: { slug: true, name: true } }),
    databaseTime(db),
  ])
  const pictures = items.flatMap(({ id }) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    const { width, height, widths, avif, crops, caption, credit, alt, decorative } = row
    const may = rightsIn(row)
    const words = { name: nameOfPicture(row), caption, credit, alt, decorative }
    const why = whyBarred(may, section, sections, at)
    return [
      { id, width, height, widths, avif, crops, ...words, terms: rightsOf(may, sections, at), bar: why && `${why}.` },
    ]
  })
  return { pictures, total, most: MOST_COUNTED, next }
}
