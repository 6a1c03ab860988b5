import { expect, test } from "@playwright/test"
import { storyText } from "@/lib/story/story"
import { decode } from "@/lib/wire/decode"
import { parse } from "@/lib/wire/parse"
import { redraft } from "@/lib/wire/redraft"

const STORY = [
  "Bridge reopens after winter\n\nThe old bridge carries lorries again, the council said on Monday.\n",
  "“It holds,” said the engineer. “It will hold for a hundred years, and somebody else will then look at it.”\n",
  "What was done\nWorkers drove eighty new piles into the river bed, and took out the rotten ones by hand.\n",
  "- one\n- two\nThe bridge on Monday ©NORDPERS PHOTO ANNE MAES\n",
].join("")

const wireOf = (size: number, piece: string) =>
  new TextEncoder().encode(piece.repeat(Math.ceil(size / piece.length)).slice(0, size))

function read(bytes: Uint8Array) {
  const decoded = decode(bytes)
  if ("refused" in decoded) throw new Error(decoded.refused)
  return redraft(parse(decoded.text))
}

/** CPU time: what else the machine does does not count. */
function workOf(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** The work of one run against that of the other, by the least of some rounds: in turns, for machines are not as fast in every second. */
function ratioOf(one: () => void, other: () => void): number {
  const rounds = Array.from({ length: 8 }, () => [workOf(other), workOf(one)] as const)
  return Math.min(...rounds.map(([, own]) => own)) / Math.min(...rounds.map(([of]) => of))
}

for (const [name, piece] of [
  ["stories one after the other", STORY],
  ["one endless line", "word “and another” (c) — "],
  ["a quotation that never closes", "“ a "],
  ["short lines", "No lines are shorter\n"],
  ["nothing but dashes", "- - "],
] as const)
  test(`a text of eight times the length is not much more work than eight texts: ${name}`, { tag: "@sweep" }, () => {
    const [small, large] = [wireOf(125_000, piece), wireOf(1_000_000, piece)]
    read(small)
    const eight = () => {
      for (let time = 0; time < 8; time++) read(small)
    }
    // Work that grows with the square would be eight times as much; what a larger heap costs is less than two.
    expect(ratioOf(() => read(large), eight)).toBeLessThan(4)
  })

test("a wire of more lines than a story has blocks keeps every word, in a story that may be saved", () => {
  const text = Array.from({ length: 12_000 }, (_, at) => `Sentence number ${at} of a very long wire.`).join("\n")
  const { body, headline, notes } = read(new TextEncoder().encode(text)).draft
  expect(body.length).toBeLessThanOrEqual(5_000)
  expect(storyText.shape.body.safeParse(body).success).toBe(true)
  const words = JSON.stringify([headline, body])
  for (const at of [0, 4_499, 4_500, 11_999]) expect(words).toContain(`Sentence number ${at} of`)
  expect(notes.join(" ")).toContain("more lines than a story has room for")
})
