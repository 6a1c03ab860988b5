import { z } from "zod"
import { problemOf } from "@/lib/api/problem"
import { resource, writingJson } from "@/lib/api.server"
import { removeWebhook } from "@/lib/webhooks/webhooks.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  DELETE: writingJson(z.strictObject({}), async ({ actor, params }) => {
    const answer = await removeWebhook(actor, params.id ?? "")
    return "refused" in answer ? problemOf(answer) : { status: 200, body: answer }
  }),
})
