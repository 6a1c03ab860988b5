import { createHash } from "node:crypto"

/** The source expression for these very words in a policy (CSP 3, 2.3.1). */
export const digestOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

/**
 * What a reader page may do: show itself, its pictures and fonts. No script may run on it, whatever it holds; who looks at it with
 * tools may have them read the paper's own files (Lighthouse asks for robots.txt from within the page).
 */
export const readerPolicy = (styles: string) =>
  policy("'none'", styles ? `'self' ${digestOf(styles)}` : "'self'", "'self'")

/** A page that is not whole without its scripts gets just those that it came with. */
export function scriptedPolicy(html: string): string {
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const digests = new Set(inline.map(([, text = ""]) => digestOf(text)))
  return policy(["'self'", ...digests].join(" "), "'self'", "'self'")
}

const policy = (scripts: string, styles: string, connections: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    `connect-src ${connections}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")
