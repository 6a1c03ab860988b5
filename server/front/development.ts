import type { IncomingMessage, ServerResponse } from "node:http"
import { text } from "node:stream/consumers"
import { outwardHeaders, sendPage } from "./answer"
import { forward, type Way } from "./forward"
import { readPage } from "./page"

/** While developing, pages keep their scripts, so that they follow the sources; status and address are as readers get them. */
export async function answerReaderInDev(way: Way, request: IncomingMessage, response: ServerResponse, url: URL) {
  const upstream = await forward(way, request, response, "reader", `${url.pathname}${url.search}`)
  const html = await text(upstream)
  const inner = [`${way.next.host}:${way.next.port}`, way.publicOrigin.host]
  const {
    "content-length": _length,
    "transfer-encoding": _encoding,
    ...headers
  } = outwardHeaders(upstream.headers, inner)
  const page = /^text\/html\b/.test(upstream.headers["content-type"] ?? "") ? readPage(html) : null
  const said = page && !("unfit" in page) ? page : null
  const status = said && said.status !== 200 ? said.status : (upstream.statusCode ?? 502)
  await sendPage(request, response, status, html, { ...headers, ...(said?.location && { location: said.location }) })
}
