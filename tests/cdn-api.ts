import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"

export type Asked = { method: string; path: string; headers: IncomingHttpHeaders; body: string }

/** Stands in for the API of a CDN on this machine: hears what it is asked, and answers as the test says. */
export async function standIn(answer: (asked: Asked) => { status: number; body: unknown }) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const one = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    }
    asked.push(one)
    const { status, body } = answer(one)
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    api: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Fastly's purging API as it is documented: POST, the key in Fastly-Key, at most 256 keys in Surrogate-Key. */
export function fastlyApi(service: string, token: string, fails: () => boolean = () => false) {
  return standIn(({ method, path, headers, body }) => {
    if (headers["fastly-key"] !== token)
      return { status: 401, body: { msg: "Provided credentials are missing or invalid" } }
    if (method !== "POST" || body) return { status: 400, body: { msg: "Bad request" } }
    if (fails()) return { status: 503, body: { msg: "Service unavailable" } }
    if (path === `/service/${service}/purge_all`) return { status: 200, body: { status: "ok" } }
    const keys = String(headers["surrogate-key"] ?? "").split(" ")
    if (path !== `/service/${service}/purge`) return { status: 404, body: { msg: "Record not found" } }
    if (!keys[0] || keys.length > 256) return { status: 400, body: { msg: "Bad request", detail: "keys" } }
    return { status: 200, body: Object.fromEntries(keys.map((key, at) => [key, `108-1391560174-${at}`])) }
  })
}

/** Cloudflare's, too: POST with a bearer token and JSON, at most 100 tags; an answer of 200 may still say that nothing was done. */
export function cloudflareApi(zone: string, token: string, fails: () => boolean = () => false) {
  const no = (status: number, message: string) => ({ status, body: { success: false, errors: [{ code: 1, message }] } })
  return standIn(({ method, path, headers, body }) => {
    if (headers.authorization !== `Bearer ${token}`) return no(403, "Authentication error")
    if (path !== `/client/v4/zones/${zone}/purge_cache`) return no(404, "Could not route")
    if (method !== "POST" || headers["content-type"] !== "application/json") return no(400, "Bad request")
    if (fails()) return no(200, "Not done")
    const { tags, purge_everything, ...rest } = JSON.parse(body)
    if (Object.keys(rest).length || (tags === undefined) === (purge_everything === undefined)) return no(400, "Unknown")
    if (tags && (!Array.isArray(tags) || !tags.length || tags.length > 100)) return no(400, "Too many tags")
    return { status: 200, body: { success: true, errors: [], messages: [], result: { id: zone } } }
  })
}
