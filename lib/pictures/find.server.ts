import "server-only"
import { z } from "zod"
import { db } from "../db.server"
import type { PictureSize } from "./pictures"

/** The sizes of these pictures by their ids; an id that is no picture is not in the answer. */
export async function findPictures(ids: Iterable<string>): Promise<Map<string, PictureSize>> {
  const wanted = [...new Set(ids)].filter((id) => z.uuid().safeParse(id).success)
  if (wanted.length === 0) return new Map()
  const select = { id: true, width: true, height: true, widths: true, avif: true, crops: true } as const
  const rows = await db.picture.findMany({ where: { id: { in: wanted } }, select })
  return new Map(rows.map((row) => [row.id, row]))
}
