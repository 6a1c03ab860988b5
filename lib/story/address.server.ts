import "server-only"
import type { Transaction } from "../db.server"
import { isReservedStorySlug } from "./reserved"

/** May this story have this slug: does no other story have it, or had it before readers? Old addresses answer for ever. */
export async function isFreeSlug(tx: Transaction, slug: string, storyId: string | null): Promise<boolean> {
  return (await freeAmong(tx, [slug], storyId)) !== undefined
}

/**
 * The wanted slug where it is free, or else with -2, -3, … behind it. Who wants the same one at the same moment waits until
 * this transaction ends: however many they are, each gets one of their own.
 */
export async function freeSlug(tx: Transaction, wanted: string, storyId: string | null): Promise<string> {
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`slug ${wanted}`}, 0))`
  for (let from = 1, size = 1; ; from += size, size *= 20) {
    const numbers = Array.from({ length: size }, (_, index) => from + index)
    const free = await freeAmong(
      tx,
      numbers.map((number) => (number === 1 ? wanted : `${wanted}-${number}`)),
      storyId,
    )
    if (free) return free
  }
}

async function freeAmong(tx: Transaction, slugs: string[], storyId: string | null) {
  const stories = await tx.story.findMany({
    where: { slug: { in: slugs }, ...(storyId && { id: { not: storyId } }) },
    select: { slug: true },
  })
  const addresses = await tx.address.findMany({
    where: { slug: { in: slugs }, ...(storyId && { storyId: { not: storyId } }) },
    select: { slug: true },
  })
  const taken = new Set([...stories, ...addresses].map(({ slug }) => slug))
  return slugs.find((slug) => !taken.has(slug) && !isReservedStorySlug(slug))
}
