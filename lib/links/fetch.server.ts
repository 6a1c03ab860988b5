import "server-only"
import { lookup } from "node:dns/promises"
import { request as askPlain, type IncomingMessage, type RequestOptions } from "node:http"
import { request as askSecure } from "node:https"
import { isIP, type LookupFunction } from "node:net"
import { env } from "../env.server"
import { type Body, CODINGS, readBody } from "./body.server"
import { hostOf, ipOf, isElsewhere, mayBeAsked } from "./elsewhere"

/** milliseconds that all of it may take, hops included */
const PATIENCE = 5_000
const HOPS = 5
const MEGABYTE = 1_000_000
const LONGEST_HEADERS = 32_768

/** By this name sites may keep us out (robots.txt). */
export const ROBOT = "Standfirst"
const agent = () => `${ROBOT} link check (+${env.publicOrigin})`

/** What a test gives in another way: which addresses and ports may be asked, what a name leads to, how long to wait. */
export type Around = {
  mayAsk?: ((ip: string) => boolean) | undefined
  mayPort?: ((port: number) => boolean) | undefined
  resolve?: (host: string) => Promise<string[]>
  patience?: number
}

export type Asked = {
  method?: "GET" | "HEAD"
  /** the body is read where it is of one of these; without them it is not */
  types?: readonly string[]
  signal?: AbortSignal
  /** asked before each address; no: "kept out" */
  mayGo?: (address: URL) => Promise<boolean>
}

/**
 * `refused`: not an address that we ask, or one of its hops is not; `nowhere`: no such host; `slow`: out of time; `unreachable`: it does not
 * answer as a site does; `round`: sent on too often; `kept out`: robots.txt says no.
 */
type Failure = "refused" | "nowhere" | "slow" | "unreachable" | "round" | "kept out"

export type Fetched =
  | {
      status: number
      /** where it was found in the end */
      address: string
      /** where permanent redirects lead, as far as there are only such; null: nowhere else */
      lasting: string | null
      type: string
      /** the whole Content-Type */
      typed: string
      retryAfter: string | null
      body: Body | null
    }
  | { failed: Failure }

/**
 * Asks somebody else's site, and nothing beside this server, whatever a name or a redirect says: each address is judged, a name is looked up
 * once and the connection goes to what was judged. It takes five seconds and a megabyte at most, sends no cookie, and says who asks.
 */
export async function fetchElsewhere(link: string, asked: Asked = {}, around: Around = {}): Promise<Fetched> {
  const time = AbortSignal.timeout(around.patience ?? PATIENCE)
  const signal = AbortSignal.any([time, ...(asked.signal ? [asked.signal] : [])])
  try {
    return await follow(link, asked, around, signal)
  } catch (error) {
    if (asked.signal?.aborted) throw error
    return { failed: failureOf(error, time.aborted) }
  }
}

async function follow(link: string, asked: Asked, around: Around, signal: AbortSignal): Promise<Fetched> {
  let address = new URL(link)
  let lasting: string | null = null
  let lasts = true
  for (let hop = 0; hop <= HOPS; hop++) {
    if (!mayBeAsked(address, around.mayPort)) return { failed: "refused" }
    if (asked.mayGo && !(await orAborted(asked.mayGo(address), signal))) return { failed: "kept out" }
    const to = await judged(address, around, signal)
    if (!to) return { failed: "refused" }
    const answer = await ask(address, asked.method ?? "GET", to, signal)
    const { statusCode: status = 0, headers } = answer
    const next = REDIRECTS.has(status) ? leadsTo(headers.location, address) : null
    if (!next) {
      const found = await read(answer, asked, { status, address: address.href, lasting })
      signal.throwIfAborted()
      return found
    }
    answer.destroy()
    lasts &&= status === 301 || status === 308
    if (lasts) lasting = next.href
    address = next
  }
  return { failed: "round" }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** A redirect keeps the place within the page that was asked for, unless it names another (RFC 9110, 10.2.2). */
function leadsTo(location: string | undefined, from: URL): URL | null {
  if (!location || !URL.canParse(location, from.href)) return null
  const to = new URL(location, from)
  if (!to.hash) to.hash = from.hash
  return to
}

type Found = { status: number; address: string; lasting: string | null }

async function read(answer: IncomingMessage, { method, types }: Asked, found: Found): Promise<Fetched> {
  const typed = answer.headers["content-type"] ?? ""
  const type = (typed.split(";")[0] ?? "").trim().toLowerCase()
  const wanted = method !== "HEAD" && types?.includes(type)
  const body = wanted ? await readBody(answer, MEGABYTE) : null
  answer.destroy()
  return { ...found, type, typed, retryAfter: answer.headers["retry-after"] ?? null, body }
}

type To = { address: string; family: number }[]

/** Where the connection may go to; null: one of the addresses is not somebody else's. */
async function judged(address: URL, around: Around, signal: AbortSignal): Promise<To | null> {
  const { mayAsk = isElsewhere, resolve = lookUp } = around
  const ip = ipOf(address)
  const found = ip ? [ip] : await orAborted(resolve(hostOf(address)), signal)
  if (!found.length || !found.every((one) => isIP(one) && mayAsk(one))) return null
  return found.map((one) => ({ address: one, family: isIP(one) }))
}

const lookUp = async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address)

function ask(address: URL, method: string, to: To, signal: AbortSignal): Promise<IncomingMessage> {
  // The name was looked up already, and is not looked up again: it might lead elsewhere by now.
  const pinned = ((_name, { all }, told) => {
    const [first] = to
    if (all) told(null, to)
    else if (first) told(null, first.address, first.family)
  }) as LookupFunction
  const options: RequestOptions = {
    ...{ method, signal, lookup: pinned, agent: false, maxHeaderSize: LONGEST_HEADERS },
    headers: { "user-agent": agent(), accept: "*/*", "accept-encoding": CODINGS },
  }
  return new Promise((resolve, reject) => {
    const sent = (address.protocol === "https:" ? askSecure : askPlain)(address, options)
    sent.on("response", (answer) => {
      answer.on("error", () => {})
      resolve(answer)
    })
    // Who changes to another protocol is not a site that we can read.
    sent.on("upgrade", (_answer, socket) => {
      socket.destroy()
      reject(new Error("upgrade"))
    })
    sent.on("error", reject)
    sent.end()
  })
}

/** The work, or the end of our patience, whichever comes first. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener("abort", stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop))
  })
}

function failureOf(error: unknown, late: boolean): Failure {
  if (late) return "slow"
  const code = (error as NodeJS.ErrnoException | null)?.code
  return code === "ENOTFOUND" ? "nowhere" : "unreachable"
}
