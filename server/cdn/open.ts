import type { Cdn } from "./cdn"
import { cloudflare } from "./cloudflare"
import { fastly } from "./fastly"
import type { CdnSettings } from "./settings"
import { varnish } from "./varnish"

export function openCdn(settings: CdnSettings): Cdn {
  if (settings.kind === "fastly") return fastly(settings)
  return settings.kind === "cloudflare" ? cloudflare(settings) : varnish(settings)
}
