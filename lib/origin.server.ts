import "server-only"
import { env } from "./env.server"

/**
 * Does this request come from a page of ours? Only the exact origin will do: a browser sends it with every write, so its
 * absence, `null` and anything that a proxy or a client says beside it (X-Forwarded-Host, Referer) count for nothing.
 */
export function isOwnOrigin(headers: Headers): boolean {
  return headers.get("origin") === env.publicOrigin
}

export const FOREIGN_ORIGIN = "This was sent from another address than the newsroom's own, so nothing was done."

/** The sentence for somebody who opened the newsroom at an address that is not its own. */
export const foreignOrigin = () => `${FOREIGN_ORIGIN} Open ${env.publicOrigin}/newsroom and try again.`
