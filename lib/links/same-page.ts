/** A page's address in one spelling: host in small letters, no usual port, no fragment. Null where it is none. */
export function pageNamed(url: string): string | null {
  if (!URL.canParse(url)) return null
  const named = new URL(url)
  named.hash = ""
  named.hostname = named.hostname.replace(/\.$/, "")
  return named.href
}

/** How links to this page may be written, letters in any case and fragments aside. */
export function spellingsOf(url: string): string[] {
  const named = pageNamed(url)
  if (!named) return []
  const whole = [named, decoded(named), url.trim().replace(/#.*$/s, "")]
  const withPort = whole.flatMap((one) => [one, one.replace(/^(https?):\/\/([^/?#:]+)(?=[/?]|$)/i, ported)])
  return [...new Set(withPort.flatMap((one) => [one, one.replace(/^(https?:\/\/[^/?#]+)\/(?=\?|$)/i, "$1")]))]
}

const ported = (_: string, scheme: string, host: string) =>
  `${scheme}://${host}:${scheme.toLowerCase() === "https" ? 443 : 80}`

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
