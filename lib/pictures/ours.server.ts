import "server-only"
import { db } from "../db.server"
import { findBars } from "./barred.server"
import { nameOfPicture, type OurPicture } from "./library"

/** Pictures of the library as a story of this section may use them; an id that is no picture is left out. */
export async function findOurs(ids: readonly string[], section: string): Promise<OurPicture[]> {
  const size = { id: true, width: true, height: true, widths: true, avif: true, crops: true } as const
  const words = { alt: true, decorative: true, caption: true, credit: true, fileName: true } as const
  const select = { ...size, ...words }
  const [rows, bars] = await Promise.all([
    db.picture.findMany({ where: { id: { in: [...ids] } }, select: { ...select, replacedBy: { select } } }),
    findBars(ids, section),
  ])
  return rows.map(({ replacedBy, ...row }) => {
    const { fileName, ...picture } = replacedBy ?? row
    const bar = bars[row.id]
    return { ...picture, asked: row.id, name: nameOfPicture({ ...picture, fileName }), ...(bar && { bar }) }
  })
}
