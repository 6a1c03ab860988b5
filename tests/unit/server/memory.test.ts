import { expect, test } from "@playwright/test"
import { sharedBuffers } from "../../../server/postgres/memory"

const GB = 2 ** 30

test("the embedded database keeps a quarter of the memory, never less than PostgreSQL's own measure nor more than 1 GB", () => {
  expect(sharedBuffers(GB / 4)).toBe("128MB")
  expect(sharedBuffers(2 * GB)).toBe("512MB")
  expect(sharedBuffers(2.5 * GB)).toBe("640MB")
  expect(sharedBuffers(1.7 * GB + 3)).toMatch(/^4\d\dMB$/)
  expect(sharedBuffers(64 * GB)).toBe("1024MB")
})

test("the memory of this machine is such a measure", () => {
  expect(sharedBuffers()).toMatch(/^\d{3,4}MB$/)
})
