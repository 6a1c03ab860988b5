import { keepable } from "../text"

/** What a site asks of a robot: paths in the order of the file, and seconds between two requests. */
export type Robots = { rules: { allow: boolean; path: string }[]; delay: number }

/** So much of a file is read (RFC 9309, 2.5, asks for 500 KiB at least), and so many of its rules. */
const LONGEST = 512_000
const MOST = 2_000

/**
 * Reads robots.txt (RFC 9309) for one robot: the rules of every group that names it, or else of those for all. Written here because others'
 * readers keep every rule of every robot, and a file may name ten thousand of each.
 */
export function readRobots(text: string, robot: string): Robots {
  const groups = { mine: none(), all: none() }
  let named = false
  let to = new Set<Robots>()
  let begun = false
  for (const { field, value } of linesOf(text)) {
    if (field === "user-agent") {
      if (begun) [to, begun] = [new Set(), false]
      const isMine = productOf(value) === robot.toLowerCase()
      named ||= isMine
      if (isMine) to.add(groups.mine)
      else if (value === "*") to.add(groups.all)
    } else if (field !== "sitemap") {
      begun = true
      for (const group of to) take(group, field, value)
    }
  }
  return named ? groups.mine : groups.all
}

const none = (): Robots => ({ rules: [], delay: 0 })

function take(group: Robots, field: string, value: string) {
  if (field === "crawl-delay" && Number(value) > 0) group.delay = Math.min(Number(value), 3_600)
  if ((field === "allow" || field === "disallow") && value && group.rules.length < MOST)
    group.rules.push({ allow: field === "allow", path: value })
}

/** May it ask for this? The longest rule that fits decides, and of two of a length the one that allows. robots.txt itself may always be asked. */
export function allows(
  { rules }: Pick<Robots, "rules">,
  { pathname, search }: Pick<URL, "pathname" | "search">,
): boolean {
  const path = plain(pathname + search)
  if (path === "/robots.txt") return true
  let best = { allow: true, length: -1 }
  for (const { allow, path: written } of rules) {
    const pattern = plain(written)
    if (pattern.length < best.length || (pattern.length === best.length && !allow)) continue
    if (fits(pattern, path)) best = { allow, length: pattern.length }
  }
  return best.allow
}

function* linesOf(text: string) {
  for (const line of text
    .replace(/^\ufeff/, "")
    .slice(0, LONGEST)
    .split(/\r\n?|\n/)) {
    const [, field = "", value = ""] = /^\s*([a-z-]+)\s*:([^#]*)/i.exec(line) ?? []
    if (field) yield { field: field.toLowerCase(), value: value.trim() }
  }
}

const productOf = (value: string) => (/^[a-z_-]*/i.exec(value)?.[0] ?? "").toLowerCase()

/** One way to write each address: what needs no percent sign has none, the others in capitals (RFC 9309, 2.2.2). */
const plain = (path: string) =>
  path
    .replace(/[^\x21-\x7e]+/g, (run) => encodeURI(keepable(run)))
    .replace(/%([0-9a-f]{2})/gi, (whole, hex) => {
      const sign = String.fromCharCode(Number.parseInt(hex, 16))
      return /[a-z0-9._~-]/i.test(sign) ? sign : whole.toUpperCase()
    })

/** `*` is any run of signs, `$` at the end is the end. The leftmost fit of each piece is the best one, so nothing is tried twice. */
function fits(pattern: string, path: string): boolean {
  const ends = pattern.endsWith("$")
  const [first = "", ...pieces] = (ends ? pattern.slice(0, -1) : pattern).split("*")
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = ends ? pieces.pop() : undefined
  for (const piece of pieces) {
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  if (!ends) return true
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}
