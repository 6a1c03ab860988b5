import { randomInt, randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { canonical } from "@/lib/record/canonical"
import { applied, differenceOf, reverted, type VersionText } from "@/lib/versions/difference"
import { segmentsOf } from "@/lib/versions/segments"
import type { Step } from "@/lib/versions/steps"
import { changedIn } from "@/lib/versions/words"

const paragraph = (words: string, id: string = randomUUID()) => ({ kind: "paragraph", id, text: [{ text: words }] })

const aText = (given: Partial<VersionText> = {}): VersionText => ({
  ...{ headline: "Rain", standfirst: "", kicker: "", dateline: "", language: "en", section: "home", slug: "rain" },
  ...{ byline: [], topics: [], body: [], related: [] },
  ...given,
})

/** What became of each block, in a word. */
const kinds = (body: readonly Step[]) =>
  body.map((step) => {
    if ("same" in step) return "same"
    const what = step.before === null ? "added" : step.after === null ? "removed" : "changed"
    return step.moved ? `${what} (moved)` : what
  })

test("a difference names the fields that changed, and what became of every block", () => {
  const [one, two, three] = [paragraph("One."), paragraph("Two."), paragraph("Three.")]
  const older = aText({ body: [one, two, three], topics: ["water"] })
  const body = [paragraph("One, really.", one.id), three, paragraph("Four.")]
  const { fields, body: steps } = differenceOf(older, aText({ headline: "Snow", topics: ["water"], body }))
  expect(fields).toEqual([{ field: "headline", before: "Rain", after: "Snow" }])
  expect(kinds(steps)).toEqual(["changed", "removed", "same", "added"])
  expect(changedIn({ fields, body: steps })).toBe("Headline; text: 1 part changed, 1 added, 1 removed")
  expect(changedIn(differenceOf(older, older))).toBe("")
})

test("a block that stands elsewhere has moved, and one with the same words under another id is the same one", () => {
  const [one, two, three] = [paragraph("One."), paragraph("Two."), paragraph("Three.")]
  const moved = differenceOf(aText({ body: [one, two, three] }), aText({ body: [two, three, one] }))
  expect(kinds(moved.body)).toEqual(["removed (moved)", "same", "same", "added (moved)"])
  const mended = paragraph("One, mended.", one.id)
  const both = differenceOf(aText({ body: [one, two, three] }), aText({ body: [two, three, mended] }))
  expect(kinds(both.body), "one that was changed as well").toEqual(kinds(moved.body))
  expect(both.body.at(-1)).toMatchObject({ after: mended, was: one })
  expect([changedIn(moved), changedIn(both)]).toEqual(["Text: 1 part moved", "Text: 1 part moved"])
  const again = [paragraph("One."), paragraph("Two, changed."), paragraph("Three.")]
  const imported = differenceOf(aText({ body: [one, two, three] }), aText({ body: again }))
  expect(kinds(imported.body)).toEqual(["changed", "changed", "changed"])
  expect(imported.body[1]).toMatchObject({ before: two, after: again[1] })
})

test("blocks of a later release, without an id or no objects at all, are compared like all others", () => {
  const older = aText({ body: [{ kind: "hologram", text: "Old" }, "a line", 7] })
  const newer = aText({ body: [{ kind: "hologram", text: "New" }, "a line"] })
  const difference = differenceOf(older, newer)
  expect(applied(older, difference)).toEqual(newer)
  expect(reverted(newer, difference)).toEqual(older)
})

test("a difference is refused by a text that it is not of", () => {
  const difference = differenceOf(aText({ body: [paragraph("One.")] }), aText({ headline: "Snow" }))
  expect(() => applied(aText({ body: [paragraph("Two.")] }), difference)).toThrow("another text")
  expect(() => applied(aText({ headline: "Hail", body: [paragraph("One.")] }), difference)).toThrow("another text")
})

test("of any two texts, each is made of the other and the difference, byte for byte", () => {
  for (let run = 0; run < 400; run++) {
    const pool = Array.from({ length: randomInt(1, 12) }, (_, at) => paragraph(`Words ${at % 4}`))
    const pick = (): VersionText =>
      aText({
        headline: `Headline ${randomInt(3)}`,
        topics: Array.from({ length: randomInt(3) }, (_, at) => `topic-${at}`),
        byline: Array.from({ length: randomInt(2) }, () => ({ name: `Name ${randomInt(2)}` })),
        body: pool
          .filter(() => randomInt(4) > 0)
          .map((block) =>
            randomInt(3) ? block : paragraph(`Words ${randomInt(6)}`, randomInt(2) ? block.id : undefined),
          )
          .sort(() => randomInt(5) - 1.5),
      })
    const [older, newer] = [pick(), pick()]
    const difference = differenceOf(older, newer)
    expect(canonical(applied(older, difference))).toBe(canonical(newer))
    expect(canonical(reverted(newer, difference))).toBe(canonical(older))
  }
})

test("two texts of many blocks with nothing in common are compared all the same", () => {
  const [older, newer] = [0, 1].map(() => aText({ body: Array.from({ length: 3_000 }, () => paragraph(randomUUID())) }))
  const difference = differenceOf(older as VersionText, newer as VersionText)
  expect(canonical(applied(older as VersionText, difference))).toBe(canonical(newer))
})

test.describe("by words", () => {
  const joined = (before: string, after: string) =>
    segmentsOf(before, after)
      .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
      .join("")

  test("what changed is told by whole words, and neighbours as one", () => {
    expect(joined("It was two days.", "It was three days.")).toBe("It was [-two-]{+three+} days.")
    expect(joined("In the old town hall", "In a new town hall")).toBe("In [-the old-]{+a new+} town hall")
    expect(joined("Ja, zo’n été", "Ja, zo’n hiver")).toBe("Ja, zo’n [-été-]{+hiver+}")
    expect(joined("", "New")).toBe("{+New+}")
    expect(joined("Gone", "")).toBe("[-Gone-]")
    expect(joined("Same", "Same")).toBe("Same")
  })

  test("a text with hardly a word of the other is told as one", () => {
    expect(joined("Rain fell over the whole of the town", "Nobody knows what a goat costs")).toBe(
      "[-Rain fell over the whole of the town-]{+Nobody knows what a goat costs+}",
    )
  })

  test("of any two texts, the segments hold every letter of both", () => {
    const some = () =>
      Array.from({ length: randomInt(60) }, () => ["rain", "Été", " ", "\n", "—", "7,5", "’"][randomInt(7)]).join("")
    for (let run = 0; run < 400; run++) {
      const [before, after] = [some(), some()]
      const segments = segmentsOf(before, after)
      const textOf = (left: string) =>
        segments
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join("")
      expect(textOf("added")).toBe(before)
      expect(textOf("removed")).toBe(after)
    }
  })
})

test("where only single words here and there stayed, it is another text", () => {
  const [before, after] = ["a b c d e f g h i j k l m n o p", "a 1 c 2 e 3 g 4 i 5 k 6 m 7 o 8"]
  expect(segmentsOf(before, after)).toEqual([
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ])
  expect(segmentsOf("Rain on Monday", "Rain on Tuesday")).toHaveLength(3)
})
