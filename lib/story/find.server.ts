import "server-only"
import { z } from "zod"
import { db, type Prisma } from "../db.server"
import { holding } from "../text"
import { storyOf } from "./row.server"
import type { Story } from "./story"

const uuid = z.uuid()

export async function findStory(id: string): Promise<Story | null> {
  if (!uuid.safeParse(id).success) return null
  const row = await db.story.findUnique({ where: { id } })
  return row && storyOf(row)
}

/** A word anywhere in headline, standfirst or slug. */
export function hasWord(word: string): Prisma.StoryWhereInput {
  const filter = holding(word)
  return { OR: [{ headline: filter }, { standfirst: filter }, { slug: filter }] }
}
