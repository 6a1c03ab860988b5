import { readdirSync, readFileSync } from "node:fs"

/** Linux counts a process's time in hundredths of a second (USER_HZ), in fields 14 and 15 of /proc/PID/stat. */
const TICK = 10

export type Part = "front" | "next" | "postgres"
type Process = { pid: number; parent: number; ticks: number; command: string }

/** CPU time so far, in milliseconds, of the application's processes among the descendants of `root`; null where there is no /proc. */
export function cpuOf(root: number): Record<Part, number> | null {
  const all = processes()
  if (!all.length) return null
  const spent = { front: 0, next: 0, postgres: 0 }
  for (const { command, ticks } of descendants(root, all)) {
    const part = partOf(command)
    if (part) spent[part] += ticks * TICK
  }
  return spent
}

/** CPU time so far of one process, in milliseconds. */
export const cpuOfOne = (pid: number): number => (readProcess(pid)?.ticks ?? Number.NaN) * TICK

function partOf(command: string): Part | null {
  if (command.includes("server/front.ts")) return "front"
  if (/next-server|next\/dist\/bin\/next/.test(command)) return "next"
  return /^postgres|\/postgres( |$)/.test(command) ? "postgres" : null
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
    return { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), command }
  } catch {
    return null
  }
}
