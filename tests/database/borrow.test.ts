import { expect, test } from "@playwright/test"
import pg from "pg"
import { borrowed, othersAreGone } from "@/server/borrow"

test("a command does not stop its server while another command works on it", async () => {
  const url = process.env.DATABASE_URL ?? ""
  const other = new pg.Client(borrowed(url))
  await other.connect()
  let looks = 0
  await othersAreGone(url, async () => {
    looks++
    if (looks === 3) await other.end()
  })
  // It may look once more before PostgreSQL has said goodbye.
  expect(looks).toBeGreaterThanOrEqual(3)
})
