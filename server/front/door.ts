import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { pipeline } from "node:stream/promises"
import { setTimeout as sleep } from "node:timers/promises"
import { problem } from "../../lib/api/problem"
import { handOut } from "../pages/hand-out"
import { KEEP_ALIVE } from "../pages/ready-head"
import { answerReader, handOutAtOnce, type Stand } from "../pages/stand"
import { BASELINE, outwardHeaders, plainPage, READER, sendPage } from "./answer"
import { filesOf } from "./build-files"
import { answerReaderInDev } from "./development"
import { forward, tunnel, type Way } from "./forward"
import { isLoopback, type Kind, kindOf, LONGEST_ADDRESS, readAddress } from "./request"

type Given = Way & {
  stand: Stand
  /** reads the event log to its end, so that nobody is handed a page from before */
  follow: () => Promise<boolean>
  dev: boolean
}

/** Long enough for every page to be dropped, short enough for who waits for the answer of a save. */
const PATIENCE = 2_000

/** The one door: readers are handed pages, newsroom and API go on to Next. */
export function createDoor(given: Given) {
  const { stand, follow, dev, publicOrigin, next } = given
  const files = filesOf(".next/static")
  const server = createServer((request, response) => {
    if (request.method === "GET" && !dev && handOutAtOnce(stand, request, response)) return
    answer(request, response).catch((error: NodeJS.ErrnoException) => {
      if (response.destroyed || response.headersSent) return void response.destroy()
      if (error.code !== "ECONNREFUSED") complain(request.url, error.message)
      return sayUnavailable(request, response)
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE * 1_000
  // Elsewhere nobody listens for it: Node answers as if no upgrade had been offered (RFC 9110, 7.8).
  if (dev) server.on("upgrade", (request, socket, head) => tunnel(given, request, socket, head))
  server.on("clientError", (_error, socket) => socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"))
  return server

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = readAddress(request.url)
    if (!url) return refuseAddress(request, response)
    const kind = kindOf(url.pathname)
    const reads = request.method === "GET" || request.method === "HEAD"
    if (kind === "reader" && reads) return read(request, response, url)
    if (kind === "reader") {
      response.setHeader("allow", "GET, HEAD")
      return say(request, response, 405, "Not allowed", "This address can only be read.")
    }
    if (kind === "newsroom" && reads && isOtherName(request))
      return void response.writeHead(307, { location: `${publicOrigin.origin}${url.pathname}${url.search}` }).end()
    const file = kind === "build" && !dev ? await files(url.pathname) : undefined
    if (file) return handOut(request, response, file, null)
    return passOn(request, response, url, kind)
  }

  async function passOn(request: IncomingMessage, response: ServerResponse, url: URL, kind: Kind) {
    const upstream = await forward(given, request, response, kind, `${url.pathname}${url.search}`)
    // A file that the build does not have: what Next found instead is the paper's page for it.
    if (kind === "build" && /^text\/html\b/.test(upstream.headers["content-type"] ?? "") && !dev) {
      upstream.resume()
      return say(request, response, 404, "Not found", "This file is not part of the paper.")
    }
    // Whoever is told that it was done finds it done on every page of this node.
    const reads = request.method === "GET" || request.method === "HEAD"
    if (!reads) await Promise.race([follow(), sleep(PATIENCE, undefined, { ref: false })])
    response.writeHead(upstream.statusCode ?? 502, outwardHeaders(upstream.headers, innerHosts(request)))
    await pipeline(upstream, response).catch(() => response.destroy())
  }

  async function read(request: IncomingMessage, response: ServerResponse, url: URL) {
    if (dev) return answerReaderInDev(given, request, response, url)
    const failed = await answerReader(stand, url, request, response)
    if (failed === undefined) return
    complain(request.url, failed)
    return sayUnavailable(request, response)
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
}

const say = (request: IncomingMessage, response: ServerResponse, status: number, title: string, sentence: string) =>
  sendPage(request, response, status, plainPage(title, sentence), READER)

/** Programs are told in their own way (RFC 9457), as by the API itself. */
function refuseAddress(request: IncomingMessage, response: ServerResponse) {
  const url = request.url ?? ""
  const tooLong = url.length > LONGEST_ADDRESS
  const detail = tooLong ? "This address is too long to be read." : "This is not an address of this paper."
  if (!url.startsWith("/api/")) return say(request, response, tooLong ? 414 : 400, "Not an address", detail)
  const { status, body } = problem(tooLong ? "too-long" : "bad-request", detail)
  const headers = { ...BASELINE, "content-type": "application/problem+json", "cache-control": "no-store" }
  response.writeHead(status, headers).end(JSON.stringify(body))
}

/** A screen of the newsroom comes back by itself: somebody may be in the middle of a story. */
function sayUnavailable(request: IncomingMessage, response: ServerResponse) {
  const isScreen = /^\/newsroom(?:[/?]|$)/.test(request.url ?? "")
  const what = isScreen ? "It is asked for again by itself." : "Please try again in a few seconds."
  const text = plainPage("One moment, please", `This page cannot be shown just now. ${what}`)
  const headers = { ...READER, "cache-control": "no-store", "retry-after": "2", ...(isScreen && { refresh: "3" }) }
  return sendPage(request, response, 503, text, headers)
}

export function complain(path: string | undefined, message: string) {
  console.error(JSON.stringify({ level: 50, time: Date.now(), path, msg: `front: ${message}` }))
}
