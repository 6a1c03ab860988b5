import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { body, wordsOfBody } from "@/lib/blocks/blocks"
import { readPasted } from "@/lib/paste/read"
import { treeOfHtml } from "../../html"
import { ink, visibleIn } from "./visible"

// Each NAME.clip is a clipboard's text/html as its source makes it, with words of our own; NAME.expected.json is what it has to be read as.
// After a change of rules, CLIPS=write writes the expected files anew: read every difference before you keep it.
const FOLDER = "tests/unit/paste/fixtures"
const PAPER = "https://paper.test"

/** Numbers of items that our list would not show as they were: signs of theirs, words of ours. */
const NUMBERS: Record<string, string[]> = {
  "libreoffice.clip": ["3. ", "4. "],
  "word-mac.clip": ["3) "],
  "word-windows-list.clip": ["a. "],
}
/** A caption stood under its table, a last row before the others. */
const OUT_OF_ORDER = ["cms.clip"]

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".clip"))) {
  const html = readFileSync(join(FOLDER, name), "utf8")
  const read = () => {
    const answer = readPasted(treeOfHtml(html), PAPER)
    if ("refused" in answer) throw new Error(answer.refused)
    return answer
  }

  test(`the clipboard ${name} becomes the blocks that its expected file names`, () => {
    const { blocks, pictures, left } = read()
    const found = {
      blocks: blocks.map(({ id: _, ...block }) => block),
      ...(pictures.length && { pictures: pictures.map(({ block }) => block) }),
      ...(left.length && { left }),
    }
    const expected = join(FOLDER, name.replace(/clip$/, "expected.json"))
    if (process.env.CLIPS === "write") writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`)
    expect(found).toEqual(JSON.parse(readFileSync(expected, "utf8")))
    expect(body.safeParse(blocks).error?.issues ?? []).toEqual([])
  })

  test(`no visible character of the clipboard ${name} is lost, and none is added`, () => {
    const words = (NUMBERS[name] ?? []).reduce((all, number) => all.replace(number, ""), wordsOfBody(read().blocks))
    const inOrder = OUT_OF_ORDER.includes(name) ? (all: string) => [...all].sort().join("") : (all: string) => all
    expect(inOrder(ink(words))).toBe(inOrder(visibleIn(html)))
  })
}
