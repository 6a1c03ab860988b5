import { readdirSync, readFileSync } from "node:fs"

/**
 * Linux counts a process's time in hundredths of a second (USER_HZ), in fields 14 and 15 of /proc/PID/stat; fields 16 and 17 have that of
 * its children who have ended, such as those that draw pictures.
 */
const TICK = 10

const PARTS = ["front", "next", "postgres", "rest"] as const
export type Part = (typeof PARTS)[number]
type Process = { pid: number; parent: number; ticks: number; command: string }

/** What each kind of process has or has spent. */
export type Shares = Record<Part, number>

export const sumOf = (shares: Shares): number => PARTS.reduce((sum, part) => sum + shares[part], 0)

/** What was spent between two readings; null where there is no /proc. */
export const spentBetween = (before: Shares | null, after: Shares | null): Shares | null =>
  before && after && shares((part) => after[part] - before[part])

/** CPU time so far, in milliseconds, of these processes and all their descendants; null where there is no /proc. */
export function cpuOf(roots: readonly number[]): Shares | null {
  const all = familyOf(roots)
  return all && collect(all, ({ ticks }) => ticks * TICK)
}

/**
 * Memory in bytes of these processes and all their descendants. What several of them share counts once, in equal parts (PSS):
 * PostgreSQL's processes share most of what each of them seems to have.
 */
export function memoryOf(roots: readonly number[]): Shares | null {
  const all = familyOf(roots)
  return all && collect(all, ({ pid }) => memoryOfOne(pid))
}

/** The ids of these processes and all their descendants. */
export const pidsOf = (roots: readonly number[]): number[] => (familyOf(roots) ?? []).map(({ pid }) => pid)

const shares = (of: (part: Part) => number): Shares => ({
  ...{ front: of("front"), next: of("next"), postgres: of("postgres"), rest: of("rest") },
})

function collect(all: Process[], value: (one: Process) => number): Shares {
  return shares((part) =>
    all.filter(({ command }) => partOf(command) === part).reduce((sum, one) => sum + value(one), 0),
  )
}

function partOf(command: string): Part {
  if (command.includes("server/front.ts")) return "front"
  if (/next-server|next\/dist\/bin\/next/.test(command)) return "next"
  return /^postgres|\/postgres( |$)/.test(command) ? "postgres" : "rest"
}

function familyOf(roots: readonly number[]): Process[] | null {
  const all = processes()
  if (!all.length) return null
  return all.filter(({ pid }) => roots.includes(pid)).flatMap((root) => [root, ...descendants(root.pid, all)])
}

function descendants(root: number, all: Process[]): Process[] {
  const children = all.filter(({ parent }) => parent === root)
  return children.flatMap((child) => [child, ...descendants(child.pid, all)])
}

function processes(): Process[] {
  try {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name))
    return pids.flatMap((pid) => readProcess(Number(pid)) ?? [])
  } catch {
    return []
  }
}

function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    // The name in parentheses may hold spaces: count fields from its end.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0)
    return { pid, parent: Number(fields[1]), ticks, command }
  } catch {
    return null
  }
}

function memoryOfOne(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) * 1_024
  } catch {
    return 0
  }
}
