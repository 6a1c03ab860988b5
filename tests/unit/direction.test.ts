import { expect, test } from "@playwright/test"
import { directionOf, isolated } from "@/lib/direction"

test("words that turn the direction stand apart in a sentence, all others as they are", () => {
  expect(isolated("Flood in Mol")).toBe("Flood in Mol")
  expect(isolated("\u202eabc")).toBe("\u2068\u202eabc\u2069")
  expect(isolated("\u2069\u202eabc")).toBe("\u2068\u202eabc\u2069")
  expect(isolated("\u05e9\u05dc\u05d5\u05dd")).toBe("\u2068\u05e9\u05dc\u05d5\u05dd\u2069")
  expect(directionOf("Flood")).toBeUndefined()
})
