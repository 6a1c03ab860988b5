import "server-only"
import { inOnePiece, type Transaction } from "../db.server"
import type { Person } from "../people/people"
import type { RelatedItem } from "../story/story"
import type { Part, What } from "./bulk"

/** What a change of a story's list is a part of; without a batch it stands alone. */
export type RelatedAct = { what: What; batch: Pick<Part, "batch" | "about" | "undoes"> | null }

export const BY_HAND: RelatedAct = { what: "by hand", batch: null }

type Changed = {
  actor: Person
  act: RelatedAct
  storyId: string
  revision: number
  before: readonly RelatedItem[]
  after: readonly RelatedItem[]
  at: Date
}

/** Who changed a draft's related news, when and how: in the transaction of the change. */
export async function noteRelated(tx: Transaction, { actor, act, storyId, revision, before, after, at }: Changed) {
  const { what, batch } = act
  if (batch) await beginBatch(tx, actor, what, batch, at)
  await tx.relatedChange.createMany({
    data: [
      {
        ...{ storyId, revision, what, at, byId: actor.id, batchId: batch?.batch ?? null },
        ...{ before: inOnePiece(before), after: inOnePiece(after) },
      },
    ],
  })
}

/** The first story that a batch changes makes it. */
async function beginBatch(
  tx: Transaction,
  actor: Person,
  what: What,
  batch: NonNullable<RelatedAct["batch"]>,
  at: Date,
) {
  await tx.$executeRaw`
    INSERT INTO "RelatedBatch" (id, what, "byId", at, about, undoes)
    VALUES (${batch.batch}::uuid, ${what}, ${actor.id}::uuid, ${at}::timestamptz, ${JSON.stringify(batch.about)}::jsonb, ${batch.undoes}::uuid)
    ON CONFLICT (id) DO NOTHING`
}
