import { stampOf } from "../dates"
import { paper } from "../paper"

/**
 * security.txt (RFC 9116). It expires at the beginning of the fourth month from now: the same words all month, and made anew by
 * the running paper when the month ends, at `until`. A paper that is switched off lets its last copy expire, which is the truth.
 */
export function securityText(origin: string, contact: string, now: Date) {
  const until = monthAfter(now, 1)
  const text = `Contact: ${contact}
Expires: ${stampOf(monthAfter(now, 4))}
Preferred-Languages: ${paper.language}
Canonical: ${origin}/.well-known/security.txt
Policy: ${origin}/about/security
`
  return { text, until }
}

const monthAfter = (now: Date, months: number) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1))
