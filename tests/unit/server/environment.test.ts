import { expect, test } from "@playwright/test"
import { setFor } from "../../environment"
import { at } from "../../whole-paper"

test("what a test sets in the environment leaves no trace: what was there is there again, what was not is not", () => {
  process.env.WAS_THERE = "before"
  const goBack = setFor({ WAS_THERE: "meanwhile", WAS_NOT_THERE: "meanwhile" })
  expect([process.env.WAS_THERE, process.env.WAS_NOT_THERE]).toEqual(["meanwhile", "meanwhile"])
  goBack()
  expect([process.env.WAS_THERE, process.env.WAS_NOT_THERE]).toEqual(["before", undefined])
  delete process.env.WAS_THERE
})

test("who worked at another place leaves no database and no folder behind for those who start a paper afterwards", async () => {
  const goBack = setFor({ DATABASE_URL: "", DATA_DIR: "" })
  delete process.env.DATABASE_URL
  delete process.env.DATA_DIR
  const place = { address: "postgresql://nobody@localhost:1/nothing", folder: "/nowhere" }
  expect(await at(place, async () => [process.env.DATABASE_URL, process.env.DATA_DIR])).toEqual(Object.values(place))
  expect(Object.keys(process.env).filter((name) => /^(DATABASE_URL|DATA_DIR)$/.test(name))).toEqual([])
  goBack()
})
