import "server-only"
import { momentOf } from "../dates"
import { db } from "../db.server"
import { env } from "../env.server"
import { enqueue } from "../jobs/enqueue.server"
import { sendMail } from "../mail.server"
import { paper } from "../paper"
import { follow, lookEachSecond } from "../record/follow.server"
import { databaseTime } from "../transaction.server"
import type { Act } from "./acts"
import { addressOf } from "./story"

const DAY = 24 * 60 * 60 * 1_000

/** What whoever is on duty is written to about: it may bring calls, and one of them waits for a second person. */
const HAPPENED: Partial<Record<Act, string>> = {
  correct: "Corrected",
  askWithdrawal: "Withdrawal asked for",
  withdraw: "Withdrawn",
  remove: "Removed for legal reasons",
}

/** Queues a mail to DUTY_EDITOR for what is new in the log and less than a day old. Gives how many events it read. */
export const queueDutyMail = (given?: Date): Promise<number> =>
  follow("duty mail", async (tx, events) => {
    const now = given ?? (await databaseTime(tx))
    for (const { act, position, at } of events)
      if (act in HAPPENED && now.getTime() - at.getTime() < DAY)
        await enqueue(tx, "dutyMail", { position }, { key: `dutyMail ${position}` })
  })

/** Looks every second for what is to be written; where nobody is on duty, it does not look. */
export function startDutyMail(): void {
  if (env.dutyEditor.length) lookEachSecond(queueDutyMail, "mail to the duty editor could not be queued")
}

/** Tells the duty editor of one act. Of a story that was removed since it repeats no word. */
export async function tellDutyEditor({ position }: { position: number }): Promise<void> {
  const event = await db.storyEvent.findUnique({ where: { position }, include: { story: true, actor: true } })
  const happened = HAPPENED[event?.act as Act]
  if (!event?.story || !happened || !env.dutyEditor.length) return
  const { story, actor, note, at } = event
  const removed = story.removedAt !== null
  const headline = removed ? "a story that was removed" : `“${story.headline}”`
  await sendMail({
    to: env.dutyEditor,
    subject: `${happened}: ${headline}`,
    text: [
      `${actor?.name ?? "The clock"}, ${momentOf(at)}. ${happened}: ${headline}.`,
      ...(note && !removed ? [note] : []),
      ...(removed ? [] : [`On the paper: ${env.publicOrigin}${addressOf(story)}`]),
      `In the newsroom: ${env.publicOrigin}/newsroom/stories/${story.id}`,
      paper.name,
    ].join("\n\n"),
  })
}
