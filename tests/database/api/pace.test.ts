import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { countWrite, WRITES_A_MINUTE } from "@/lib/api/pace.server"

test("a program that writes too fast is told how long to wait, and nobody else is", async () => {
  const busy = randomUUID()
  // All within a minute, also on a machine on which six thousand expectations take longer.
  const waits: (number | null)[] = []
  for (let number = 0; number < WRITES_A_MINUTE; number++) waits.push(await countWrite(busy))
  expect(waits.filter((wait) => wait !== null)).toEqual([])
  const seconds = await countWrite(busy)
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(60)
  expect(await countWrite(randomUUID())).toBeNull()
})
