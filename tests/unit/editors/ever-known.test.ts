import { expect, test } from "@playwright/test"
import { andBefore } from "@/components/editors/ever-known"

const line = (story: string, headline: string) => ({
  story,
  headline,
  status: "published" as const,
  live: true,
  address: null,
})

test("what was known of an item is known still when somebody else's list no longer holds it, in its newest words", () => {
  const mine = [line("a", "One"), line("b", "Two")]
  const theirs = [line("b", "Two, changed"), line("c", "Three")]
  expect(andBefore(mine, theirs)).toEqual([line("a", "One"), line("b", "Two, changed"), line("c", "Three")])
  expect(andBefore(mine, mine), "and the same is the same").toBe(mine)
})
