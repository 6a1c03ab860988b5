import { readFileSync } from "node:fs"
import { join, posix } from "node:path"

/** Larger than this a sheet is better fetched once than sent with every page. */
const MOST = 60_000

const SHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/g
const PRELOAD = /<link\b[^>]*\brel="preload"[^>]*\bas="style"[^>]*>/g
const HREF = /\bhref="(\/_next\/static\/[^"?]+\.css)(?:\?[^"]*)?"/

/** Reads sheets of the build, each once: their names change with what is in them. */
export function sheetsOf(staticFolder: string): (href: string) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (href) => {
    if (!known.has(href)) known.set(href, readSheet(staticFolder, href))
    return known.get(href)
  }
}

function readSheet(folder: string, href: string): string | undefined {
  const path = posix.normalize(href.slice("/_next/static/".length))
  if (path.startsWith("..")) return undefined
  try {
    const text = readFileSync(join(folder, path), "utf8")
    const at = posix.dirname(href)
    return text
      .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, "")
      .replace(/url\((["']?)(?!data:|\/|https?:|#)([^)"']+)\1\)/g, (_all, _quote, to) => `url(${posix.join(at, to)})`)
      .trim()
  } catch {
    return undefined
  }
}

export type Styled = { html: string; styles: string }

/**
 * Puts the page's sheets into the page, in their order, as one element: a reader waits for no second request. Where one of them
 * cannot be read, all stay links.
 */
export function inlineStyles(html: string, sheet: (href: string) => string | undefined): Styled {
  const texts = [...html.matchAll(SHEET)].map(([element]) => sheet(HREF.exec(element)?.[1] ?? ""))
  const styles = texts.join("\n")
  const unread = texts.length === 0 || texts.includes(undefined)
  if (unread || styles.length > MOST || /<\/style/i.test(styles)) return { html, styles: "" }
  return {
    html: html
      .replace(SHEET, "")
      .replace(PRELOAD, "")
      .replace("</head>", () => `<style>${styles}</style></head>`),
    styles,
  }
}
