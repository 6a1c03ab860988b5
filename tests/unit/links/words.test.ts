import { expect, test } from "@playwright/test"
import type { State } from "@/lib/links/states"
import { lifeInWords } from "@/lib/links/words"

const at = new Date("2026-11-30T09:00:00Z")
const since = new Date("2026-11-03T09:00:00Z")
const life = (state: State, missedAt: Date | null) => ({
  ...{ state, since: state === "unseen" ? null : since, missedAt, takenOffAt: null },
  checkedAt: state === "unseen" ? missedAt : at,
})
const said = (state: State, missedAt: Date | null = null) =>
  Object.values(lifeInWords(life(state, missedAt), 7)).join(" ")

test("a page that was not found once is told in one way, whatever was known of it before", () => {
  const words =
    "Not found once Nothing was found there on 30 November 2026. It counts as gone when a look a day later says so too. "
  for (const state of ["unseen", "ok", "moved", "blocked"] as const) expect(said(state, at), state).toBe(words)
  expect(said("unreachable", at)).toContain("has not answered since 3 November 2026")
  expect(said("unseen")).toBe("Not looked at yet It is looked at within a day. ")
  expect(said("ok")).toContain("It answers since 3 November 2026. Last looked at 30 November 2026")
})
