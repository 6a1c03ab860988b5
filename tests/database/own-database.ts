import { test } from "@playwright/test"
import pg from "pg"
import { migrate } from "@/server/migrate"
import { setFor } from "../environment"
import { rareWord } from "../newsroom"

const shared = globalThis as { standfirstDb?: { $disconnect(): Promise<void> } }

/** Gives the tests of this file an empty, migrated database of their own: for rules about everybody, such as "the last administrator". */
export function inADatabaseOfItsOwn() {
  let own: OwnDatabase
  let leave: () => Promise<void>

  test.describe.configure({ mode: "serial" })

  test.beforeAll(async () => {
    own = await makeDatabase()
    leave = enter(own.address)
  })

  test.afterAll(async () => {
    await leave()
    await own.remove()
  })
}

export type OwnDatabase = { address: string; remove(): Promise<void> }

/** A new database on the server of the tests: migrated, or a copy of another one that nobody is connected to, or empty. */
export async function makeDatabase({ like, empty }: { like?: string; empty?: true } = {}): Promise<OwnDatabase> {
  const server = process.env.DATABASE_URL ?? ""
  const name = `standfirst_own_${rareWord()}`
  const address = Object.assign(new URL(server || "postgresql://localhost"), { pathname: `/${name}` }).href
  await ask(server, `CREATE DATABASE ${name}${like ? ` TEMPLATE ${new URL(like).pathname.slice(1)}` : ""}`)
  if (!like && !empty) await migrate(address)
  return { address, remove: () => ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`).then(() => {}) }
}

/** From now on the application's code works in this database. @returns how to go back */
export function enter(address: string): () => Promise<void> {
  const before = shared.standfirstDb
  delete shared.standfirstDb
  const goBack = setFor({ DATABASE_URL: address })
  return async () => {
    await shared.standfirstDb?.$disconnect()
    delete shared.standfirstDb
    if (before) shared.standfirstDb = before
    goBack()
  }
}

/** Rows as arrays, on a connection of its own. */
export async function ask(address: string, query: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    const answer = await client.query({ text: query, rowMode: "array" })
    return answer.rows
  } finally {
    await client.end()
  }
}
