import type { Bare } from "./bare-server"
import { quantile } from "./figures"
import { type Call, call, load } from "./load"
import { cpuOf, type Shares, spentBetween, sumOf } from "./processes"

/** What is measured: the same call again and again, or the next of a row of calls. */
export type Subject = { name: string; calls: number; width: number; next: (index: number) => Call }

/** CPU time and latency of one answer in milliseconds; `ratio` is ours divided by the bare server's. */
export type Line = {
  name: string
  bytes: number
  calls: number
  cpu: { ours: number; bare: number; ratio: number; parts: Shares } | null
  median: { ours: number; bare: number; ratio: number }
  slowest: { ours: number; bare: number; ratio: number }
}

/** Beside a bare server that sends the same bytes, both in turns. `roots`: the processes that work for the paper. */
export async function measure(subject: Subject, bare: Bare, roots: readonly number[], rounds: number): Promise<Line> {
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
  const spent: Shares = { front: 0, next: 0, postgres: 0, rest: 0 }
  let spentByBare = 0
  let counted = true
  for (let round = 0; round < rounds; round++) {
    const before = cpuOf(roots)
    times.ours.push(...(await load(ours, calls, width)))
    const between = spentBetween(before, cpuOf(roots))
    const bareBefore = cpuOf([bare.pid])
    times.bare.push(...(await load(theirs, calls, width)))
    const bareBetween = spentBetween(bareBefore, cpuOf([bare.pid]))
    if (between && bareBetween) {
      for (const part of ["front", "next", "postgres", "rest"] as const) spent[part] += between[part]
      spentByBare += sumOf(bareBetween)
    } else counted = false
  }
  const total = calls * rounds
  const perCall = (milliseconds: number) => milliseconds / total
  const { front, next: rendering, postgres, rest } = spent
  const parts = { front: perCall(front), next: perCall(rendering), postgres: perCall(postgres), rest: perCall(rest) }
  return {
    ...{ name, bytes: answer.body.length, calls: total },
    cpu: counted ? { ...compare(sumOf(parts), perCall(spentByBare)), parts } : null,
    median: compare(quantile(times.ours, 0.5), quantile(times.bare, 0.5)),
    slowest: compare(quantile(times.ours, 0.99), quantile(times.bare, 0.99)),
  }
}

function toBare({ url, ...rest }: Call, { origin }: Bare): Call {
  return { ...rest, url: new URL(url.pathname + url.search, origin) }
}

const compare = (ours: number, bare: number) => ({ ours, bare, ratio: ours / bare })
