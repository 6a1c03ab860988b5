import "server-only"
import { randomBytes } from "node:crypto"
import { z } from "zod"
import { webAddress } from "../address"
import { db } from "../db.server"
import { can } from "../people/can"
import type { Person } from "../people/people"
import type { Refusal } from "../story/acts"
import { badInput } from "../story/bad-input"
import { transaction } from "../transaction.server"
import { queueAgain } from "./queue.server"

export type WebhookLine = { id: string; url: string; createdAt: Date; takenAt: Date | null; failedAt: Date | null }

const shown = { id: true, url: true, createdAt: true, takenAt: true, failedAt: true } as const
const input = z.strictObject({ url: webAddress })

const NO_RIGHT: Refusal = { refused: "Webhooks are an administrator's.", because: "no right" }
const NO_WEBHOOK: Refusal = { refused: "There is no such webhook any more.", because: "not found" }

export const findWebhooks = (): Promise<WebhookLine[]> =>
  db.webhook.findMany({ select: shown, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })

/** A program elsewhere is told from now on. Its secret is shown now and never again. */
export async function addWebhook(
  actor: Person,
  given: z.input<typeof input>,
): Promise<{ webhook: WebhookLine; secret: string } | Refusal> {
  if (!can(actor, "webhooks")) return NO_RIGHT
  const parsed = input.safeParse(given)
  if (!parsed.success) return badInput(parsed.error)
  const secret = `whsec_${randomBytes(32).toString("base64")}`
  const data = { url: parsed.data.url, secret, createdById: actor.id }
  return { webhook: await db.webhook.create({ data, select: shown }), secret }
}

/** It is told nothing any more, nor of what still waited. */
export async function removeWebhook(actor: Person, id: string): Promise<{ done: string } | Refusal> {
  if (!can(actor, "webhooks")) return NO_RIGHT
  if (!z.uuid().safeParse(id).success) return NO_WEBHOOK
  const { count } = await db.webhook.deleteMany({ where: { id } })
  return count ? { done: "It is told nothing any more." } : NO_WEBHOOK
}

/** Everything after a position of the log is told once more, in order. Gives how many deliveries that is. */
export async function replay(actor: Person, id: string, after: number): Promise<{ queued: number } | Refusal> {
  if (!can(actor, "webhooks")) return NO_RIGHT
  if (!z.uuid().safeParse(id).success) return NO_WEBHOOK
  return transaction(async (tx) => {
    if (!(await tx.webhook.findUnique({ where: { id } }))) return NO_WEBHOOK
    return { queued: await queueAgain(tx, id, after, ` again ${Date.now()}`) }
  })
}
