import { expect, test } from "@playwright/test"
import { saidTwice } from "@/lib/related/twice"

const TWICE = "This is in the list already: take it out here, or there."

test("the second of the same story or link is named, and each further one", () => {
  const items = [{ story: "a" }, { link: "a" }, { story: "b" }, { story: "a", pinned: true as const }, { link: "a" }]
  expect(saidTwice("related", items)).toEqual({ "related.3": TWICE, "related.4": TWICE })
  expect(saidTwice("items", items.slice(0, 3))).toEqual({})
})
