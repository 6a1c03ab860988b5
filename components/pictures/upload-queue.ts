import { z } from "zod"
import { PART } from "@/lib/pictures/pictures"

/** A file on its way into the library; `share` is how much of it is here, 0 to 1. */
export type Line = {
  key: number
  name: string
  state: "waiting" | "sending" | "done" | "refused"
  share: number
  refused: string
}

type Entry = Line & { file: File; upload: string | null }

const AT_ONCE = 2
/** So often a part is sent again by itself when the line is cut, each time after a longer pause. */
const TRIES = 4

const progress = z.object({ id: z.string(), offset: z.number() })
const refusal = z.object({ detail: z.string().optional(), title: z.string().optional() })

/** Sends files one after the other, a few at once, in parts; tells of every step. What was cut off goes on where it had come to. */
export function startQueue(tell: (lines: readonly Line[]) => void, onDone: () => void) {
  let entries: Entry[] = []
  let next = 0
  const change = (key: number, some: Partial<Entry>) => {
    entries = entries.map((entry) => (entry.key === key ? { ...entry, ...some } : entry))
    tell(entries)
  }
  const work = async () => {
    const sending = entries.filter(({ state }) => state === "sending").length
    const entry = entries.find(({ state }) => state === "waiting")
    if (!entry || sending >= AT_ONCE) return
    change(entry.key, { state: "sending", refused: "" })
    void work()
    const refused = await send(entry, (some) => change(entry.key, some)).catch(() => CUT)
    change(entry.key, refused ? { state: "refused", refused } : { state: "done", share: 1 })
    if (!refused) onDone()
    void work()
  }
  return {
    add(files: readonly File[]) {
      const more = files.map((file) => ({ key: next++, name: file.name, file, upload: null, share: 0, refused: "" }))
      entries = [...entries, ...more.map((entry) => ({ ...entry, state: "waiting" as const }))]
      tell(entries)
      void work()
    },
    again(key: number) {
      change(key, { state: "waiting" })
      void work()
    },
  }
}

const CUT = "The line was cut. What has come over is kept for a day: try again, and it goes on from there."

/** Null when the picture is here, otherwise why not. */
async function send(entry: Entry, change: (some: Partial<Entry>) => void): Promise<string | null> {
  const { file } = entry
  let { upload } = entry
  let offset = 0
  if (upload) {
    const found = await fetch(`${DOOR}/${upload}`)
    if (found.ok) offset = progress.parse(await found.json()).offset
    else upload = null
  }
  if (!upload) {
    const body = JSON.stringify({ fileName: file.name, size: file.size })
    const begun = await fetch(DOOR, { method: "POST", headers: { "content-type": "application/json" }, body })
    if (!begun.ok) return sentenceOf(begun)
    upload = progress.parse(await begun.json()).id
    change({ upload })
  }
  for (;;) {
    const answer = await sendPart(`${DOOR}/${upload}`, file, offset)
    if (answer.status === 201) return null
    if (!answer.ok && answer.status !== 409) return sentenceOf(answer)
    offset = Number(answer.headers.get("upload-offset"))
    change({ share: offset / file.size })
  }
}

const DOOR = "/api/v1/pictures/uploads"

/** Sends a part; when the line is cut, or everybody is busy, it comes again after a pause. */
async function sendPart(address: string, file: File, offset: number): Promise<Response> {
  const headers = { "content-type": "application/offset+octet-stream", "upload-offset": String(offset) }
  const body = file.slice(offset, offset + PART)
  for (let tried = 1; ; tried++) {
    try {
      const answer = await fetch(address, { method: "PATCH", headers, body })
      if (answer.status !== 429 || tried === TRIES) return answer
    } catch (error) {
      if (tried === TRIES) throw error
    }
    await new Promise((done) => setTimeout(done, 500 * 2 ** tried))
  }
}

async function sentenceOf(answer: Response): Promise<string> {
  const { detail, title } = refusal.catch({}).parse(await answer.json().catch(() => ({})))
  return detail ?? title ?? "The picture was not taken. Try again, or try another file."
}
