import type { Encoding, WireRefusal } from "./encoding"
import { guessEncoding } from "./guess-encoding"

/** The largest wire that is read, in bytes as they came. */
export const MAX_WIRE_BYTES = 2 * 1024 * 1024

/** The text of a wire, in which of the encodings it came, and why it was read so. */
export type Decoded = {
  text: string
  encoding: Encoding
  why: string
  /** how many bytes of byte order mark stood before the text: 0, 2 or 3 */
  bom: number
}

/**
 * Turns bytes into text, or says why not. A given encoding (the charset of a Content-Type) is believed unless a byte
 * order mark says otherwise (WHATWG Encoding, "decode"). Nothing is dropped and nothing is replaced.
 */
export function decode(bytes: Uint8Array, given?: string): Decoded | WireRefusal {
  if (bytes.length > MAX_WIRE_BYTES) return tooLarge(bytes.length)
  if (bytes.length === 0) return EMPTY
  const file = knownFile(bytes)
  if (file) return { refused: `This is ${file}, not text. Save it as plain text first.`, because: "binary" }
  const guess = guessEncoding(bytes, given)
  if ("refused" in guess) return guess
  const text = guess.read(bytes.subarray(guess.bom))
  if (text === null) return damaged(guess.encoding)
  const { encoding, why, bom } = guess
  return checkText(text) ?? { text, encoding, why, bom }
}

/** What is wrong with a text that came as text (pasted, or in JSON), if anything. */
export function checkText(text: string): WireRefusal | null {
  if (text.length > MAX_WIRE_BYTES) return tooLarge(text.length)
  if (text.includes("\0")) return BINARY
  if (HALF_CHARACTER.test(text))
    return { refused: "The text holds half a character. Copy it again from where it came.", because: "binary" }
  const controls = text.match(UNPRINTABLE)?.length ?? 0
  if (controls > 16 && controls > text.length / 50) return BINARY
  if (NOTHING_TO_READ.test(text)) return EMPTY
  return null
}

const EMPTY: WireRefusal = {
  refused: "There is no text in it: nothing to make a draft from. Paste or choose a wire with words in it.",
  because: "empty",
}

const BINARY: WireRefusal = {
  refused: "This is not text: it holds bytes that no text has. Send the plain text of the wire.",
  because: "binary",
}

const HALF_CHARACTER = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is counted
const UNPRINTABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: a text of control characters and spaces says nothing
const NOTHING_TO_READ = /^[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]*$/

/** The refusal of a wire of so many bytes. */
export function tooLarge(size: number): WireRefusal {
  const found = (size / 1024 / 1024).toFixed(1)
  return {
    refused: `This wire is ${found} MB; at most 2 MB of text is read at once. Cut it into parts and import them one by one.`,
    because: "too large",
  }
}

const damaged = (encoding: Encoding): WireRefusal => ({
  refused: `The file says that it is ${encoding.toUpperCase()}, but it breaks off or is damaged. Fetch it again.`,
  because: "binary",
})

/** What files start with that people take for text by mistake. */
const FILES: [start: string, name: string][] = [
  ["%PDF-", "a PDF document"],
  ["PK\u0003\u0004", "a Word document or a zip file"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Word document"],
  ["{\\rtf", "a rich text document (RTF)"],
  ["\u0089PNG", "a PNG picture"],
  ["\u00ff\u00d8\u00ff", "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  ["RIFF", "a picture, sound or film"],
  ["\u001f\u008b", "a compressed file (gzip)"],
  ["\u007fELF", "a program"],
  ["SQLite format 3", "a database"],
]

function knownFile(bytes: Uint8Array) {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  return FILES.find(([mark]) => start.startsWith(mark))?.[1]
}
