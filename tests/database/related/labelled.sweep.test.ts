import { expect, test } from "@playwright/test"
import { measure } from "../../related/labelled/measure"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

test("of three hundred stories on twelve topics in four languages, what is suggested belongs there, and says truly why", async () => {
  test.setTimeout(240_000)
  const { stories, first, firstThree, withReason, trueReason, suggested, reached } = await measure()
  expect(stories).toBeGreaterThanOrEqual(300)
  expect(reached, "stories with a suggestion").toBeGreaterThanOrEqual(0.9)
  expect(first, "precision of the first").toBeGreaterThanOrEqual(0.9)
  expect(firstThree, "precision of the first three").toBeGreaterThanOrEqual(0.8)
  expect(withReason, "say why").toBe(suggested)
  expect(trueReason, "what they name stands in both texts").toBe(suggested)
})
