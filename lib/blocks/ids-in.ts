import { z } from "zod"

const blocks = z.array(z.record(z.string(), z.unknown()).catch({})).catch([])

/** The ids that a stored body's blocks carry under this name; it may be of another release, so only ids are believed. */
export const idsIn = (body: unknown, name: "pictureId" | "storyId"): string[] =>
  blocks.parse(body).flatMap((block) => z.uuid().safeParse(block[name]).data ?? [])
