import { expect, test } from "@playwright/test"
import { wordsOfSide } from "@/components/editors/conflict-words"
import { compareTexts } from "@/lib/story/merge"
import { EMPTY } from "../story/empty-text"

const STORY = "0b5cf5c6-6b1f-4a52-9f43-0c9d7a4c1d11"

test("whatever two texts say otherwise of a related item, the words of both sides show it", () => {
  const mine = { ...EMPTY, related: [{ story: STORY, reason: "Earlier" }] }
  const sides = [
    [{ pinned: true as const }, "Pinned"],
    [{ hidden: true as const }, "Hidden from readers"],
    [{ from: "2026-12-03T08:00:00Z" }, "From 3 December 2026, 09:00 CET"],
    [{ until: "2026-12-03T08:00:00Z" }, "Until 3 December 2026, 09:00 CET"],
    [{ headlineForReaders: "In short" }, "Headline for readers: In short"],
  ] as const
  for (const [said, words] of sides) {
    const theirs = { ...mine, related: [{ story: STORY, reason: "Earlier", ...said }] }
    const row = compareTexts(mine, theirs).find(({ key }) => key === "related")
    if (!row) throw new Error("no row")
    expect(row.same).toBe(false)
    expect(wordsOfSide(row, "mine", { mine, theirs }, [])).toBe("A story (Earlier)")
    expect(wordsOfSide(row, "theirs", { mine, theirs }, [])).toBe(`A story (Earlier; ${words})`)
  }
})
