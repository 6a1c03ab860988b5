import "server-only"
import { spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { z } from "zod"
import { log } from "../log.server"
import { lastInLine, SOMEBODY_WAITS } from "./last-in-line.server"
import { type Format, LIMITS, masterFile, WIDTHS } from "./pictures"

// Given from the folder that every command of the project is started in: the server's bundle has moved away from this file.
const PROGRAM = join(/* turbopackIgnore: true */ process.cwd(), "lib", "pictures", "renditions-process.mjs")

const made = z.object({ width: z.int(), height: z.int(), widths: z.array(z.int()) })
const answer = z.union([
  made,
  z.object({ refused: z.enum(["pixels", "damaged", "slow"]), detail: z.string().optional() }),
])

/** One file to be made of a picture: the whole of it, or a box, at this size. */
export type Rendition = {
  name: string
  width: number
  height?: number
  box?: { left: number; top: number; width: number; height: number }
  format: Format
}

type Order = {
  id: string
  folder: string
  xmp: string
  /** without them: what every picture has from the beginning, and the file that the others are made from */
  files?: Rendition[]
  limits?: Partial<typeof LIMITS> | undefined
  /** aborted when nobody needs them any more */
  signal?: AbortSignal
  /** called after each file with how many there are now */
  onFile?: (count: number) => void
}

/** So many times the processor's time that a picture may take is waited for: others want the processor too. */
const BUSY = 6

/** Makes files of a picture in a folder, or says what is wrong with it. */
export async function makeRenditions(bytes: Uint8Array, { id, folder, xmp, files, limits, signal, onFile }: Order) {
  const bounds = { ...LIMITS, ...limits }
  const patience = bounds.time * BUSY
  const rest = { master: masterFile(id), widths: WIDTHS, limits: bounds, patience }
  const order = JSON.stringify({ id, folder, xmp, files, ...rest })
  const { said, stopped, complaint } = await run(order, bytes, {
    patience,
    priority: files ? undefined : SOMEBODY_WAITS,
    signal,
    onLine: (line) => {
      const count = /^\{"files":(\d+)\}$/.exec(line)?.[1]
      if (count) onFile?.(Number(count))
      return !!count
    },
  })
  if (stopped) return { refused: "slow" as const }
  if (!said) {
    log.error({ complaint }, "the process that reads pictures ended without an answer")
    return { refused: "damaged" as const }
  }
  const answered = answer.parse(JSON.parse(said))
  if ("refused" in answered) log.info(answered, "refused a picture")
  return answered
}

type Manner = {
  /** milliseconds by the clock on the wall */
  patience: number
  priority: number | undefined
  signal: AbortSignal | undefined
  /** true: the line is not the answer */
  onLine: (line: string) => boolean
}
type Run = { said: string; stopped: boolean; complaint: string }

/** Runs the program with no surroundings (no secrets) and little memory of its own, and ends it when its time is up. */
function run(order: string, bytes: Uint8Array, { patience, priority, signal, onLine }: Manner): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = lastInLine(
      spawn(process.execPath, ["--max-old-space-size=256", PROGRAM, order], { env: {} as NodeJS.ProcessEnv }),
      priority,
    )
    let said = ""
    let complaint = ""
    let stopped = false
    const stop = () => {
      stopped = true
      child.kill("SIGKILL")
    }
    const clock = setTimeout(stop, patience)
    signal?.addEventListener("abort", stop)
    if (signal?.aborted) stop()
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!onLine(line)) said = line
    })
    child.stderr.on("data", (chunk) => (complaint += chunk))
    child.on("error", reject)
    child.on("close", () => {
      clearTimeout(clock)
      signal?.removeEventListener("abort", stop)
      resolve({ said, stopped, complaint: complaint.slice(0, 2_000) })
    })
    // A process that ended early closes its input: its answer says why.
    child.stdin.on("error", () => {})
    child.stdin.end(bytes)
  })
}
