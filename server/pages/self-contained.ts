import { digestOf } from "./policy"

const FONT = /^<(\/_next\/static\/[\w./-]+)>(?=[^,]*\bas="?font\b)/

/**
 * What only this page's headers could say, in the page itself, for a server in front that has one set of headers for all: which
 * styles are its own, first of all, and which fonts a browser should fetch early. A browser obeys both policies, so the header's may be
 * as wide as the widest page needs.
 */
export function selfContained(html: string, styles: string, link: string): string {
  const policy = `style-src 'self'${styles && ` ${digestOf(styles)}`}`
  const fonts = link.split(/,\s*(?=<)/).flatMap((part) => FONT.exec(part)?.[1] ?? [])
  const elements = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    ...fonts.map((href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin="">`),
  ]
  return html.replace("<head>", () => `<head>${elements.join("")}`)
}
