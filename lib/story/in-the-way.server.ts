import "server-only"
import { stoppedByChecks } from "../checks/gate.server"
import type { Transaction } from "../db.server"
import { env } from "../env.server"
import type { Actor } from "../people/people"
import { pictureBarred } from "../pictures/barred.server"
import type { Act, Refusal } from "./acts"
import { notApproved } from "./approval.server"
import type { Particulars } from "./planned"
import type { Story } from "./story"
import { TAKE_AWAY } from "./taking-away"

type Asked = { actor: Actor; act: Act; id: string; particulars: Pick<Particulars, "at"> }
type Known = { storyId: string }

/** What only the database knows that may stand against it. */
export async function inTheWay(
  tx: Transaction,
  asked: Asked,
  before: Story,
  known: readonly Known[],
  now: Date,
): Promise<Refusal | null> {
  const { actor, act, particulars } = asked
  const stopped =
    (await notApproved(tx, actor, act, before)) ??
    (await stoppedByChecks(tx, actor, act, before)) ??
    (await pictureBarred(tx, act, before, particulars.at ?? now))
  if (stopped) return stopped
  if (TAKES_TWO.includes(act) && env.withdrawalsByTwo && !(await anotherAsked(tx, asked))) return NOBODY_ASKED
  return known.some(({ storyId }) => storyId !== before.id) ? ADDRESS_TAKEN : null
}

const TAKES_TWO: readonly Act[] = ["withdraw", "withdrawLater", "remove"]

/** Has somebody else asked for this since the text last changed before readers, or was taken from them? What the clock does, two have decided already. */
async function anotherAsked(tx: Transaction, { id, actor }: Asked): Promise<boolean> {
  if (actor.id === null) return true
  const made = await tx.storyEvent.aggregate({
    where: { storyId: id, OR: [{ versionId: { not: null } }, { act: { in: [...TAKE_AWAY] } }] },
    _max: { position: true },
  })
  const since = { gt: made._max.position ?? 0 }
  return (
    (await tx.storyEvent.count({
      where: { storyId: id, act: "askWithdrawal", actorId: { not: actor.id }, position: since },
    })) > 0
  )
}

const NOBODY_ASKED: Refusal = {
  refused:
    "A withdrawal takes two people here. Choose “Ask for withdrawal”; then somebody else can withdraw the story.",
  because: "not ready",
}

const ADDRESS_TAKEN: Refusal = {
  refused: "Readers know another story at this address. Choose another slug first.",
  because: "not ready",
}
