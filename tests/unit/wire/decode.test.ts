import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { decode, MAX_WIRE_BYTES } from "@/lib/wire/decode"
import { parse } from "@/lib/wire/parse"
import { redraft } from "@/lib/wire/redraft"
import { encode } from "./encode"

const TEXT = "Café “Zur Post” shuts – for good\r\n\r\n„Nein“, sagte sie: l’été coûte 3 € … œuvre\r\n"

for (const encoding of ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const)
  test(`${encoding} is recognised, and read back byte for byte`, () => {
    expect(decode(encode(TEXT, encoding))).toMatchObject({ text: TEXT, encoding, bom: 0 })
  })

for (const [encoding, mark] of [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
] as const)
  test(`${encoding} with a byte order mark is recognised, and the mark is accounted for`, () => {
    const bytes = new Uint8Array([...mark, ...encode(TEXT, encoding)])
    expect(decode(bytes)).toMatchObject({ text: TEXT, encoding, bom: mark.length })
  })

test("ISO-8859-15 is told by its euro sign, and by its letters inside words", () => {
  const euro = "Le prix est de 45 000 € à la caisse, dit la cliente."
  const heart = "Le cœur du tableau est intact, écrit le musée."
  for (const text of [euro, heart])
    expect(decode(encode(text, "iso-8859-15"))).toMatchObject({ text, encoding: "iso-8859-15" })
})

test("what the sender says of the encoding is believed, as long as it can be true", () => {
  const bytes = encode("œuvre", "iso-8859-15")
  expect(decode(bytes, "ISO-8859-15")).toMatchObject({ text: "œuvre", encoding: "iso-8859-15" })
  expect(decode(encode("l’été", "windows-1252"), "utf-8")).toMatchObject({ text: "l’été", encoding: "windows-1252" })
  expect(decode(bytes, "koi8-r")).toMatchObject({ because: "unknown encoding" })
})

test("a few bytes of Windows-1252 inside UTF-8 are read as what they are", () => {
  const bytes = new Uint8Array([...encode("“café” – été ", "utf-8"), 0x92, ...encode(" œuvre", "utf-8")])
  expect(decode(bytes)).toMatchObject({ text: "“café” – été ’ œuvre", encoding: "utf-8" })
})

test("any text comes out of UTF-8 and UTF-16 as it went in, or is refused", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", minLength: 20 }),
      fc.constantFrom("utf-8", "utf-16le"),
      (text, encoding) => {
        const mark = encoding === "utf-8" ? [0xef, 0xbb, 0xbf] : [0xff, 0xfe]
        const read = decode(new Uint8Array([...mark, ...encode(text, encoding)]))
        if (!("refused" in read)) expect(read.text).toBe(text)
      },
    ),
  )
})

test("any bytes are read or refused with a sentence, and never thrown at", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const read = decode(bytes)
      if ("refused" in read) expect(read.refused).toMatch(/^[A-Z].*\.$/)
      else expect(redraft(parse(read.text)).spans.reduce((sum, { length }) => sum + length, 0)).toBe(read.text.length)
    }),
    { numRuns: 500 },
  )
})

for (const [what, bytes] of [
  ["a PNG picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
  ["a PDF document", [...encode("%PDF-1.7 and so on", "utf-8")]],
  ["a Word document", [0x50, 0x4b, 3, 4, 20, 0, 6, 0]],
  ["holds bytes that no text has", [65, 66, 0, 67, 68, 69, 70, 71, 72]],
] as const)
  test(`what is not text is refused: ${what}`, () => {
    expect(decode(new Uint8Array(bytes))).toMatchObject({ because: "binary", refused: expect.stringContaining(what) })
  })

test("nothing, and nothing but space, is refused as empty", () => {
  for (const text of ["", " \n\t\r\n\u00a0\u2028", "\u00ad\u200b"])
    expect(decode(encode(text, "utf-8"))).toMatchObject({ because: "empty" })
})

test("a wire of 2 MB is read, one byte more is refused", () => {
  expect(decode(new Uint8Array(MAX_WIRE_BYTES).fill(65))).toMatchObject({ encoding: "utf-8" })
  expect(decode(new Uint8Array(MAX_WIRE_BYTES + 1).fill(65))).toMatchObject({ because: "too large" })
})

test("UTF-16 that breaks off in the middle of a character is refused", () => {
  expect(decode(new Uint8Array([0xff, 0xfe, 65, 0, 66]))).toMatchObject({ because: "binary" })
})
