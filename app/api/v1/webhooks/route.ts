import { z } from "zod"
import { problem, problemOf } from "@/lib/api/problem"
import { reading, resource, writingJson } from "@/lib/api.server"
import { can } from "@/lib/people/can"
import { addWebhook, findWebhooks } from "@/lib/webhooks/webhooks.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: reading(async ({ actor }) =>
    can(actor, "webhooks")
      ? { status: 200, body: { webhooks: await findWebhooks() } }
      : problem("no-right", "Webhooks are an administrator's."),
  ),
  POST: writingJson(z.strictObject({ url: z.string() }), async ({ actor }, given) => {
    const answer = await addWebhook(actor, given)
    return "refused" in answer ? problemOf(answer) : { status: 201, body: { ...answer.webhook, secret: answer.secret } }
  }),
})
