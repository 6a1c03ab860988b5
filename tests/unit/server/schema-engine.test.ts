import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"

const run = promisify(execFile)

async function prisma(args: string[], databaseUrl = "") {
  const { PRISMA_SCHEMA_ENGINE_BINARY: _ours, ...rest } = process.env
  const env = { ...rest, DATABASE_URL: databaseUrl }
  const command = ["node_modules/prisma/build/index.js", ...args]
  const { stdout, stderr } = await run(process.execPath, command, { env }).catch((error) => error)
  return `${stdout}${stderr}`
}

test("the stand-in is built from the very commit of Prisma's own engine", async () => {
  const said = await prisma(["--version"])
  const hash = /Default Engines Hash\s*: (\w{40})/.exec(said)?.[1]
  expect(said).toMatch(new RegExp(`Schema Engine\\s*: schema-engine-cli ${hash} `))
})

test("the stand-in says that no database is named instead of saying nothing", async () => {
  const said = await prisma(["migrate", "diff", "--from-empty", "--to-schema", "prisma", "--script"])
  expect(said).toContain("DATABASE_URL is not set")
})

test("the stand-in says which server it cannot reach", async () => {
  const said = await prisma(["migrate", "status"], "postgresql://nobody@127.0.0.1:1/none")
  expect(said).toContain("Can't reach the database server at `127.0.0.1:1`")
})
