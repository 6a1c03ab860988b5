import { execFile, fork } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { promisify } from "node:util"
import { parseWrk, type Reading } from "./wrk"

export type Readers = { connections: number; seconds: number }

const PLACES = ["/usr/bin/wrk", "/usr/local/bin/wrk", "/opt/homebrew/bin/wrk"]
const wrk = PLACES.find((place) => existsSync(place))

/** Which program reads. wrk takes the least of the machine that it measures. */
export const readsWith = wrk ? "wrk" : "bench/read.mjs"

/** As browsers ask. */
export const ACCEPT = { accept: "text/html", "accept-encoding": "gzip, br" }

/** Reads an address over so many connections as fast as it is answered, in a process of its own. */
export async function read(address: string, { connections, seconds }: Readers): Promise<Reading> {
  if (!wrk) return readByNode(address, connections, seconds)
  const headers = Object.entries(ACCEPT).flatMap(([name, value]) => ["-H", `${name}: ${value}`])
  const options = ["-t", "1", "-c", String(connections), "-d", `${seconds}s`, "--timeout", "20s", "--latency"]
  const { stdout } = await promisify(execFile)(wrk, [...options, ...headers, address])
  const reading = parseWrk(stdout)
  if (!reading) throw new Error(`wrk said something that is not understood: ${stdout}`)
  return reading
}

async function readByNode(address: string, connections: number, seconds: number): Promise<Reading> {
  const child = fork("bench/read.mjs", [address, String(connections), String(seconds), JSON.stringify(ACCEPT)])
  const [reading] = await once(child, "message")
  return reading
}
