import { readdir, readFile } from "node:fs/promises"
import { test } from "@playwright/test"
import pg from "pg"
import { rareWord } from "../newsroom"

/** Gives the tests of this file an empty, migrated database of their own: for rules about everybody, such as "the last administrator". */
export function inADatabaseOfItsOwn() {
  const given = process.env.DATABASE_URL ?? ""
  const name = `standfirst_own_${rareWord()}`
  const own = Object.assign(new URL(given || "postgresql://localhost"), { pathname: `/${name}` }).href
  const shared = globalThis as { standfirstDb?: { $disconnect(): Promise<void> } }
  const before = shared.standfirstDb

  test.describe.configure({ mode: "serial" })

  test.beforeAll(async () => {
    await ask(given, `CREATE DATABASE ${name}`)
    const entries = await readdir("prisma/migrations", { withFileTypes: true })
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    for (const folder of folders.sort())
      await ask(own, await readFile(`prisma/migrations/${folder}/migration.sql`, "utf8"))
    delete shared.standfirstDb
    process.env.DATABASE_URL = own
  })

  test.afterAll(async () => {
    await shared.standfirstDb?.$disconnect()
    delete shared.standfirstDb
    if (before) shared.standfirstDb = before
    process.env.DATABASE_URL = given
    await ask(given, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
}

async function ask(address: string, query: string) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(query)
  await client.end()
}
