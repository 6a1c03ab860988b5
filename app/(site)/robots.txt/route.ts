import { env } from "@/lib/env.server"
import { answer } from "@/lib/feeds/answer.server"
import { robots } from "@/lib/feeds/robots"

export const dynamic = "force-dynamic"

export const GET = (request: Request) =>
  answer(request, robots(env.publicOrigin), "text/plain; charset=utf-8", { tags: [] })
