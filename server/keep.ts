import type { ChildProcess } from "node:child_process"
import { setTimeout as sleep } from "node:timers/promises"
import { type Identity, identityOf } from "./identity"
import { say } from "./say"

export type Kept = { stop(): Promise<void> }

type Care = {
  name: string
  /** starts the process; resolves when it serves, rejects when it could not */
  launch: () => Promise<ChildProcess>
  end: (child: ChildProcess) => Promise<void>
  /** told whenever there is a new process */
  onStart: (identity: Identity | undefined) => void
}

/** Starts a process and starts it again whenever it dies, each time in a row a little later, until it is stopped. */
export async function keep({ name, launch, end, onStart }: Care): Promise<Kept> {
  let stopping = false
  let started = Date.now()
  let failures = 0
  let again: Promise<void> | undefined
  const watch = (child: ChildProcess) => {
    started = Date.now()
    onStart(child.pid ? identityOf(child.pid) : undefined)
    child.once("exit", (code, signal) => {
      if (stopping) return
      say(`${name} has ended (${signal ?? `status ${code}`}): starting it again.`)
      again = revive()
    })
    return child
  }
  const revive = async () => {
    while (!stopping) {
      failures = Date.now() - started > 10_000 ? 0 : failures + 1
      if (failures > 1) await sleep(Math.min(10_000, 250 * 2 ** failures))
      if (stopping) return
      started = Date.now()
      try {
        child = watch(await launch())
        return
      } catch (error) {
        say(`${name} did not start: ${error instanceof Error ? error.message : error}`)
      }
    }
  }
  let child = watch(await launch())
  return {
    async stop() {
      stopping = true
      await Promise.race([again, sleep(10_000, undefined, { ref: false })])
      await end(child)
    },
  }
}

/** Asks a process and the group it leads to end, and insists when it does not. */
export async function endGroup(child: ChildProcess, patience = 5_000) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once("exit", done))
    child.kill("SIGTERM")
    await Promise.race([gone, sleep(patience, undefined, { ref: false })])
  }
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL")
  } catch {
    // nobody of the group is left
  }
}
