import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { wordsOfBlock } from "@/lib/blocks/blocks"
import { decode } from "@/lib/wire/decode"
import { parse } from "@/lib/wire/parse"
import { redraft } from "@/lib/wire/redraft"

// Each tests/wires/NAME.txt is a wire of our own, as bytes; NAME.expected.json is what it has to be read as.
// After a change of rules, WIRES=write writes the expected files anew: read every difference before you keep it.
const FOLDER = "tests/wires"

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".txt")))
  test(`the wire ${name} is read as its expected file says`, () => {
    const found = readAs(new Uint8Array(readFileSync(join(FOLDER, name))))
    const expected = join(FOLDER, name.replace(/txt$/, "expected.json"))
    if (process.env.WIRES === "write") writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`)
    expect(found).toEqual(JSON.parse(readFileSync(expected, "utf8")))
  })

/** What a reader of the expected file wants to see: a line of the file for each line of the wire, and the draft. */
function readAs(bytes: Uint8Array) {
  const decoded = decode(bytes)
  if ("refused" in decoded) return decoded
  const reading = parse(decoded.text)
  const { body, relatedMarker: _, ...words } = redraft(reading).draft
  return {
    encoding: decoded.encoding,
    language: reading.language.language,
    lines: reading.lines.map(({ line, takenFor, text }) => `${line} ${takenFor}: ${text}`),
    draft: { ...words, body: body.map((block) => `${block.kind}: ${wordsOfBlock(block)}`) },
  }
}
