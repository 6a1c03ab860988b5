import { expect, test } from "@playwright/test"
import { BLOCKS } from "@/lib/blocks/blocks"
import { badInput } from "@/lib/story/bad-input"
import { storyText } from "@/lib/story/story"

const told = (input: unknown) => {
  const parsed = storyText.partial().safeParse(input)
  return parsed.success ? {} : badInput(parsed.error).fields
}

test("what is wrong is said in a sentence for each field, never in the parser's words", () => {
  const blocks = `A block is an object whose kind is one of: ${Object.keys(BLOCKS).join(", ")}.`
  const bad = [3, { kind: "video", id: "b" }, { kind: "paragraph", id: "a", text: "x" }, { kind: "divider" }]
  expect(told({ headline: 5, language: "tlh", colour: "red", byline: "Ada", related: [{ story: "x" }] })).toEqual({
    headline: "This has to be text.",
    language: "Choose one of: en, nl, fr, de.",
    colour: "There is no such field here.",
    byline: "This has to be a list.",
    "related.0.story": "This is not an id.",
  })
  expect(told({ body: bad })).toEqual({
    "body.0": blocks,
    "body.1.kind": blocks,
    "body.2.text": "This has to be a list.",
    "body.3.id": "This is missing.",
  })
  expect(told(7)).toEqual({ "": "This has to be an object with fields." })
})
