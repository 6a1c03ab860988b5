import { env } from "@/lib/env.server"
import { answer } from "@/lib/feeds/answer.server"
import { securityText } from "@/lib/feeds/security"

export const dynamic = "force-dynamic"

export function GET(request: Request) {
  const { text, until } = securityText(env.publicOrigin, env.securityContact, new Date())
  return answer(request, text, "text/plain; charset=utf-8", { tags: [], until })
}
