import "server-only"
import { momentOf } from "../dates"
import { db } from "../db.server"
import { env } from "../env.server"
import { enqueue } from "../jobs/enqueue.server"
import { sendMail } from "../mail.server"
import { paper } from "../paper"
import { transaction } from "../transaction.server"
import { findOverdue } from "./coming.server"

/** Notes a mail for everything that is overdue: one for each thing that was due, whoever notices first. */
export async function raiseAlarms(): Promise<void> {
  const late = await findOverdue()
  if (!late.length) return
  await transaction(async (tx) => {
    for (const { id, at } of late)
      await enqueue(tx, "alarm", { story: id, due: at.toISOString() }, { key: `alarm ${id} ${at.toISOString()}` })
  })
}

/** Tells the duty editor of something overdue, if it still is. */
export async function tellOfOverdue({ story, due }: { story: string; due: string }): Promise<void> {
  const late = (await findOverdue()).find(({ id, at }) => id === story && at.toISOString() === due)
  if (!late) return
  const to = await dutyEditors()
  if (!to.length) return
  const headline = late.headline || "a story without a headline"
  await sendMail({
    to,
    subject: `Overdue since ${momentOf(late.at)}: ${headline}`,
    text: [
      `“${headline}” was due on ${momentOf(late.at)}, and the clock could not do what was to be done.`,
      "Its headline or its text may be missing, or its address may be another story's by now. The story's screen says what is wrong when you publish it by hand:",
      `${env.publicOrigin}/newsroom/stories/${late.id}`,
      `${paper.name}`,
    ].join("\n\n"),
  })
}

/** DUTY_EDITOR, or else every administrator. */
async function dutyEditors(): Promise<string[]> {
  if (env.dutyEditor.length) return env.dutyEditor
  const admins = await db.person.findMany({ where: { role: "admin", disabledAt: null }, select: { email: true } })
  return admins.map(({ email }) => email)
}
