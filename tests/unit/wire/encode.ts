import { readSingleByte } from "@/lib/wire/single-byte"

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte)

/** Text as bytes, for tests. @throws when the encoding has no byte for a character */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text)
  const codes = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
  if (encoding === "utf-16le") return Uint8Array.from(codes.flatMap((code) => [code & 0xff, code >> 8]))
  if (encoding === "utf-16be") return Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]))
  if (encoding !== "windows-1252" && encoding !== "iso-8859-15") throw new Error(`no encoder for ${encoding}`)
  const characters = readSingleByte(encoding, ALL)
  return Uint8Array.from([...text], (character) => {
    const byte = characters.indexOf(character)
    if (byte < 0) throw new Error(`${encoding} has no ${character}`)
    return byte
  })
}
