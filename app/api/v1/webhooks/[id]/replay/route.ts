import { z } from "zod"
import { problemOf } from "@/lib/api/problem"
import { resource, writingJson } from "@/lib/api.server"
import { replay } from "@/lib/webhooks/webhooks.server"

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  POST: writingJson(
    z.strictObject({ after: z.int().min(0).max(2_147_483_647) }),
    async ({ actor, params }, { after }) => {
      const answer = await replay(actor, params.id ?? "", after)
      return "refused" in answer ? problemOf(answer) : { status: 202, body: answer }
    },
  ),
})
