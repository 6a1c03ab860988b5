import { expect, test } from "@playwright/test"
import { can } from "@/lib/people/can"

test("a reporter may not publish", () => {
  expect(can({ role: "reporter" }, "publish")).toBe(false)
})

test("editors and administrators arrange the front; a reporter and the clock do not", () => {
  const arranging = (["reporter", "editor", "admin", "clock"] as const).filter((role) => can({ role }, "front"))
  expect(arranging).toEqual(["editor", "admin"])
})
