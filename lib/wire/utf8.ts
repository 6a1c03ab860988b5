import { readSingleByte } from "./single-byte"

/** How many characters of more than one byte are valid UTF-8, and how many bytes belong to none. */
export function surveyUtf8(bytes: Uint8Array): { wide: number; stray: number } {
  let wide = 0
  let stray = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) stray++
    if (length > 1) wide++
    at += length || 1
  }
  return { wide, stray }
}

/** UTF-8 in which somebody pasted a few bytes of Windows-1252: each stray byte is read as what it is there. */
export function readMixed(bytes: Uint8Array): string {
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true })
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) {
      pieces.push(utf8.decode(bytes.subarray(from, at)), readSingleByte("windows-1252", bytes.subarray(at, at + 1)))
      from = at + 1
    }
    at += length || 1
  }
  return pieces.concat(utf8.decode(bytes.subarray(from))).join("")
}

/** Length of the valid UTF-8 sequence that starts here, 0 for none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const form = FORMS.find(([low, high]) => first >= low && first <= high)
  if (!form) return 0
  const [, , length, low, high] = form
  const second = bytes[at + 1] ?? 0
  if (second < low || second > high) return 0
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

/** First byte from and to, length, second byte from and to (Unicode 16, table 3-7). All further bytes are 80..BF. */
const FORMS = [
  [0xc2, 0xdf, 2, 0x80, 0xbf],
  [0xe0, 0xe0, 3, 0xa0, 0xbf],
  [0xe1, 0xec, 3, 0x80, 0xbf],
  [0xed, 0xed, 3, 0x80, 0x9f],
  [0xee, 0xef, 3, 0x80, 0xbf],
  [0xf0, 0xf0, 4, 0x90, 0xbf],
  [0xf1, 0xf3, 4, 0x80, 0xbf],
  [0xf4, 0xf4, 4, 0x80, 0x8f],
] as const
