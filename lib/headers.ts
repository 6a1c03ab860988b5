/** Headers of every answer, whoever asks for whatever. */
const EVERYWHERE = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

/** The paper: its pages are bytes without scripts, so no script may run in them (data such as JSON-LD is none). */
export const siteHeaders = (developing: boolean) => ({
  ...EVERYWHERE,
  "Content-Security-Policy": policy({
    "default-src": "'none'",
    "script-src": developing ? "'self' 'unsafe-inline' 'unsafe-eval'" : "'none'",
    "style-src": developing ? "'self' 'unsafe-inline'" : "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  }),
})

/** Answers that are no pages: JSON, feeds of the API, pictures, the files of a build. Opened by themselves they may load nothing. */
export const apiHeaders = () => ({
  ...EVERYWHERE,
  "Content-Security-Policy": policy({ "default-src": "'none'", "frame-ancestors": "'none'" }),
})

/**
 * The newsroom: only scripts and styles that this very answer names by its nonce, and what those load. No cache keeps a page, no search
 * engine lists it. A preview may be framed, by the newsroom alone. React needs `eval` while it is being developed, never else.
 */
export function newsroomHeaders(nonce: string, given: { path: string; secure: boolean; developing: boolean }) {
  const { path, secure, developing } = given
  return {
    ...EVERYWHERE,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": policy({
      "default-src": "'self'",
      "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
      "style-src": developing ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
      "img-src": "'self' data: blob:",
      "font-src": "'self'",
      "object-src": "'none'",
      "form-action": "'self'",
      "base-uri": "'none'",
      "frame-ancestors": path.endsWith("/preview") ? "'self'" : "'none'",
      ...(secure && { "upgrade-insecure-requests": "" }),
    }),
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow",
    ...(secure && { "Strict-Transport-Security": "max-age=31536000" }),
  }
}

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`.trim())
    .join("; ")
