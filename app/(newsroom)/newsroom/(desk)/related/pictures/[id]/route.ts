import { readLinkPicture } from "@/lib/links/ask.server"
import { can } from "@/lib/people/can"
import { currentPerson } from "@/lib/people/sign-in.server"

type Context = { params: Promise<{ id: string }> }

/** The small picture of the page that a link leads to, for who sees to the links. */
export async function GET(_request: Request, { params }: Context) {
  const person = await currentPerson()
  const bytes = person && can(person, "links") ? await readLinkPicture((await params).id) : null
  if (!bytes) return new Response("There is no picture at this address.", { status: 404 })
  const headers = {
    "content-type": "image/webp",
    "cache-control": "private, max-age=3600",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
  }
  return new Response(bytes, { headers })
}
