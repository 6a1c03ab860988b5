import { Agent } from "node:http"
import { bearerOf, hire, paragraph } from "../tests/newsroom"
import { type Call, call } from "./load"

export type Told = { status: number; body: Record<string, unknown>; milliseconds: number }

/** A story as the API tells it, as far as an editor here needs it. */
export type Draft = { id: string; revision: number; section: string; slug: string }

export type Editor = Awaited<ReturnType<typeof hireEditor>>

/** An editor who writes, saves and publishes through the API of the node at `origin`. Refusals are answers like others. */
export async function hireEditor(origin: string) {
  const bearer = await bearerOf(await hire("editor"))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = async (method: Call["method"], path: string, body: object): Promise<Told> => {
    const began = performance.now()
    const headers = { ...bearer, "content-type": "application/json" }
    const url = new URL(`/api/v1${path}`, origin)
    const answer = await call({ method, url, headers, body: JSON.stringify(body) }, agent)
    const milliseconds = performance.now() - began
    return { status: answer.status, body: JSON.parse(answer.body.toString() || "{}"), milliseconds }
  }
  return {
    write: (headline: string, section: string, slug: string) =>
      ask("POST", "/stories", { headline, section, slug, standfirst: "Why it matters.", body: [paragraph(headline)] }),
    save: ({ id, revision }: Draft, headline: string) =>
      ask("PATCH", `/stories/${id}`, { revision, headline, body: [paragraph(headline)] }),
    perform: ({ id, revision }: Draft, act: "publish" | "update") =>
      ask("POST", `/stories/${id}/acts/${act}`, { revision }),
    leave: () => agent.destroy(),
  }
}

/** The story in an answer that must be a success. */
export function draftIn({ status, body }: Told): Draft {
  const story = (body.story ?? body) as Draft
  if (status >= 300 || !story.id) throw new Error(`The API answered ${status}: ${JSON.stringify(body).slice(0, 300)}`)
  return story
}
