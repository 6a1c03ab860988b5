import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import type { PictureSize } from "./pictures"

/** For the newsroom: the sizes of these pictures, or of those that stand in their place, by their ids; an id that is no picture is not in the answer. */
export async function findPictures(ids: Iterable<string>): Promise<Map<string, PictureSize>> {
  const wanted = [...new Set(ids)].filter((id) => z.uuid().safeParse(id).success)
  if (wanted.length === 0) return new Map()
  const select = { id: true, width: true, height: true, widths: true, avif: true, crops: true } as const
  const rows = await db.picture.findMany({
    where: { id: { in: wanted } },
    select: { ...select, replacedBy: { select } },
  })
  return new Map(rows.map(({ replacedBy, ...row }) => [row.id, replacedBy ?? row]))
}
