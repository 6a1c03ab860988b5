import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import type { Answer } from "./load"

export type Bare = { pid: number; origin: string; hold: (answer: Answer) => Promise<void>; stop: () => void }

/** Headers that Node writes by itself. */
const OWN = ["connection", "keep-alive", "transfer-encoding", "date", "content-length"]

/** A bare server in a process of its own; `hold` gives it the answer that it repeats from then on. */
export async function startBare(): Promise<Bare> {
  const child = fork("bench/bare.mjs")
  const [port] = await once(child, "message")
  return {
    pid: child.pid ?? 0,
    origin: `http://127.0.0.1:${port}`,
    hold: (answer) => hold(child, answer),
    stop: () => child.kill(),
  }
}

async function hold(child: ChildProcess, { headers, body }: Answer) {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.includes(name)))
  child.send({ headers: kept, body: body.toString("base64") })
  await once(child, "message")
}
