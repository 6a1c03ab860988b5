import { call } from "./call"
import type { Cdn } from "./cdn"
import type { CdnSettings } from "./settings"

/**
 * Varnish as Debian has it, with server/cdn/standfirst.vcl: a request with the method BAN names keys, and each server forgets what
 * carries one of them. Varnish takes no header longer than 8 KB unless it is told to (http_resp_hdr_len, http_req_hdr_len).
 */
export function varnish({ servers }: Extract<CdnSettings, { kind: "varnish" }>): Cdn {
  const ban = async (keys: string, signal: AbortSignal) => {
    const given = { method: "BAN", headers: { "Surrogate-Key": keys } }
    await Promise.all(servers.map((server) => call(`${server}/`, given, signal)))
  }
  return {
    name: `varnish ${servers.toSorted().join(" ")}`,
    tags: { header: "Surrogate-Key", between: " ", longest: 8_000 },
    lifetime: "Surrogate-Control",
    atOnce: 50,
    purge: (tags, signal) => ban(tags.join(" "), signal),
    purgeAll: (signal) => ban("*", signal),
  }
}
