import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { open } from "node:fs/promises"

/** What a file holds: enough to tell it from any other, and from a part of itself. */
export type Digest = { bytes: number; sha256: string }

/** Writes a new file piece by piece, which only its owner reads unless `mode` says more, and waits until it is on the disk. */
export async function writeDigested(
  path: string,
  pieces: AsyncIterable<string | Buffer>,
  mode = 0o600,
): Promise<Digest> {
  const file = await open(path, "wx", mode)
  try {
    const tell = teller()
    for await (const piece of pieces) await file.appendFile(tell.add(piece))
    await file.sync()
    return tell.digest()
  } finally {
    await file.close()
  }
}

export async function digestOf(path: string): Promise<Digest> {
  const tell = teller()
  for await (const piece of createReadStream(path)) tell.add(piece)
  return tell.digest()
}

export function digestOfBytes(bytes: Buffer): Digest {
  const tell = teller()
  tell.add(bytes)
  return tell.digest()
}

export const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex")

function teller() {
  const hash = createHash("sha256")
  let bytes = 0
  return {
    add(piece: string | Buffer) {
      const buffer = Buffer.from(piece)
      hash.update(buffer)
      bytes += buffer.length
      return buffer
    },
    digest: () => ({ bytes, sha256: hash.digest("hex") }),
  }
}
