import { call } from "./call"
import type { Cdn } from "./cdn"
import type { CdnSettings } from "./settings"

/**
 * Cloudflare. A page says its tags in `Cache-Tag`, separated by commas, 16 KB of them at most; the API takes 100 in one call on every
 * plan (https://developers.cloudflare.com/cache/how-to/purge-cache/), and says in its answer whether it did it.
 */
export function cloudflare({ zone, token, api }: Extract<CdnSettings, { kind: "cloudflare" }>): Cdn {
  const purge = async (what: object, signal: AbortSignal) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" }
    const given = { method: "POST", headers, body: JSON.stringify(what) }
    const text = await call(`${api}/client/v4/zones/${zone}/purge_cache`, given, signal)
    if (!/"success"\s*:\s*true/.test(text)) throw new Error(`Cloudflare did not purge: ${text.slice(0, 200)}`)
  }
  return {
    name: `cloudflare ${zone}`,
    tags: { header: "Cache-Tag", between: ",", longest: 16_000 },
    lifetime: "CDN-Cache-Control",
    atOnce: 100,
    purge: (tags, signal) => purge({ tags }, signal),
    purgeAll: (signal) => purge({ purge_everything: true }, signal),
  }
}
