import { type IncomingHttpHeaders, request } from "node:http"

export type Raw = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Asks and unpacks nothing: the very bytes count here. */
export function ask(address: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((done, fail) => {
    const asking = request(address, { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on("data", (chunk) => chunks.push(chunk))
      answer.on("error", fail)
      answer.on("end", () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.on("error", fail)
    asking.end()
  })
}
