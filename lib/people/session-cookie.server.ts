import "server-only"
import { env } from "../env.server"
import { LONGEST_SESSION } from "./sessions.server"

/** Name and flags of the cookie. `__Secure-` makes browsers refuse it from, and keep it off, a connection that is not encrypted. */
export function sessionCookie() {
  const secure = env.publicOrigin.startsWith("https://")
  return {
    name: `${secure ? "__Secure-" : ""}standfirst-session`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: LONGEST_SESSION / 1_000 } as const,
  }
}
