import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { connect } from "node:net"
import type { Duplex } from "node:stream"
import { pipeline } from "node:stream/promises"
import { outwardHeaders, plainPage, READER, readerHeaders, sendPage } from "./front/answer"
import { readPage } from "./front/page"
import { isLoopback, type Kind, kindOf, onwardHeaders, readAddress } from "./front/request"

// The process that everybody talks to, started and watched by `npm start` (server/serve.ts): it hands newsroom and API on to
// Next, and turns what Next renders for readers into pages without scripts.
const { HOST = "127.0.0.1", PORT, NEXT_PORT, FRONT_KEY = "", PUBLIC_ORIGIN = "", STANDFIRST_DEV } = process.env
const next = { host: "127.0.0.1", port: Number(NEXT_PORT) }
const publicOrigin = new URL(PUBLIC_ORIGIN)
const dev = STANDFIRST_DEV === "1"
const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 60_000 })
const LARGEST_PAGE = 8_000_000

const server = createServer((request, response) => {
  answer(request, response).catch((error: NodeJS.ErrnoException) => {
    if (response.destroyed || response.headersSent) return void response.destroy()
    if (error.code !== "ECONNREFUSED") complain(request, error.message)
    return sayUnavailable(request, response)
  })
})
server.on("upgrade", (request, socket, head) => (dev ? tunnel(request, socket, head) : socket.destroy()))
server.on("clientError", (_error, socket) => socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"))
server.listen(Number(PORT), HOST, () => process.send?.("listening"))
server.once("error", (error) => {
  console.error(`The front process cannot listen at ${HOST}:${PORT}: ${error.message}`)
  process.exit(1)
})
process.once("SIGTERM", () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 3_000).unref()
})

async function answer(request: IncomingMessage, response: ServerResponse) {
  const url = readAddress(request.url)
  if (!url)
    return sendPage(
      request,
      response,
      400,
      plainPage("Not an address", "This is not an address of this paper."),
      READER,
    )
  const kind = kindOf(url.pathname)
  const reads = request.method === "GET" || request.method === "HEAD"
  if (kind === "reader" && !reads) {
    const headers = { ...READER, allow: "GET, HEAD" }
    return sendPage(request, response, 405, plainPage("Not allowed", "This address can only be read."), headers)
  }
  if (kind === "newsroom" && reads && isOtherName(request)) {
    return void response.writeHead(307, { location: `${publicOrigin.origin}${url.pathname}${url.search}` }).end()
  }
  if (kind === "reader") url.searchParams.delete("_rsc")
  const upstream = await forward(request, response, kind, `${url.pathname}${url.search}`)
  const isPage = /^text\/html\b/.test(upstream.headers["content-type"] ?? "")
  if (kind === "reader" && isPage && !dev) return answerReader(request, response, upstream)
  if (kind === "reader" && isPage) return answerReaderInDev(request, response, upstream)
  // A file that the build does not have: what Next found instead is the paper's page for it.
  if (kind === "build" && isPage && !dev) {
    upstream.resume()
    return sendPage(request, response, 404, plainPage("Not found", "This file is not part of the paper."), READER)
  }
  response.writeHead(upstream.statusCode ?? 502, outwardHeaders(upstream.headers, innerHosts(request)))
  await pipeline(upstream, response).catch(() => response.destroy())
}

async function answerReader(request: IncomingMessage, response: ServerResponse, upstream: IncomingMessage) {
  const page = readPage(await readText(upstream))
  const status = upstream.statusCode ?? 502
  if ("unfit" in page || status >= 500) {
    complain(request, "unfit" in page ? `the page is not fit for readers: ${page.unfit}` : `Next answered ${status}`)
    const text = plainPage("Something went wrong", "This page cannot be shown at the moment. Please try again later.")
    return sendPage(request, response, 500, text, { ...READER, "cache-control": "no-store" })
  }
  if (page.location) {
    const text = plainPage("Moved", `This page has moved.`)
    return sendPage(request, response, page.status, text, { ...READER, location: page.location })
  }
  await sendPage(request, response, page.status === 200 ? status : page.status, page.html, {
    ...readerHeaders(upstream.headers),
    ...(upstream.headers.location && outwardHeaders(upstream.headers, innerHosts(request))),
  })
}

/** While developing, pages keep their scripts, so that they follow the sources; status and address are as readers get them. */
async function answerReaderInDev(request: IncomingMessage, response: ServerResponse, upstream: IncomingMessage) {
  const html = await readText(upstream)
  const page = readPage(html)
  const {
    "content-length": _length,
    "transfer-encoding": _encoding,
    ...headers
  } = outwardHeaders(upstream.headers, innerHosts(request))
  const status = "unfit" in page || page.status === 200 ? (upstream.statusCode ?? 502) : page.status
  await sendPage(request, response, status, html, {
    ...headers,
    ...("location" in page && { location: page.location }),
  })
}

/** Hands a request on to Next and resolves with the head of its answer. */
function forward(request: IncomingMessage, response: ServerResponse, kind: Kind, path: string, retry = true) {
  return new Promise<IncomingMessage>((done, fail) => {
    const headers = onwardHeaders(request.headers, kind, {
      publicOrigin,
      frontKey: FRONT_KEY,
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
        done(forward(request, response, kind, path, false))
      else fail(error)
    })
    response.once("close", () => response.writableFinished || onward.destroy())
    if (request.method === "GET" || request.method === "HEAD") onward.end()
    else request.pipe(onward)
  })
}

async function readText(message: IncomingMessage) {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    if (size > LARGEST_PAGE) throw new Error(`the page is larger than ${LARGEST_PAGE} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

/** Somebody on this machine who says 127.0.0.1 where the newsroom is at localhost: cookies and forms would not work for them. */
function isOtherName(request: IncomingMessage) {
  const host = request.headers.host ?? ""
  if (host === publicOrigin.host || !/\btext\/html\b/.test(request.headers.accept ?? "")) return false
  return isLoopback(publicOrigin.hostname) && isLoopback(host.replace(/:\d+$/, ""))
}

function innerHosts(request: IncomingMessage) {
  return [`${next.host}:${next.port}`, `localhost:${next.port}`, publicOrigin.host, request.headers.host ?? ""]
}

function sayUnavailable(request: IncomingMessage, response: ServerResponse) {
  const text = plainPage("One moment, please", "The paper is starting. Please try again in a few seconds.")
  return sendPage(request, response, 503, text, { ...READER, "cache-control": "no-store", "retry-after": "2" })
}

function complain(request: IncomingMessage, message: string) {
  console.error(JSON.stringify({ level: 50, time: Date.now(), path: request.url, msg: `front: ${message}` }))
}

/** Next's development server speaks to the browser over a web socket. */
function tunnel(request: IncomingMessage, socket: Duplex, head: Buffer) {
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
