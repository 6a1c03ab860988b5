import { expect, test } from "@playwright/test"
import type { StoryText } from "@/lib/story/story"
import { warningsOf } from "@/lib/story/warnings"

const text: StoryText = {
  ...{ headline: "Rain", standfirst: "It was announced.", kicker: "", dateline: "", language: "en" },
  ...{ section: "home", slug: "rain", byline: [{ name: "Ada" }], topics: [], related: [] },
  body: [],
}
const picture = { kind: "picture", id: "p", pictureId: crypto.randomUUID(), caption: "", credit: "" } as const

const warnings = (given: Partial<StoryText>) => warningsOf({ text: { ...text, ...given } })

test("a story with nothing to check has no warnings", () => {
  expect(warnings({})).toEqual([])
  expect(
    warnings({
      body: [
        { ...picture, alt: "A quay" },
        { ...picture, id: "q", decorative: true },
      ],
    }),
  ).toEqual([])
})

test("each thing that somebody may want to check is one sentence", () => {
  expect(warnings({ standfirst: " " })).toEqual(["The story has no standfirst."])
  expect(warnings({ byline: [] })).toEqual(["The story has no byline."])
  expect(warnings({ body: [{ ...picture, alt: " " }] })).toEqual([
    "A picture is not described for those who do not see it.",
  ])
  expect(warnings({ body: [{ ...picture, pictureId: null, alt: "" }] })).toEqual([
    "A caption is still without its picture.",
  ])
  const left = [{ kind: "crosshead", id: "c", text: "Lees ook:" } as const]
  expect(warnings({ body: left })).toEqual([expect.stringContaining("Related headlines of a wire")])
})
