import { Agent, type IncomingHttpHeaders, request } from "node:http"

export type Call = { method: "GET" | "POST" | "PATCH"; url: URL; headers: Record<string, string>; body?: string }
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Makes `count` calls over `width` connections that stay open, and tells how long each took, in milliseconds. Each must answer with `status`. */
export async function load(
  next: (index: number) => Call,
  count: number,
  width: number,
  status = 200,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const times: number[] = []
  let index = 0
  const worker = async () => {
    while (index < count) {
      const made = next(index++)
      const began = performance.now()
      const answer = await call(made, agent)
      times.push(performance.now() - began)
      if (answer.status !== status)
        throw new Error(
          `${made.method} ${made.url.href} answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`,
        )
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
  agent.destroy()
  return times
}

export function call({ method, url, headers, body }: Call, agent?: Agent): Promise<Answer> {
  return new Promise((done, fail) => {
    const outgoing = request(url, { method, headers, ...(agent && { agent }) }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
      incoming.on("error", fail)
      incoming.on("end", () =>
        done({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
    })
    outgoing.on("error", fail)
    outgoing.end(body)
  })
}
