import "server-only"
import type { AuthOptions } from "next-auth"
import Credentials from "next-auth/providers/credentials"
import { env, tellNextAuthItsAddress } from "../env.server"
import { log } from "../log.server"
import { clientNetwork } from "./client-network.server"
import { checkCredentials } from "./credentials.server"
import { ownNewsroomPath } from "./next-path"
import { sessionCookie } from "./session-cookie.server"
import { closeSession, LONGEST_SESSION, openSession, personOfSession } from "./sessions.server"

/**
 * next-auth 4, with this house's sessions under it. Credentials force its "jwt" strategy; what it takes for a JWT is the random
 * secret of a session row, so that ending the row ends the session.
 */
export function authOptions(): AuthOptions {
  tellNextAuthItsAddress()
  const cookie = sessionCookie()
  return {
    secret: env.authSecret,
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: { name: cookie.name, options: cookie.options } },
    session: { strategy: "jwt", maxAge: LONGEST_SESSION / 1_000 },
    jwt: {
      encode: async ({ token }) => token?.secret ?? (await openSession(String(token?.sub))),
      decode: async ({ token }) => {
        const person = token ? await personOfSession(token) : null
        return token && person ? { sub: person.id, secret: token, person } : null
      },
    },
    pages: { signIn: "/newsroom/sign-in", signOut: "/newsroom/settings", error: "/newsroom/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given, request) {
          const network = clientNetwork(new Headers(request.headers))
          const answer = await checkCredentials(
            { email: String(given?.email ?? ""), password: String(given?.password ?? "") },
            network,
          )
          if ("refused" in answer) throw new Error(answer.refused)
          return { id: answer.id }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        user: { name: token.person?.name, role: token.person?.role },
      }),
      redirect: ({ url }) => env.publicOrigin + ownNewsroomPath(url.replace(env.publicOrigin, "")),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.secret) await closeSession(token.secret)
      },
    },
    logger: {
      // A cookie that opens nothing any more is no error.
      error: (code, metadata) => code === "JWT_SESSION_ERROR" || log.error({ code, metadata }, "next-auth"),
      warn: () => {},
      debug: () => {},
    },
  }
}
