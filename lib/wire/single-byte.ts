// Tables of our own: Node's TextDecoder reads "windows-1252" as ISO-8859-1, and loses quotation marks and dashes by it.
const WINDOWS_80_TO_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
const ISO_15: Record<number, string> = {
  164: "€",
  166: "Š",
  168: "š",
  180: "Ž",
  184: "ž",
  188: "Œ",
  189: "œ",
  190: "Ÿ",
}

const table = (characterOf: (byte: number) => string | undefined) =>
  Array.from({ length: 256 }, (_, byte) => characterOf(byte) ?? String.fromCharCode(byte))

const TABLES = {
  "windows-1252": table((byte) => (byte >= 0x80 && byte <= 0x9f ? WINDOWS_80_TO_9F[byte - 0x80] : undefined)),
  "iso-8859-15": table((byte) => ISO_15[byte]),
}

/** Reads bytes of which each is a character (WHATWG Encoding, index windows-1252; ISO/IEC 8859-15). Nothing can fail. */
export function readSingleByte(encoding: keyof typeof TABLES, bytes: Uint8Array): string {
  const characters = TABLES[encoding]
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += 8_192)
    pieces.push(Array.from(bytes.subarray(from, from + 8_192), (byte) => characters[byte]).join(""))
  return pieces.join("")
}
