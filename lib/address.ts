import { z } from "zod"

/**
 * Is this an address that a reader may be sent to: http, https, mailto, or a path of this site?
 * Everything else (javascript:, data:, vbscript:, //host, control characters) is refused: React prints any of them.
 */
export function isSafeAddress(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is just what is looked for
  if (/[\u0000-\u0020\u007f\\]/.test(value)) return false
  if (/^\/(?!\/)/.test(value) || /^#/.test(value)) return true
  if (/^mailto:[^@]+@[^@]+$/i.test(value)) return true
  return isOnTheWeb(value)
}

/** Is this an absolute http or https address as we take one: without blanks, and without signs that cannot be seen or turn the others round? */
export const isWebAddress = (value: string) => isOnTheWeb(value) && !UNFIT.test(value)

function isOnTheWeb(value: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(value) || !URL.canParse(value)) return false
  const { protocol, hostname, username, password } = new URL(value)
  return (protocol === "https:" || protocol === "http:") && hostname !== "" && !username && !password
}

// Joiners (U+200C, U+200D) are letters' own in some languages.
const UNFIT = /[\p{Cc}\p{Z}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}\u00ad\u200b\u2060\ufeff\\]/u

const UNFIT_ADDRESS =
  "This address holds a blank, a backslash or a sign that cannot be seen. Copy it again, or write %20 for a blank."

export const address = z
  .string()
  .max(2_000)
  .refine(
    isSafeAddress,
    "A link needs an address that starts with https://, http:// or mailto:, or a path of this site.",
  )

export const webAddress = z
  .string()
  .trim()
  .max(2_000, "An address has at most 2,000 characters.")
  .refine(
    (value) => isOnTheWeb(value) || UNFIT.test(value),
    "A link needs a whole address that starts with https:// or http://.",
  )
  .refine((value) => !UNFIT.test(value), UNFIT_ADDRESS)
