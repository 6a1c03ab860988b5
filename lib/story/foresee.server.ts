import "server-only"
import type { Person } from "../people/people"
import { databaseTime, transaction } from "../transaction.server"
import { type Act, decide, rowOf } from "./acts"
import { effectOf } from "./bulk"
import { inTheWay } from "./in-the-way.server"
import type { Particulars } from "./planned"
import { storyOf } from "./row.server"
import type { Status } from "./story"

/** What an act would do to a story as it is at this revision, or why it would not happen. */
export type Foreseen = { id: string; headline: string; status: Status; revision: number } & (
  | { will: string }
  | { refused: string }
)

/**
 * What perform() would answer for each of these stories now; nothing is written. In the order asked; what is not there is left out. Somebody may
 * be faster between this and the act itself: that is made with the revision told here.
 */
export function foresee(
  actor: Person,
  act: Act,
  ids: readonly string[],
  given: Partial<Particulars> = {},
): Promise<Foreseen[]> {
  const particulars: Particulars = { note: "", at: null, ...given }
  return transaction(async (tx) => {
    const now = await databaseTime(tx)
    const rows = new Map((await tx.story.findMany({ where: { id: { in: [...ids] } } })).map((row) => [row.id, row]))
    const told: Foreseen[] = []
    for (const id of new Set(ids)) {
      const row = rows.get(id)
      if (!row) continue
      const before = storyOf(row)
      const known = { id, headline: before.text.headline, status: before.status, revision: before.revision }
      const decision = decide(actor, act, before, now, particulars)
      const addresses =
        rowOf(act).makesVersion && "story" in decision
          ? await tx.address.findMany({ where: { slug: before.text.slug } })
          : []
      const refusal =
        "refused" in decision ? decision : await inTheWay(tx, { actor, act, id, particulars }, before, addresses, now)
      if (refusal) told.push({ ...known, refused: refusal.refused })
      else if ("story" in decision) told.push({ ...known, will: effectOf(act, before, decision.story) })
    }
    return told
  })
}
