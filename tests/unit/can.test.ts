import { expect, test } from "@playwright/test"
import { can } from "@/lib/people/can"

test("a reporter may not publish", () => {
  expect(can({ id: "1", name: "Ada", email: "ada@demo.test", role: "reporter" }, "publish")).toBe(false)
})
