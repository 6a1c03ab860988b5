import "server-only"
import type { Transaction } from "../db.server"

/**
 * Counts what became live on a day (of UTC), or is live no longer, in the transaction in which it did: sitemaps are cut by these
 * numbers, so that nobody has to count stories. `more` is 1, 0 (a new version) or -1; `at` is when it happened.
 */
export async function countDay(
  tx: Transaction,
  { publishedAt, more, at }: { publishedAt: Date; more: number; at: Date },
) {
  await tx.$executeRaw`
    INSERT INTO "PublishedDay" AS known (day, stories, "changedAt")
    VALUES ((${publishedAt}::timestamptz AT TIME ZONE 'UTC')::date, greatest(${more}::int, 0), ${at})
    ON CONFLICT (day) DO UPDATE SET
      stories = greatest(known.stories + ${more}::int, 0), "changedAt" = greatest(known."changedAt", excluded."changedAt")`
}
