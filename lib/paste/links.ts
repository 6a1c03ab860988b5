import { isSafeAddress } from "../address"

/** Sites that send on to where a link really leads, and the parameter that says where. */
const DETOURS: { host: RegExp; path?: RegExp; names: string[] }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, names: ["q", "url"] },
  { host: /\.safelinks\.protection\.outlook\.com$/, names: ["url"] },
  { host: /^lm?\.(?:facebook|instagram)\.com$/, names: ["u"] },
  { host: /^slack-redir\.net$/, path: /^\/link$/, names: ["url"] },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/(?:safety\/go|redir\/redirect)$/, names: ["url"] },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, names: ["q"] },
]

/** Parameters that tell a site where a reader comes from, and nothing else. */
const TRACKING =
  /^(?:utm_\w*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_enc_id|oly_anon_id|at_medium|at_campaign|ocid|cmpid|s_cid)$/i

/**
 * Where a pasted link leads: detours taken away, tracking too, an address of this paper as a path. Undefined for what no reader may be sent
 * to, for places within the page that it came from, and for the newsroom's own screens: the words stay.
 */
export function leadsTo(href: string, origin: string): string | undefined {
  const straight = untracked(
    withoutDetours(
      href
        .trim()
        .replace(/[\t\n\r]/g, "")
        .replaceAll(" ", "%20"),
    ),
  )
  const own = straight === origin || /^[/?#]/.test(straight.slice(origin.length)) ? straight.startsWith(origin) : false
  const address = own && origin ? straight.slice(origin.length).replace(/^(?!\/)/, "/") : straight
  if (address.startsWith("#") || address.length > 2_000 || !isSafeAddress(address)) return undefined
  if (/^\/(?:newsroom|api)(?:[/?#]|$)/.test(address)) return undefined
  return address
}

/** At most so many detours stand one behind the other. */
const DETOURS_AT_MOST = 5

function withoutDetours(address: string): string {
  let here = address
  for (let times = 0; times < DETOURS_AT_MOST; times++) {
    const next = behindDetour(here)
    if (next === undefined) return here
    here = next
  }
  return here
}

function behindDetour(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  const { hostname, pathname, searchParams } = new URL(address)
  const proofpoint = /^https:\/\/urldefense\.com\/v3\/__(https?:\/\/.+?)__;/.exec(address)?.[1]
  if (proofpoint && !proofpoint.includes("*")) return proofpoint
  const detour = DETOURS.find(({ host, path }) => host.test(hostname) && (!path || path.test(pathname)))
  const target = detour?.names.map((name) => searchParams.get(name)).find((one) => one !== null)
  return target ?? undefined
}

/** The same address without tracking; all else of it stays to the letter. */
function untracked(address: string): string {
  const [, before = "", query, after = ""] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(address) ?? []
  if (query === undefined || !/^https?:/i.test(address)) return address
  const parts = query.split("&").filter((part) => !TRACKING.test(part.split("=")[0] ?? ""))
  return before + (parts.length ? `?${parts.join("&")}` : "") + after
}
