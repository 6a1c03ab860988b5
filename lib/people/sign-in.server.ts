import "server-only"
import { cookies, headers } from "next/headers"
import { cache } from "react"
import { clientNetwork } from "./client-network.server"
import { checkCredentials } from "./credentials.server"
import type { Person, Refused } from "./people"
import { sessionCookie } from "./session-cookie.server"
import { closeSession, openSession, personOfSession, sweepSessions } from "./sessions.server"

/**
 * Who is asking? Looked up once in every request: a session that ended, or whose person was disabled, is out at once. (next-auth's
 * `getServerSession` gives the same answer, but takes a database that is away for somebody who is signed out.)
 */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const secret = (await cookies()).get(sessionCookie().name)?.value
  return secret ? personOfSession(secret) : null
})

/** Checks the password and, if it is right, gives this browser a new session. For server actions: it sets a cookie. */
export async function signIn(given: { email: string; password: string }): Promise<Person | Refused> {
  const answer = await checkCredentials(given, clientNetwork(await headers()))
  if (!("refused" in answer)) await beginSession(answer.id)
  return answer
}

/** A new session in this browser, in place of the one it may have had: nobody can fix the cookie beforehand. */
export async function beginSession(personId: string): Promise<void> {
  await signOut()
  await sweepSessions()
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, await openSession(personId), options)
}

/** Ends this browser's session, here and in the database: a copy of the cookie opens nothing either. */
export async function signOut(): Promise<void> {
  const jar = await cookies()
  const { name, options } = sessionCookie()
  const secret = jar.get(name)?.value
  if (!secret) return
  await closeSession(secret)
  jar.set(name, "", { ...options, maxAge: 0 })
}
