import "server-only"
import { type ChildProcessByStdio, spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Readable, Writable } from "node:stream"
import { z } from "zod"
import { lastInLine } from "./last-in-line.server"

// Given from the folder that every command of the project is started in: the server's bundle has moved away from this file.
const PROGRAM = join(/* turbopackIgnore: true */ process.cwd(), "lib", "pictures", "share-process.mjs")
const FONTS = join(/* turbopackIgnore: true */ process.cwd(), "components", "site", "fonts")

/** What a share picture shows, and where it is to lie. */
type Drawing = {
  name: string
  kicker: string
  headline: string
  foot: string
  picture: { file: string; box: { left: number; top: number; width: number; height: number } } | null
  credit: string
  xmp: string
  /** an absolute path */
  file: string
}

/** milliseconds for one picture */
const TIME = 30_000
/** So long the process is kept that nobody needs, in milliseconds: to load it costs more than to draw a picture. */
const IDLE = 10_000

type Hand = { child: ChildProcessByStdio<Writable, Readable, Readable>; answers: AsyncIterator<string>; said: string }
type Room = { hand?: Hand | undefined; turn: Promise<unknown>; idle?: NodeJS.Timeout | undefined }

/** Of this process: Next has this module more than once. */
const shared = globalThis as { standfirstDrawing?: Room }
shared.standfirstDrawing ??= { turn: Promise.resolve() }
const room = shared.standfirstDrawing

/**
 * Draws a share picture, one after the other, in a process that has nothing of our surroundings (no secrets) and is there for those that
 * follow within a few seconds.
 *
 * @throws with what the process said, when there is no picture in the end
 */
export function draw(drawing: Drawing, signal: AbortSignal): Promise<void> {
  const mine = room.turn.then(() => drawNow(drawing, signal))
  room.turn = mine.catch(() => {})
  return mine
}

async function drawNow(drawing: Drawing, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  clearTimeout(room.idle)
  room.hand ??= begin()
  const { hand } = room
  const { child } = hand
  const stop = () => child.kill("SIGKILL")
  const clock = setTimeout(stop, TIME)
  signal.addEventListener("abort", stop)
  held(child, true)
  try {
    child.stdin.write(`${JSON.stringify({ ...drawing, time: TIME })}\n`)
    const { value, done } = await hand.answers.next()
    const failed = done ? hand.said || "its process was ended" : answer.parse(JSON.parse(value)).failed
    if (failed) throw new Error(`The share picture was not drawn: ${failed.slice(0, 1_000)}`)
  } finally {
    clearTimeout(clock)
    signal.removeEventListener("abort", stop)
    held(child, false)
    room.idle = setTimeout(rest, IDLE).unref()
  }
}

const answer = z.object({ failed: z.string().optional() })

function begin(): Hand {
  const child = lastInLine(
    spawn(process.execPath, ["--max-old-space-size=256", PROGRAM, FONTS], {
      env: {} as NodeJS.ProcessEnv,
      stdio: ["pipe", "pipe", "pipe"],
    }),
  )
  const hand: Hand = { child, answers: createInterface({ input: child.stdout })[Symbol.asyncIterator](), said: "" }
  child.stderr.on("data", (chunk) => {
    hand.said += chunk
  })
  child.once("exit", () => {
    if (room.hand === hand) room.hand = undefined
  })
  for (const end of [child, child.stdin]) end.on("error", (error: Error) => (hand.said += error.message))
  return hand
}

/** It ends when it has no more to read. */
function rest() {
  room.hand?.child.stdin.end()
  room.hand = undefined
}

/** Whether this process stays alive for it. */
function held(child: Hand["child"], yes: boolean) {
  for (const one of [child, child.stdin, child.stdout, child.stderr]) {
    const handle = one as { ref?: () => void; unref?: () => void }
    if (yes) handle.ref?.()
    else handle.unref?.()
  }
}
