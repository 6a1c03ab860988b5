import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { countWrite, WRITES_A_MINUTE } from "@/lib/api/pace.server"

test("a program that writes too fast is told how long to wait, and nobody else is", async () => {
  const busy = randomUUID()
  for (let number = 0; number < WRITES_A_MINUTE; number++) expect(await countWrite(busy)).toBeNull()
  const seconds = await countWrite(busy)
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  expect(await countWrite(randomUUID())).toBeNull()
})
