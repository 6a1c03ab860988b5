import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"

/** A process, told apart from a later one that was given the same number: by when it began. */
export type Identity = { pid: number; began: string }

export function identityOf(pid: number): Identity | undefined {
  const began = beganAt(pid)
  return began === undefined ? undefined : { pid, began }
}

export function isAlive(identity: Identity) {
  return beganAt(identity.pid) === identity.began
}

/** Ends a process (and the group it leads) that is surely the one meant, and waits until it is gone. */
export async function endProcess(identity: Identity, signal: NodeJS.Signals, patience = 10_000) {
  if (!isAlive(identity)) return
  send(identity.pid, signal)
  for (const deadline = Date.now() + patience; isAlive(identity); await sleep(20)) {
    if (Date.now() > deadline) return send(identity.pid, "SIGKILL")
  }
}

function send(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // gone in the meantime
  }
}

function beganAt(pid: number) {
  if (existsSync("/proc/self/stat")) return beganAtByProc(pid)
  try {
    if (process.platform !== "win32")
      return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)])
        .toString()
        .trim()
    process.kill(pid, 0)
    return "unknown"
  } catch {
    return undefined
  }
}

/** Field 22 of /proc/PID/stat, in clock ticks since the machine started; the name in field 2 may hold spaces. */
function beganAtByProc(pid: number) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? []
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()
    return fields[0] === "Z" ? undefined : `${boot} ${fields[19]}`
  } catch {
    return undefined
  }
}
