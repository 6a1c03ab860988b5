import "server-only"
import { timingSafeEqual } from "node:crypto"
import { env } from "../env.server"
import { networkOf } from "./network"
import { digest } from "./secrets.server"

/** Where nobody whom we believe says a request came from: all such requests count as one visitor. */
const SOMEWHERE = "somewhere"

/** The network that a request came from, on the word of our own front process alone: a client can write any header. */
export function clientNetwork(headers: Headers): string {
  if (!env.frontKey || !isSame(headers.get("x-front-key") ?? "", env.frontKey)) return SOMEWHERE
  return networkOf(headers.get("x-client-address") ?? "") ?? SOMEWHERE
}

const isSame = (said: string, right: string) => timingSafeEqual(Buffer.from(digest(said)), Buffer.from(digest(right)))
