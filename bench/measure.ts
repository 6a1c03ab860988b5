import type { Bare } from "./bare-server"
import { cpuOf, cpuOfOne, type Part } from "./cpu"
import { type Call, call, load, quantile } from "./load"

/** What is measured: the same call again and again, or the next of a row of calls. */
export type Subject = { name: string; calls: number; width: number; next: (index: number) => Call }

/** CPU time and latency of one answer in milliseconds; `ratio` is ours divided by the bare server's. */
export type Line = {
  name: string
  bytes: number
  calls: number
  cpu: { ours: number; bare: number; ratio: number; parts: Record<Part, number> } | null
  median: { ours: number; bare: number; ratio: number }
  slowest: { ours: number; bare: number; ratio: number }
}

const ROUNDS = 5

export async function measure(subject: Subject, bare: Bare, root: number): Promise<Line> {
  const { name, calls, width, next } = subject
  let index = 0
  const ours = () => next(index++)
  const answer = await call(ours())
  if (answer.status !== 200)
    throw new Error(`${name} answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`)
  await bare.hold(answer)
  const theirs = (): Call => toBare(next(0), bare)
  await load(ours, calls, width) // warm
  await load(theirs, calls, width)

  const times = { ours: [] as number[], bare: [] as number[] }
  const spent: Record<Part | "bare", number> = { front: 0, next: 0, postgres: 0, bare: 0 }
  let counted = true
  for (let round = 0; round < ROUNDS; round++) {
    const before = cpuOf(root)
    times.ours.push(...(await load(ours, calls, width)))
    const after = cpuOf(root)
    const bareBefore = cpuOfOne(bare.pid)
    times.bare.push(...(await load(theirs, calls, width)))
    spent.bare += cpuOfOne(bare.pid) - bareBefore
    if (before && after)
      for (const part of ["front", "next", "postgres"] as const) spent[part] += after[part] - before[part]
    else counted = false
  }
  const total = calls * ROUNDS
  const perCall = (milliseconds: number) => milliseconds / total
  return {
    name,
    bytes: answer.body.length,
    calls: total,
    cpu: counted
      ? {
          ...compare(perCall(spent.front + spent.next + spent.postgres), perCall(spent.bare)),
          parts: { front: perCall(spent.front), next: perCall(spent.next), postgres: perCall(spent.postgres) },
        }
      : null,
    median: compare(quantile(times.ours, 0.5), quantile(times.bare, 0.5)),
    slowest: compare(quantile(times.ours, 0.99), quantile(times.bare, 0.99)),
  }
}

function toBare({ url, ...rest }: Call, { origin }: Bare): Call {
  return { ...rest, url: new URL(url.pathname + url.search, origin) }
}

const compare = (ours: number, bare: number) => ({ ours, bare, ratio: ours / bare })
