import { type Agent, request as ask, type IncomingMessage, type ServerResponse } from "node:http"
import { connect } from "node:net"
import type { Duplex } from "node:stream"
import { type Kind, onwardHeaders } from "./request"

export type Way = { next: { host: string; port: number }; agent: Agent; publicOrigin: URL; frontKey: string }

/** Hands a request on to Next and resolves with the head of its answer. */
export function forward(
  way: Way,
  request: IncomingMessage,
  response: ServerResponse,
  kind: Kind,
  path: string,
  retry = true,
): Promise<IncomingMessage> {
  const { next, agent, publicOrigin, frontKey } = way
  return new Promise((done, fail) => {
    const headers = onwardHeaders(request.headers, kind, {
      publicOrigin,
      frontKey,
      peer: request.socket.remoteAddress ?? "",
      host: request.headers.host ?? publicOrigin.host,
    })
    // A page says its status in its text: to answer a HEAD rightly, the text has to be read.
    const method = kind === "reader" && request.method === "HEAD" ? "GET" : request.method
    const onward = ask({ ...next, agent, path, method, headers }, done)
    onward.once("error", (error: NodeJS.ErrnoException) => {
      const bodiless = request.method === "GET" || request.method === "HEAD"
      // A connection that was kept alive may have been closed at this very moment: that is no failure of the request.
      if (retry && bodiless && onward.reusedSocket && error.code === "ECONNRESET")
        done(forward(way, request, response, kind, path, false))
      else fail(error)
    })
    response.once("close", () => response.writableFinished || onward.destroy())
    if (request.method === "GET" || request.method === "HEAD") onward.end()
    else request.pipe(onward)
  })
}

/** Next's development server speaks to the browser over a web socket. */
export function tunnel({ next }: Pick<Way, "next">, request: IncomingMessage, socket: Duplex, head: Buffer) {
  const onward = connect(next.port, next.host, () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`]
    for (let at = 0; at < request.rawHeaders.length; at += 2)
      lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`)
    onward.write(`${lines.join("\r\n")}\r\n\r\n`)
    onward.write(head)
    socket.pipe(onward).pipe(socket)
  })
  onward.on("error", () => socket.destroy())
  socket.on("error", () => onward.destroy())
}
