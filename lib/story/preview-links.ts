import { z } from "zod"

/** For how many days an address may open a draft. */
export const DAYS = [1, 7, 30] as const

export const linkAsked = z.strictObject({ days: z.literal(DAYS, "Choose 1, 7 or 30 days.") })

/** An address that opens a draft for people without an account; the address itself is told once, to whoever made it. */
export type PreviewLink = { id: string; by: string; createdAt: Date; expiresAt: Date }

const TOKEN = /^[\w-]{43}$/
/** So many drafts are looked at beside each other in one browser. */
const BESIDE = 8

export const isToken = (words: string) => TOKEN.test(words)

/** The cookie of a browser that came through such an address, for the pictures of its draft: one for each draft. */
export const previewCookie = (token: string) => `standfirst-preview-${token.slice(0, 12)}`

/** The tokens that a request shows, by its Cookie header. */
export const tokensIn = (cookie: string): string[] =>
  [...cookie.matchAll(/(?:^|;\s*)standfirst-preview-[\w-]+=([\w-]{43})(?=;|$)/g)]
    .map(([, token = ""]) => token)
    .slice(0, BESIDE)
