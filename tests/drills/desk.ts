import { spawnSync } from "node:child_process"
import { cleanEnvironment } from "@/server/test/paper"
import type { Place } from "./start"

export type Told = { id: string; revision: number; slug: string; section: string }

type Receipt = {
  version: number | null
  entry: number | null
  confirmed: { node: string; milliseconds: number }[]
  waiting: string[]
}

type Version = { version: number; madeAt: string; by: unknown }

/** Makes a token for a program of this person, as the operator does. */
export function tokenAt({ folder, port }: Place, email: string, given: Record<string, string> = {}): string {
  const command = ["server/start.mjs", "newsroom", "token", "create", "--email", email, "--name", "drill"]
  const env = { ...cleanEnvironment(), ...given, DATA_DIR: folder, PORT: String(port) }
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, command, { env })
  const [token] = /standfirst_\S+/.exec(stdout.toString()) ?? []
  if (!token) throw new Error(`There is no token for ${email} (${status ?? signal}): ${stdout} ${stderr}`)
  return token
}

/** Ben's program, which works through the API at this origin. */
export function deskAt(origin: string, place: Place, given: Record<string, string> = {}) {
  const token = tokenAt(place, "ben@demo.test", given)
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
    const answer = await fetch(`${origin}/api/v1/stories${path}`, sent)
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const act = async (story: Told, name: string, note?: string, at?: Date) => {
    const { story: after } = await call<{ story: Told }>("POST", `/${story.id}/acts/${name}`, {
      revision: story.revision,
      ...(note && { note }),
      ...(at && { at: at.toISOString() }),
    })
    return after
  }
  const write = (headline: string, section: string) => {
    const body = [{ kind: "paragraph", text: [{ text: "Words of the story, and more of them. ".repeat(20) }] }]
    return call<Told>("POST", "", { headline, section, body })
  }
  return {
    act,
    publishNew: async (headline: string, section: string) => act(await write(headline, section), "publish"),
    write,
    read: (story: Told) => call<Told>("GET", `/${story.id}`),
    schedule: (story: Told, at: Date) => act(story, "schedule", undefined, at),
    versions: (story: Told) =>
      call<{ versions: Version[] }>("GET", `/${story.id}/versions`).then((all) => all.versions),
    receipts: (story: Told) =>
      call<{ receipts: Receipt[] }>("GET", `/${story.id}/receipts`).then((all) => all.receipts),
    save: (story: Told, changes: Record<string, unknown>) =>
      call<Told>("PATCH", `/${story.id}`, { revision: story.revision, ...changes }),
    async update(story: Told, headline: string) {
      return act(await call<Told>("PATCH", `/${story.id}`, { revision: story.revision, headline }), "update")
    },
  }
}
