import { expect, test } from "@playwright/test"
import { expectedOf, isAsExpected } from "@/server/nodes/expected"

const act = { position: 7, act: "update", at: new Date(0), number: 3, section: "world", slug: "rain" }
const page = (version: number) => ({ status: 200, body: `<script>{"version":"${version}"}</script>` })

test("a node has confirmed an act once it gives out that version or a later one, or the story is gone since", () => {
  const expected = expectedOf(act)
  expect(expected).toEqual({ path: "/world/rain", version: 3 })
  expect([page(2), page(3), page(4)].map((answer) => isAsExpected(answer, expected))).toEqual([false, true, true])
  expect(isAsExpected({ status: 410, body: "" }, expected)).toBe(true)
  for (const status of [404, 308, 500, 503])
    expect(isAsExpected({ status, body: "" }, expected), `${status}`).toBe(false)
  expect(isAsExpected({ status: 200, body: "" }, expected)).toBe(false)
})

test("a withdrawal is confirmed by the notice alone", () => {
  const expected = expectedOf({ ...act, act: "withdraw" })
  expect(expected.version).toBe("gone")
  expect(isAsExpected({ status: 410, body: "" }, expected)).toBe(true)
  for (const answer of [page(3), page(4), { status: 404, body: "" }]) expect(isAsExpected(answer, expected)).toBe(false)
})
