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
  return isWebAddress(value)
}

/** Is this an absolute http or https address? */
export function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(value) || !URL.canParse(value)) return false
  const { protocol, hostname, username, password } = new URL(value)
  return (protocol === "https:" || protocol === "http:") && hostname !== "" && !username && !password
}

export const address = z
  .string()
  .max(2_000)
  .refine(
    isSafeAddress,
    "A link needs an address that starts with https://, http:// or mailto:, or a path of this site.",
  )

export const webAddress = z
  .string()
  .max(2_000)
  .refine(isWebAddress, "A link needs a whole address that starts with https:// or http://.")
