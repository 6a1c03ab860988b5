import { writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { newPlace, type Place, start } from "./start"

let place: Place
test.beforeEach(async () => {
  place = await newPlace()
})
test.afterEach(() => place.remove())

const BAD = {
  PORT: "none",
  PUBLIC_ORIGIN: "paper.test",
  DATABASE_URL: "mysql://a/b",
  AUTH_SECRET: "short",
  LOG_LEVEL: "loud",
}
for (const [name, value] of Object.entries(BAD))
  test(`a bad ${name} ends the start with a sentence that names it`, async () => {
    const refused = start(place, { [name]: value })
    expect(await refused.ended).toBe(1)
    expect(refused.said().trim()).toMatch(new RegExp(`^${name} must [^\\n]*\\.$`))
  })

test("a port that is taken is named, and nothing is started", async () => {
  const server = createServer().listen(place.port, "127.0.0.1")
  const refused = start(place)
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain(`127.0.0.1:${place.port}`)
  expect(refused.said()).toContain("Set PORT or HOST")
  server.close()
})

test("a server that does not answer is named by DATABASE_URL", async () => {
  const refused = start(place, { DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:1/none" })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain("DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1")
  expect(refused.said()).not.toContain("secret")
})

test("a damaged secrets.json is never replaced", async () => {
  writeFileSync(join(place.folder, "secrets.json"), "{")
  const refused = start(place)
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toContain("secrets.json is damaged")
})
