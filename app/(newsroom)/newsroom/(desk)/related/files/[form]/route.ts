import { can } from "@/lib/people/can"
import { currentPerson } from "@/lib/people/sign-in.server"
import { writeFile } from "@/lib/related/files.server"

type Context = { params: Promise<{ form: string }> }

const TYPES = { csv: "text/csv; charset=utf-8; header=present", json: "application/json" } as const

/** All related items as a file, for who sees to them. */
export async function GET(_request: Request, { params }: Context) {
  const person = await currentPerson()
  const { form } = await params
  if (!person || !can(person, "links") || (form !== "csv" && form !== "json"))
    return new Response("There is no file at this address.", { status: 404 })
  const headers = {
    "content-type": TYPES[form],
    "content-disposition": `attachment; filename="related-news.${form}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
  }
  return new Response(streamOf(writeFile(form)), { headers })
}

function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
}
