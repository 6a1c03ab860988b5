import { expect, test } from "@playwright/test"
import { can } from "@/lib/people/can"

test("a reporter may not publish", () => {
  expect(can({ role: "reporter" }, "publish")).toBe(false)
})
