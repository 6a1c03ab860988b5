import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http"

/** Whose request it is: a reader's, who gets pages without scripts and leaves no cookie, or the newsroom's, or a file of the build. */
export type Kind = "reader" | "newsroom" | "build"

/** The longest address that is read, in characters. */
export const LONGEST_ADDRESS = 8_000

/**
 * Path and query as a browser would write them, so that we and Next read the same address; null when it is none. Before the path may
 * stand whom the client thinks it talks to (absolute-form: RFC 9112, 3.2.2); like the Host, that changes nothing.
 */
export function readAddress(raw = ""): URL | null {
  const [, whom, rest = ""] = /^(https?:\/\/[^/?#]+)?(.*)$/is.exec(raw) ?? []
  const path = (whom && !rest.startsWith("/") ? `/${rest}` : rest).replace(/^\/{2,}/, "/")
  if (!path.startsWith("/") || raw.length > LONGEST_ADDRESS || /[\0-\x20\x7f\\]/.test(raw)) return null
  try {
    decodeURIComponent(path.split("?", 1)[0] ?? "")
  } catch {
    return null
  }
  return URL.canParse(path, "http://front") ? new URL(path, "http://front") : null
}

export function kindOf(pathname: string): Kind {
  if (/^\/(newsroom|api)(\/|$)/.test(pathname)) return "newsroom"
  return /^\/(_next|__nextjs[^/]*)(\/|$)/.test(pathname) ? "build" : "reader"
}

/** Where the request came from, as far as this machine can know. */
export type Origin = { publicOrigin: URL; frontKey: string; peer: string; host: string }

const ONWARD = ["host", "accept", "accept-language", "user-agent", "if-none-match", "if-modified-since", "range"]
const NEVER = [
  /^(content-security-policy|x-nonce|forwarded|via|x-real-ip|x-client-address|x-front-key|x-matched-path|next-resume)/,
  /^x-(forwarded|middleware|invoke|nextjs|now|vercel|http-method|prerender|original|rewrite)/,
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect)$/,
]

/** The headers that go on to Next: of a reader only those that a page may depend on, of others all but those that speak for us. */
export function onwardHeaders(headers: IncomingHttpHeaders, kind: Kind, origin: Origin): OutgoingHttpHeaders {
  const kept: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(headers)) {
    const passes = kind === "reader" ? ONWARD.includes(name) : !NEVER.some((rule) => rule.test(name))
    if (passes && value !== undefined) kept[name] = value
  }
  if (kind === "reader") kept["accept-encoding"] = "identity"
  kept.host = origin.host
  kept["x-forwarded-host"] = origin.publicOrigin.host
  kept["x-forwarded-proto"] = origin.publicOrigin.protocol.slice(0, -1)
  kept["x-client-address"] = clientAddress(headers, origin)
  kept["x-front-key"] = origin.frontKey
  return kept
}

/**
 * The address to count attempts by. A proxy of this machine in front of us writes the real one at the end of
 * X-Forwarded-For; nobody else's word is taken, and without a public address there is no such proxy.
 */
export function clientAddress(headers: IncomingHttpHeaders, { publicOrigin, peer }: Origin) {
  const own = peer.replace(/^::ffff:/, "")
  if (!isLoopback(own) || isLoopback(publicOrigin.hostname)) return own
  const last = String(headers["x-forwarded-for"] ?? "")
    .split(",")
    .at(-1)
    ?.trim()
  return last && /^[\da-f.:]{3,45}$/i.test(last) ? last : own
}

export function isLoopback(host: string) {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host)
}
