import "server-only"

export type Body = { bytes: Uint8Array<ArrayBuffer> } | { refused: string; because: "too large" | "broken off" }

/** The bytes of a request, read no further than `maxBytes`: what is longer is refused while it is still coming in. */
export async function readBody(request: Request, maxBytes: number): Promise<Body> {
  const tooLarge: Body = { refused: `This is larger than ${inWords(maxBytes)}. Send less.`, because: "too large" }
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return tooLarge
  if (!request.body) return { bytes: new Uint8Array() }
  const reader = request.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.byteLength
      if (length > maxBytes) {
        await reader.cancel()
        return tooLarge
      }
      chunks.push(next.value)
    }
  } catch {
    return { refused: "The sending broke off before everything was here. Send it again.", because: "broken off" }
  }
  return { bytes: join(chunks, length) }
}

function join(chunks: Uint8Array[], length: number) {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

function inWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${Math.round(bytes / 100_000) / 10} MB`
  return bytes >= 1_000 ? `${Math.round(bytes / 1_000)} kB` : `${bytes} bytes`
}
