/**
 * The part of an address that tells one visitor from the next: an IPv4 address as it is, of an IPv6 address the first 64 bits,
 * because one visitor has all the rest (RFC 6177). Null when it is no address.
 */
export function networkOf(address: string): string | null {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, "")
    .replace(/%.*$/, "")
  if (isIpv4(plain)) return plain
  return ipv6Network(plain)
}

const isIpv4 = (address: string) =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(address) && address.split(".").every((part) => Number(part) < 256)

function ipv6Network(address: string): string | null {
  if (!/^[0-9a-f:.]+$/.test(address) || !URL.canParse(`http://[${address}]/`)) return null
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = "", tail] = short.split("::")
  const left = head ? head.split(":") : []
  const right = tail ? tail.split(":") : []
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return `${[...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4).join(":")}::/64`
}
