import { Agent, request as ask, type ClientRequest, type IncomingMessage, type ServerResponse } from "node:http"
import { connect } from "node:net"
import type { Duplex } from "node:stream"
import { type Kind, onwardHeaders } from "./request"

export type Way = { next: { host: string; port: number }; agent: Agent; publicOrigin: URL; frontKey: string }

/** Hands a request on to Next and resolves with the head of its answer. */
export async function forward(
  way: Way,
  request: IncomingMessage,
  response: ServerResponse,
  kind: Kind,
  path: string,
): Promise<IncomingMessage> {
  const reads = request.method === "GET" || request.method === "HEAD"
  // Before it takes a connection to Next, for there are so many of them.
  const body = reads || isLong(request) ? null : await buffer(request)
  return send(way, request, response, { kind, path, body })
}

type Asked = { kind: Kind; path: string; body: Buffer | null }

function send(
  way: Way,
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
  retry = true,
): Promise<IncomingMessage> {
  const { kind, path, body } = asked
  const { next, agent, publicOrigin, frontKey } = way
  return new Promise((done, fail) => {
    const headers = onwardHeaders(request.headers, kind, {
      publicOrigin,
      frontKey,
      peer: request.socket.remoteAddress ?? "",
      host: request.headers.host ?? publicOrigin.host,
    })
    // A page says its status in its text: to answer a HEAD rightly, the text has to be read.
    const reads = request.method === "GET" || request.method === "HEAD"
    const method = kind === "reader" && request.method === "HEAD" ? "GET" : request.method
    const onward = ask({ ...next, agent: isLong(request) ? uploads : agent, path, method, headers }, (answer) => {
      if (!request.complete && !reads) cutOff(request, response, onward, answer)
      done(answer)
    })
    onward.once("error", (error: NodeJS.ErrnoException) => {
      // A connection that was kept alive may have been closed at this very moment: that is no failure of the request.
      if (retry && reads && onward.reusedSocket && error.code === "ECONNRESET")
        done(send(way, request, response, asked, false))
      else fail(error)
    })
    response.once("close", () => response.writableFinished || onward.destroy())
    if (reads) onward.end()
    else if (body) onward.end(body)
    else pass(request, onward)
  })
}

/** A body of more bytes, or of nobody knows how many, goes on while it comes, over connections of its own. */
const SHORT = 256 * 1024
/** Few, so that bodies that come slowly or never keep nobody but each other from Next. */
const uploads = new Agent({ keepAlive: false, maxSockets: 16 })
/** Of which nothing came for so long is given up; in milliseconds. */
const IDLE = 15_000

function isLong({ method, headers }: IncomingMessage): boolean {
  if (method === "GET" || method === "HEAD") return false
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > SHORT
}

/** A short body is awaited before Next hears of the request. */
async function buffer(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function pass(request: IncomingMessage, onward: ClientRequest) {
  // A reader that Next keeps waiting is not idle.
  const idle = setTimeout(() => (request.isPaused() ? idle.refresh() : request.destroy()), IDLE)
  request.on("data", () => idle.refresh())
  for (const end of ["end", "close"]) request.once(end, () => clearTimeout(idle))
  request.pipe(onward)
}

/** Answered before all of the body was there: the rest is read by nobody, and neither connection can be used again. */
function cutOff(request: IncomingMessage, response: ServerResponse, onward: ClientRequest, answer: IncomingMessage) {
  request.unpipe(onward)
  request.resume()
  response.shouldKeepAlive = false
  answer.once("close", () => onward.destroy())
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
