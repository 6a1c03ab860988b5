import { expect, test } from "@playwright/test"
import fc from "fast-check"
import type { Block } from "@/lib/blocks/blocks"
import { bodyChangesBetween, bodyWith } from "@/lib/story/draft"

const TEXTS: Block<"paragraph">["text"][] = [[], [{ text: "One." }], [{ text: "Two.", bold: true }]]
const block: fc.Arbitrary<Block> = fc.record({
  id: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  kind: fc.constant("paragraph"),
  text: fc.constantFrom(...TEXTS),
})
const body = fc.uniqueArray(block, { maxLength: 6, selector: ({ id }) => id })

test("what changed between two bodies makes the one of the other", () => {
  const holds = (before: Block[], after: Block[]) =>
    expect(bodyWith(before, bodyChangesBetween(before, after))).toEqual(after)
  fc.assert(fc.property(body, body, (before, after) => void holds(before, after)))
})

test("a letter in a long body is said in few bytes", () => {
  const before = Array.from({ length: 200 }, (_, at) => ({
    ...{ id: `block-${at}`, kind: "paragraph" as const },
    text: [{ text: "A calm sentence. ".repeat(10) }],
  }))
  const after = before.map((one, at) => (at === 90 ? { ...one, text: [{ text: "A calm sentence!" }] } : one))
  expect(JSON.stringify(bodyChangesBetween(before, after)).length).toBeLessThan(100)
})

test("changes that name a block that is not there, or leave one out of the order, fit no body", () => {
  const one = { id: "a", kind: "paragraph" as const, text: [] }
  expect(bodyWith([one], { put: [], order: ["a", "b"] })).toBeNull()
  expect(bodyWith([one], { put: [{ ...one, id: "b" }] })).toBeNull()
})
