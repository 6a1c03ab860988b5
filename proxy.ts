import { type NextRequest, NextResponse } from "next/server"
import { env } from "./lib/env.server"
import { newsroomHeaders } from "./lib/headers"
import { foreignOrigin, isOwnOrigin } from "./lib/origin.server"
import { ownAddress } from "./lib/own-host"
import { performOverdue } from "./lib/story/clock.server"
import { isToken, previewCookie } from "./lib/story/preview-links"

/** What is asked for passes here before anything is made of it. */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  if (pathname === "/newsroom" || pathname.startsWith("/newsroom/")) return newsroomDoor(request)
  // Readers get what they are owed by now, even where no clock is at work: in a process that sleeps between requests.
  await performOverdue()
  return NextResponse.next()
}

/**
 * The newsroom's door: headers that need a nonce of their own for every answer, and no form from elsewhere. It gates nobody;
 * pages ask `requirePerson`, and permission lives where a change is made. Everything else gets its headers from next.config.ts.
 */
function newsroomDoor(request: NextRequest) {
  const { pathname, search } = request.nextUrl
  const elsewhere = ownAddress(request.headers.get("host"), env.publicOrigin, pathname + search)
  const reading = request.method === "GET" || request.method === "HEAD"
  // Only a page in a browser: Next asks itself, at an inner address, for the page that an action leads to, and would lose the session on the way.
  const page = /\btext\/html\b/.test(request.headers.get("accept") ?? "")
  if (elsewhere && reading && page) return sendTo(elsewhere, request)
  // Each action demands this again; here Next has not yet taken offence, which it does with a status of 500.
  if (!reading && !isOwnOrigin(request.headers)) return new NextResponse(foreignOrigin(), { status: 403 })

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64")
  const secure = env.publicOrigin.startsWith("https://")
  const answer = newsroomHeaders(nonce, { path: pathname, secure, developing: env.developing })
  const asked = new Headers(request.headers)
  // Next finds its nonce in this header of the request; the page finds its own address in the other.
  asked.set("content-security-policy", answer["Content-Security-Policy"])
  asked.set("x-nonce", nonce)
  asked.set("x-newsroom-path", pathname + search)
  const response = NextResponse.next({ request: { headers: asked } })
  for (const [name, value] of Object.entries(answer)) response.headers.set(name, value)
  const [, shown = ""] = /^\/newsroom\/shown\/([^/]+)$/.exec(pathname) ?? []
  // Whoever sees a draft by its address sees its pictures, and nothing else.
  if (isToken(shown))
    response.cookies.set(previewCookie(shown), shown, {
      ...{ path: "/api/pictures", httpOnly: true, sameSite: "lax", secure, maxAge: 24 * 60 * 60 },
    })
  return response
}

/** Next shortens a Location at the address it believes to be at itself, and the browser would come back here: then a Refresh leads on. */
function sendTo(address: string, request: NextRequest): NextResponse {
  if (request.nextUrl.origin !== env.publicOrigin) return NextResponse.redirect(address, 307)
  return new NextResponse(`The newsroom is at ${address}`, { headers: { Refresh: `0; url=${address}` } })
}

/** Not the API and its pictures: what passes here has its body buffered, which uploads must not. */
export const config = { matcher: ["/newsroom", "/newsroom/:path*", "/((?!api/|_next/|favicon\\.ico).*)"] }
