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
  const single = new TextDecoder("windows-1252")
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at)
    if (length === 0) {
      pieces.push(utf8.decode(bytes.subarray(from, at)), single.decode(bytes.subarray(at, at + 1)))
      from = at + 1
    }
    at += length || 1
  }
  return pieces.concat(utf8.decode(bytes.subarray(from))).join("")
}

/** Length of the valid UTF-8 sequence that starts here, 0 for none (Unicode 16, table 3-7). */
function sequenceAt(bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 {
  const first = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (first < 0x80) return 1
  if (first >= 0xc2 && first <= 0xdf) return goesOn(second) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80
    const high = first === 0xed ? 0x9f : 0xbf
    return second >= low && second <= high && goesOn(bytes[at + 2]) ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xf4 ? 0x8f : 0xbf
    return second >= low && second <= high && goesOn(bytes[at + 2]) && goesOn(bytes[at + 3]) ? 4 : 0
  }
  return 0
}

const goesOn = (byte = 0) => byte >= 0x80 && byte <= 0xbf
