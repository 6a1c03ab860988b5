import "server-only"
import type { Transaction } from "../db.server"
import { enqueue } from "../jobs/enqueue.server"

/** What is suggested below these stories, and where they are, is found again though their texts are the same. Before a number of the log is taken. */
export async function suggestAgain(tx: Transaction, storyIds: readonly string[]): Promise<void> {
  const known = await tx.$queryRaw<{ storyId: string }[]>`
    DELETE FROM "Suggested" WHERE "storyId" = ANY(${[...storyIds].sort()}::uuid[]) RETURNING "storyId"`
  for (const { storyId } of known) await enqueue(tx, "suggest", { story: storyId })
}
