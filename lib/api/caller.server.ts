import "server-only"
import { FOREIGN_ORIGIN, isOwnOrigin } from "../origin.server"
import type { Person } from "../people/people"
import { currentPerson } from "../people/sign-in.server"
import { personOfToken } from "../people/tokens.server"
import { type Answer, problem } from "./problem"

const BEARER = /^Bearer +(\S+)$/i

/** Who calls: the person of a bearer token, or of the newsroom's session. With a session, a write has to come from our own pages. */
export async function callerOf(headers: Headers, writing: boolean): Promise<{ actor: Person } | { problem: Answer }> {
  const given = headers.get("authorization")
  if (given !== null) {
    const actor = await personOfToken(BEARER.exec(given)?.[1] ?? "")
    return actor ? { actor } : signedOut("This token opens nothing: it is wrong, revoked, or its person is disabled.")
  }
  const actor = await currentPerson()
  if (!actor) return signedOut("Send a token: Authorization: Bearer TOKEN (npm run newsroom -- token create).")
  if (writing && !isOwnOrigin(headers)) return { problem: problem("foreign-origin", FOREIGN_ORIGIN) }
  return { actor }
}

function signedOut(detail: string) {
  return { problem: { ...problem("signed-out", detail), headers: { "WWW-Authenticate": "Bearer" } } }
}
