import { call } from "./call"
import type { Cdn } from "./cdn"
import type { CdnSettings } from "./settings"

/**
 * Fastly. A page says its keys in `Surrogate-Key`, separated by spaces, 16,384 bytes of them at most; the API takes 256 in one call
 * (https://www.fastly.com/documentation/reference/api/purging/).
 */
export function fastly({ service, token, api }: Extract<CdnSettings, { kind: "fastly" }>): Cdn {
  const post = (path: string, headers: Record<string, string>, signal: AbortSignal) =>
    call(
      `${api}/service/${service}/${path}`,
      { method: "POST", headers: { "Fastly-Key": token, accept: "application/json", ...headers } },
      signal,
    ).then(() => {})
  return {
    name: `fastly ${service}`,
    tags: { header: "Surrogate-Key", between: " ", longest: 16_000 },
    lifetime: "Surrogate-Control",
    atOnce: 256,
    purge: (tags, signal) => post("purge", { "Surrogate-Key": tags.join(" ") }, signal),
    purgeAll: (signal) => post("purge_all", {}, signal),
  }
}
