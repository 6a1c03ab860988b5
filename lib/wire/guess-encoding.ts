import { ENCODINGS, type Encoding, type WireRefusal } from "./encoding"
import { readSingleByte } from "./single-byte"
import { readMixed, surveyUtf8 } from "./utf8"

type Guess = { encoding: Encoding; why: string; bom: number; read: (bytes: Uint8Array) => string | null }

/** Which encoding bytes are in: what the byte order mark says, then what the sender says, then what the bytes show. */
export function guessEncoding(bytes: Uint8Array, given?: string): Guess | WireRefusal {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (marked)
    return guess(
      marked.encoding,
      `It starts with the byte order mark of ${marked.encoding.toUpperCase()}.`,
      marked.mark.length,
    )
  const said = given ? asSaid(given) : null
  if (said && ("refused" in said || said.read(bytes) !== null)) return said
  const wide = wideEncoding(bytes)
  if (wide) return guess(wide, "Every second byte is zero, as in UTF-16 of European text.")
  return narrowEncoding(bytes)
}

const MARKS: { mark: number[]; encoding: Encoding }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
]

/** Names that programs give to the same encodings (WHATWG Encoding, 4.2). */
const ALIASES: Record<string, Encoding> = {
  utf8: "utf-8",
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  cp1252: "windows-1252",
  "utf-16": "utf-16le",
  "iso8859-15": "iso-8859-15",
  "latin-9": "iso-8859-15",
}

function asSaid(given: string): Guess | WireRefusal {
  const name = given.trim().toLowerCase()
  const encoding = ENCODINGS.find((known) => known === name) ?? ALIASES[name]
  if (encoding) return guess(encoding, `The sender says that it is ${encoding}.`)
  return {
    refused: `The encoding “${given.slice(0, 40)}” is not read here. Send UTF-8, UTF-16, Windows-1252 or ISO-8859-15.`,
    because: "unknown encoding",
  }
}

function guess(encoding: Encoding, why: string, bom = 0): Guess {
  return { encoding, why, bom, read: (bytes) => readAs(encoding, bytes) }
}

function readAs(encoding: Encoding, bytes: Uint8Array): string | null {
  if (encoding === "windows-1252" || encoding === "iso-8859-15") return readSingleByte(encoding, bytes)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark: in European text nearly every character has one byte that is zero, always on the same side. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length >> 1, 4_096)
  if (pairs < 2 || bytes.length % 2 === 1) return null
  let before = 0
  let after = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] !== 0) before++
    if (bytes[at] !== 0 && bytes[at + 1] === 0) after++
  }
  if (after > pairs * 0.6 && before < pairs * 0.05) return "utf-16le"
  if (before > pairs * 0.6 && after < pairs * 0.05) return "utf-16be"
  return null
}

function narrowEncoding(bytes: Uint8Array): Guess {
  const { wide, stray } = surveyUtf8(bytes)
  if (wide === 0 && stray === 0) return guess("utf-8", "Every byte is ASCII, which is UTF-8 as well.")
  if (stray === 0) return guess("utf-8", "Every byte sequence is valid UTF-8.")
  if (wide >= stray * 3)
    return {
      encoding: "utf-8",
      why: `It is UTF-8, but for ${stray} stray byte${stray > 1 ? "s" : ""}, read as Windows-1252.`,
      bom: 0,
      read: readMixed,
    }
  return singleByte(bytes)
}

/**
 * Windows-1252 or ISO-8859-15? They differ in 0x80–0x9F (quotation marks and dashes in the one, nothing in the other)
 * and in eight more bytes, of which 0xA4 is the euro in ISO-8859-15 and a sign that no text uses in Windows-1252.
 */
function singleByte(bytes: Uint8Array): Guess {
  if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f && byte !== 0x85))
    return guess("windows-1252", "It is not UTF-8, and has bytes that only Windows-1252 gives a meaning to.")
  if (bytes.includes(0xa4)) return guess("iso-8859-15", "It is not UTF-8, and has the euro sign of ISO-8859-15.")
  if (bytes.some((byte, at) => LETTERS_OF_15.has(byte) && isLetter(bytes[at - 1]) && isLetter(bytes[at + 1])))
    return guess("iso-8859-15", "It is not UTF-8, and has letters inside words that only ISO-8859-15 has.")
  return guess("windows-1252", "It is not UTF-8; Windows-1252 and ISO-8859-15 read it alike.")
}

/** Š š ž Œ œ Ÿ: the same bytes are ¦ ¨ ¸ ¼ ½ ¾ in Windows-1252, which do not stand between letters. */
const LETTERS_OF_15 = new Set([0xa6, 0xa8, 0xb8, 0xbc, 0xbd, 0xbe])

const isLetter = (byte = 0) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
