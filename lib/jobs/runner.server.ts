import "server-only"
import { setTimeout as pause } from "node:timers/promises"
import { log } from "../log.server"
import { bury, type Claim, claim, fail, finish, keepClaim, letGo, noteSteps, type Tell } from "./claim.server"
import { type JobKind, KINDS } from "./kinds.server"
import { queueRepeated } from "./repeated.server"

const SECOND = 1_000

export type Kinds = Readonly<Record<string, JobKind>>
type Manner = {
  kinds?: Kinds
  /** seconds after which a job is somebody else's when its runner is not heard of */
  lease?: number
}
export type Runner = {
  /** ends after the job in hand, which is told to give up and goes back to where it came from */
  stop: () => Promise<void>
}

/** Does one job after the other for as long as the process lives, and looks each second for more; never keeps it alive itself. */
export function startRunner({ kinds = KINDS, lease = 30 }: Manner = {}): Runner {
  const ending = new AbortController()
  const ended = run(kinds, lease, ending.signal)
  return {
    stop: () => {
      ending.abort()
      return ended
    },
  }
}

/**
 * The runners of a process that serves: they end before the process does. What waits for somebody else's answer has one of its own, so
 * that a program that does not answer delays no picture and no mail.
 */
export function serveJobs(): void {
  const kinds: [string, JobKind][] = Object.entries(KINDS)
  const lanes = [true, false].map((outside) => kinds.filter(([, kind]) => (kind.outside === true) === outside))
  const runners = lanes.map((lane) => startRunner({ kinds: Object.fromEntries(lane) }))
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      for (const runner of runners) void runner.stop()
    })
}

async function run(kinds: Kinds, lease: number, ending: AbortSignal) {
  let wait = SECOND
  let repeated = 0
  while (!ending.aborted) {
    try {
      if (Date.now() - repeated > 20 * SECOND) {
        repeated = Date.now()
        await queueRepeated(kinds)
      }
      if (await runOne(kinds, lease, ending)) continue
      wait = SECOND
    } catch (error) {
      log.error({ error: wordsOf(error) }, "jobs could not be looked for")
      wait = Math.min(wait * 2, 30 * SECOND)
    }
    await pause(wait, null, { signal: ending, ref: false }).catch(() => {})
  }
}

/** Does the job that is due longest; false when there is none. */
export async function runOne(kinds: Kinds, lease: number, ending: AbortSignal): Promise<boolean> {
  const names = Object.keys(kinds)
  const patient = names.filter((name) => kinds[name]?.patient)
  const job = await claim(names, patient, lease)
  const kind = job && kinds[job.kind]
  if (!job || !kind) return false
  const { id, attempts } = job
  const outcome = await attempt(job, kind, lease, ending)
  const line = { job: id, kind: job.kind, attempts }
  if (outcome === "dead") log.error(line, "a job was given up; its row says why")
  else if (outcome === "later") log.warn(line, "a job failed and will be tried again; its row says why")
  else log.debug({ ...line, outcome }, "a job was worked on")
  return true
}

async function attempt(job: Claim, kind: JobKind, lease: number, ending: AbortSignal) {
  const payload = kind.payload.safeParse(job.payload)
  if (!payload.success)
    return bury(job, `This job says something else than its kind asks for: ${payload.error.message}`)
  const lost = new AbortController()
  const renewing = renew(job, lease, lost)
  try {
    await kind.work(payload.data as never, AbortSignal.any([ending, lost.signal]), tellOf(job))
    return (await finish(job)) ? "done" : "lost"
  } catch (error) {
    if (lost.signal.aborted) return "lost"
    if (!ending.aborted) return await fail(job, wordsOf(error))
    await letGo(job)
    return "let go"
  } finally {
    clearInterval(renewing)
  }
}

/** Three times a lease it says that the work goes on; when that was not heard in time, the work stops. */
function renew(job: Claim, lease: number, lost: AbortController) {
  let heard = Date.now()
  return setInterval(
    async () => {
      const asked = Date.now()
      const kept = await keepClaim(job, lease).catch(() => null)
      if (kept) heard = asked
      if (kept === false || Date.now() - heard > lease * SECOND) lost.abort()
    },
    (lease * SECOND) / 3,
  ).unref()
}

/** Writes down how far a job got, at most once a second. */
function tellOf(job: Claim): Tell {
  let told = Number.NEGATIVE_INFINITY
  return (done, steps) => {
    if (performance.now() - told < SECOND) return
    told = performance.now()
    noteSteps(job, done, steps).catch((error: unknown) =>
      log.warn({ job: job.id, error: wordsOf(error) }, "how far a job got could not be written down"),
    )
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
