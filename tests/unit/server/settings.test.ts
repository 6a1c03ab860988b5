import { expect, test } from "@playwright/test"
import { readSettings } from "@/server/settings"

test("nothing needs to be set on one machine", () => {
  const settings = readSettings({})
  expect(settings).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    publicOrigin: "http://localhost:3000",
    logLevel: "info",
  })
  expect(settings).not.toHaveProperty("databaseUrl")
})

test("an empty value counts as absent", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: "" })).toEqual(readSettings({}))
})

test("a public address is kept as browsers write it", () => {
  expect(readSettings({ PUBLIC_ORIGIN: "https://Paper.test:443/" })).toMatchObject({
    publicOrigin: "https://paper.test",
  })
})

const BAD = {
  PORT: ["0", "65536", "http", "3000.5", "-1", " 3000"],
  HOST: ["here and there", "http://localhost", "-"],
  DATABASE_URL: ["mysql://a/b", "localhost", "postgresql://host/", "postgresql://"],
  PUBLIC_ORIGIN: ["paper.test", "https://paper.test/news", "ftp://paper.test", "https://user@paper.test"],
  AUTH_SECRET: ["short"],
  READER_WORKERS: ["0", "65", "two"],
  PAGE_MEMORY_MB: ["0", "1e3"],
  SMTP_URL: ["mail.test", "http://mail.test"],
  WITHDRAWALS: ["alone", "two people"],
  RECORD_WITNESSES: [
    "witness.example",
    "ftp://witness.example/",
    "https://a.example git+https://b.example/x.git#-f",
    "file://host/x",
  ],
  PICTURES_S3: ["s3.example/pictures", "https://s3.example/", "ftp://s3.example/pictures"],
  PICTURES_S3_REGION: ["EU west"],
  DUTY_EDITOR: ["Ben", "ben@demo.test, Cleo"],
  NODE_NAME: ["two words", "a".repeat(101)],
  LOG_LEVEL: ["loud", "INFO"],
  DEMO_PASSWORD: ["short"],
  WEBSUB_HUB: ["hub.test", "ftp://hub.test/"],
  INDEXNOW_KEY: ["short", "with spaces in it", "a".repeat(129)],
  INDEXNOW_URL: ["api.indexnow.org"],
  SECURITY_CONTACT: ["security@paper.test", "http://paper.test/"],
}
for (const [name, values] of Object.entries(BAD))
  for (const value of values)
    test(`${name}=${value.slice(0, 30)} is refused in a sentence that names it`, () => {
      const read = readSettings({ [name]: value })
      expect("problems" in read && read.problems).toEqual([expect.stringMatching(new RegExp(`^${name} must .*\\.$`))])
    })

test("every bad value is named at once", () => {
  const read = readSettings({ PORT: "x", LOG_LEVEL: "x" })
  expect("problems" in read && read.problems).toHaveLength(2)
})
