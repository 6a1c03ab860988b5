import { feedDateOf } from "../dates"
import { versionAddress } from "./versions"

// Memento (RFC 7089): which version of a story readers had at a moment, for programs that travel in time.

type Version = { number: number; at: Date }

export const timeMapAddress = (address: string) => `${address}/timemap`
/** Negotiated by a header of the request, which no page of the cache is: so it stands with the API. */
export const timeGateAddress = (address: string) => `/api/timegate${address}`

/** The version that readers had at this moment; before the first one the first, without a moment the newest. Versions are the newest first. */
export const versionAt = <V extends Version>(versions: readonly V[], at: Date | null): V | undefined =>
  at === null ? versions[0] : (versions.find((version) => version.at <= at) ?? versions.at(-1))

/** The moment that Accept-Datetime names; "wrong" where it names none, null where it was not sent. */
export function momentAsked(header: string | null): Date | "wrong" | null {
  if (header === null) return null
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(header.trim())) return "wrong"
  const at = new Date(header)
  return Number.isNaN(at.getTime()) ? "wrong" : at
}

const link = (address: string, rel: string, more = "") => `<${address}>; rel="${rel}"${more}`
const TYPE = '; type="application/link-format"'

/** Where everything of a story's time stands, for a Link header. `address` is whole. */
export const timeLinks = (origin: string, address: string) => [
  link(origin + address, "original"),
  link(origin + timeGateAddress(address), "timegate"),
  link(origin + timeMapAddress(address), "timemap", TYPE),
]

/** Every version with its moment, the first one first (RFC 7089, 5; RFC 6690). */
export function timeMap(origin: string, address: string, versions: readonly Version[]): string {
  const [first, last] = [versions.at(-1), versions[0]]
  const range = first && last ? `; from="${feedDateOf(first.at)}"; until="${feedDateOf(last.at)}"` : ""
  const mementos = versions.toReversed().map((version) => {
    const place = [version === first && "first", version === last && "last", "memento"].filter(Boolean).join(" ")
    return link(origin + versionAddress(address, version.number), place, `; datetime="${feedDateOf(version.at)}"`)
  })
  const own = link(origin + timeMapAddress(address), "self", TYPE + range)
  const [original = "", gate = ""] = timeLinks(origin, address)
  return `${[original, own, gate, ...mementos].join(",\n")}\n`
}
