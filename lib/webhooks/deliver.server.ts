import "server-only"
import { createHmac } from "node:crypto"
import { call } from "../call.server"
import { db } from "../db.server"
import { env } from "../env.server"
import type { Payload } from "../jobs/payloads"
import { wordOf } from "../story/acts"
import { addressOf } from "../story/story"

/**
 * Tells a program of one act, signed as Standard Webhooks has it (webhook-id, webhook-timestamp, webhook-signature). The same act has the same
 * id however often it is told. Throws where it is not taken with a 2xx; nothing is told to a webhook that is gone.
 */
export async function deliver({ hook, position }: Payload<"webhook">, signal: AbortSignal): Promise<void> {
  const [webhook, told] = await Promise.all([db.webhook.findUnique({ where: { id: hook } }), messageOf(position)])
  if (!webhook || !told) return
  const id = `standfirst_${position}`
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const body = JSON.stringify(told)
  const headers = {
    "content-type": "application/json",
    ...{ "webhook-id": id, "webhook-timestamp": timestamp },
    "webhook-signature": `v1,${signatureOf(webhook.secret, `${id}.${timestamp}.${body}`)}`,
  }
  const taken = await call(webhook.url, headers, body, signal).then(
    () => null,
    (error: Error) => error,
  )
  const column = taken === null ? { takenAt: new Date() } : { failedAt: new Date() }
  await db.webhook.updateMany({ where: { id: hook }, data: column })
  if (taken) throw taken
}

export const signatureOf = (secret: string, signed: string) =>
  createHmac("sha256", Buffer.from(secret.replace(/^whsec_/, ""), "base64"))
    .update(signed)
    .digest("base64")

/** What is told of an act: nothing that readers could not see. */
async function messageOf(position: number) {
  const event = await db.storyEvent.findUnique({ where: { position }, include: { version: true } })
  if (!event?.storyId) return null
  const { act, at, storyId, version } = event
  const last =
    version ?? (await db.version.findFirst({ where: { storyId, madeAt: { lte: at } }, orderBy: { number: "desc" } }))
  if (!last) return null
  const address = addressOf(last)
  return {
    type: `story.${wordOf(act)}`,
    timestamp: at.toISOString(),
    data: { position, story: storyId, version: version?.number ?? null, address, url: env.publicOrigin + address },
  }
}
