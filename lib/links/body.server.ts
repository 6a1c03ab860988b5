import "server-only"
import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { pipeline } from "node:stream"
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib"

const UNPACK: Record<string, () => Duplex> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The codings that we say we can read. */
export const CODINGS = "gzip, deflate, br"

/** `cut`: there was more, or what came was damaged. */
export type Body = { bytes: Uint8Array; cut: boolean }

/**
 * Reads at most so many bytes of a body, counted as they come over the wire and again as they are unpacked: a small file that unpacks into
 * gigabytes, and an endless one that unpacks into nothing, both end here. Null: packed in a way that we do not know.
 */
export async function readBody(answer: IncomingMessage, most: number): Promise<Body | null> {
  const coding = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase()
  const unpack = coding === "identity" || coding === "" ? null : UNPACK[coding]
  if (unpack === undefined) {
    answer.destroy()
    return null
  }
  const from = unpack ? pipeline(upTo(answer, most), unpack(), () => {}) : upTo(answer, most)
  const chunks: Buffer[] = []
  let size = 0
  let cut = false
  try {
    for await (const chunk of from) {
      chunks.push(chunk)
      size += chunk.length
      if (size > most) {
        cut = true
        break
      }
    }
  } catch (error) {
    // What was unpacked before the mistake can be read; whoever was too slow has brought nothing.
    if (!String((error as NodeJS.ErrnoException).code).match(/^(Z_|ERR_|ECONNRESET)/) || !size) throw error
    cut = true
  } finally {
    answer.destroy()
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), cut }
}

async function* upTo(answer: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of answer) {
    yield chunk
    size += chunk.length
    if (size > most) return
  }
}
