/** The cache elsewhere that stands before the paper, and how it is told what to forget. */
export type CdnSettings =
  | { kind: "fastly"; service: string; token: string; api: string }
  | { kind: "cloudflare"; zone: string; token: string; api: string }
  | { kind: "varnish"; servers: string[] }

type Read = (name: string, rule: (value: string) => boolean, sentence: string) => string | undefined

const KINDS = ["fastly", "cloudflare", "varnish"]
const ADDRESS = "must be an http:// or https:// address without a query."

/** Reads CDN and the variables that belong to it; `missing` is told the names of those that it needs and does not have. */
export function readCdn(read: Read, missing: (sentence: string) => void): CdnSettings | undefined {
  const kind = read("CDN", (value) => KINDS.includes(value), `must be one of ${KINDS.join(", ")}.`)
  const need = (name: string, rule: (value: string) => boolean, sentence: string) => {
    let given = false
    const value = read(
      name,
      (found) => {
        given = true
        return rule(found)
      },
      sentence,
    )
    if (!given) missing(`CDN=${kind} needs ${name}.`)
    return value ?? ""
  }
  if (kind === "fastly")
    return {
      kind,
      service: need("FASTLY_SERVICE_ID", isId, "must be letters and digits."),
      token: need("FASTLY_API_TOKEN", isToken, "must be one word."),
      api: base(read("FASTLY_API", isAddress, ADDRESS) ?? "https://api.fastly.com"),
    }
  if (kind === "cloudflare")
    return {
      kind,
      zone: need("CLOUDFLARE_ZONE_ID", isId, "must be letters and digits."),
      token: need("CLOUDFLARE_API_TOKEN", isToken, "must be one word."),
      api: base(read("CLOUDFLARE_API", isAddress, ADDRESS) ?? "https://api.cloudflare.com"),
    }
  if (kind === "varnish") {
    const several = (value: string) => value.split(/\s+/).filter(Boolean)
    const servers = need("VARNISH_URL", (value) => several(value).every(isAddress), ADDRESS)
    return { kind, servers: several(servers).map(base) }
  }
  return undefined
}

const isId = (value: string) => /^[A-Za-z0-9]{1,100}$/.test(value)
const isToken = (value: string) => /^[\x21-\x7e]{1,1000}$/.test(value)
const base = (address: string) => address.replace(/\/+$/, "")

function isAddress(value: string) {
  const url = URL.canParse(value) ? new URL(value) : undefined
  return !!url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
}
