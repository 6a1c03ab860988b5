import { expect, test } from "@playwright/test"
import pg from "pg"
import { borrowed, othersAreGone } from "@/server/borrow"

test("a command does not stop its server while another command works on it", async () => {
  const url = process.env.DATABASE_URL ?? ""
  const other = new pg.Client(borrowed(url))
  await other.connect()
  let gone = false
  const waiting = othersAreGone(url).then(() => {
    gone = true
  })
  // Each question of the other finds that it is waited for, however long it takes.
  for (let question = 0; question < 4; question++) {
    await other.query("SELECT pg_sleep(0.25)")
    expect(gone).toBe(false)
  }
  await other.end()
  await waiting
  expect(gone).toBe(true)
})
