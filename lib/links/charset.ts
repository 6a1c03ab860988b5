/**
 * A page's bytes as text, in the order of the HTML standard: what its first bytes say, what the server says, what the page says in its first
 * kilobyte; without any of them UTF-8 where it is that, and otherwise what browsers of the west take it for.
 */
export function textOf(bytes: Uint8Array, typed: string): string {
  const named = marked(bytes) ?? charsetIn(typed) ?? declared(bytes)
  if (named) return new TextDecoder(named).decode(bytes)
  try {
    // The end may be cut within a sign: that is no reason to take all of it for something else.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

function marked([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8"
  if (a === 0xfe && b === 0xff) return "utf-16be"
  return a === 0xff && b === 0xfe ? "utf-16le" : null
}

function charsetIn(words: string): string | null {
  const [, label = ""] = /charset\s*=\s*["']?\s*([^\s"';/>]+)/i.exec(words) ?? []
  try {
    return label ? new TextDecoder(label).encoding : null
  } catch {
    return null
  }
}

function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1_024))
  for (const [meta] of head.matchAll(/<meta\b[^>]*>/gi)) {
    const named = charsetIn(meta)
    // Whoever could read that a page is UTF-16 has read it as something else.
    if (named) return named.startsWith("utf-16") ? "utf-8" : named
  }
  return null
}
