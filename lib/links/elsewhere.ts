/** Networks that are not the public internet (IANA's special-purpose registries, RFC 6890), multicast, and what clouds keep beside their machines. */
const OURS4: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
]

/** What lies within 2000::/3 and leads elsewhere than its own place: Teredo and the rest of 2001::/23, examples, 6to4. */
const OURS6: readonly [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
]
const PUBLIC6 = ["2000::", 3] as const

/** Names that no public host has: whoever asks for one means something beside this server (RFC 6761, 6762, 7686, 8375, 9476). */
const OURS = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|private|home\.arpa|onion|alt)$/

/**
 * Is this address of the internet somebody else's, where anybody may ask? Only a plain IPv4 address, or an IPv6 address of the public part that
 * holds no other address in it; everything that cannot be read is not.
 */
export function isElsewhere(ip: string): boolean {
  const four = bitsOfFour(ip)
  if (four) return !OURS4.some(([net, length]) => isWithin(four, bitsOfFour(net), length))
  const six = bitsOfSix(ip)
  if (!six || !isWithin(six, bitsOfSix(PUBLIC6[0]), PUBLIC6[1])) return false
  return !OURS6.some(([net, length]) => isWithin(six, bitsOfSix(net), length))
}

/** The ports of the web. */
export const isWebPort = (port: number) => port === 80 || port === 443

/** May this address be asked for, as far as it shows without looking its host up? */
export function mayBeAsked(address: URL, mayPort: (port: number) => boolean = isWebPort): boolean {
  const { protocol, username, password, port } = address
  if (protocol !== "http:" && protocol !== "https:") return false
  if (username || password) return false
  if (!mayPort(port ? Number(port) : protocol === "https:" ? 443 : 80)) return false
  const host = hostOf(address)
  return !!ipOf(address) || (host.includes(".") && !OURS.test(host))
}

/** The host as it is looked up: in small letters, without brackets and without the dot of the root. */
export const hostOf = ({ hostname }: URL) =>
  hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")

/** The host where it is an address of the internet already. The URL standard has read octal, hexadecimal and short forms by then. */
export function ipOf(address: URL): string | null {
  const host = hostOf(address)
  return bitsOfFour(host) || address.hostname.startsWith("[") ? host : null
}

const isWithin = (bits: string, net: string | null, length: number) =>
  net !== null && bits.slice(0, length) === net.slice(0, length)

function bitsOfFour(ip: string): string | null {
  const parts = ip.split(".")
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null
  return parts.map((part) => Number(part).toString(2).padStart(8, "0")).join("")
}

function bitsOfSix(ip: string): string | null {
  const [head = "", tail, ...more] = ip.split("::")
  if (more.length) return null
  const [before, after] = [groupsOf(head), groupsOf(tail ?? "")]
  if (before === null || after === null) return null
  const missing = 128 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 16) return null
  return before + "0".repeat(missing) + after
}

function groupsOf(written: string): string | null {
  if (!written) return ""
  const groups = written.split(":")
  const bits = groups.map((group, at) => {
    if (group.includes(".")) return at === groups.length - 1 ? bitsOfFour(group) : null
    return /^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16).toString(2).padStart(16, "0") : null
  })
  return bits.includes(null) ? null : bits.join("")
}
