import { createInterface } from "node:readline"
import pg from "pg"
import { db } from "@/lib/db.server"
import { findPersonByEmail, personOf } from "@/lib/people/find.server"
import type { Act } from "@/lib/story/acts"
import { perform } from "@/lib/story/perform.server"

// A process that does one act, as a node would, and is killed (SIGKILL) just before it sends its n-th statement to the database, or after the
// last was answered. It takes a line of JSON, so that it can be started beforehand; what it lives to tell, it prints as a line of JSON.

/** `actor`: an e-mail address. */
export type Order = { actor: string; act: Act; id: string; revision: number; note: string; dieAt: number | null }

/** Of every statement of the act its first words; then the last point of all, when the act is done and nobody was told. */
const statements: string[] = []
let dieAt: number | null = null
let watching = false

type Query = (this: pg.Client, ...given: unknown[]) => unknown
const prototype = pg.Client.prototype as unknown as { query: Query }
const { query } = prototype
prototype.query = function (...given) {
  if (watching) point(wordsOf(given[0]))
  return query.apply(this, given)
}

const wordsOf = (statement: unknown) => {
  const text = typeof statement === "string" ? statement : ((statement as { text?: string } | null)?.text ?? "")
  return text.replaceAll('"public".', "").replace(/\s+/g, " ").trim().slice(0, 40)
}

function point(name: string) {
  statements.push(name)
  if (statements.length === dieAt) process.kill(process.pid, "SIGKILL")
}

async function obey(line: string) {
  const order = JSON.parse(line) as Order
  const person = await findPersonByEmail(order.actor)
  if (!person) throw new Error("There is no such person.")
  dieAt = order.dieAt
  watching = true
  const performance = await perform(personOf(person), order.act, order.id, order.revision, { note: order.note })
  point("done, and nobody told")
  watching = false
  console.log(JSON.stringify({ statements, refused: "done" in performance ? null : performance }))
  process.exit(0)
}

void db.$queryRaw`SELECT 1`.then(() => {
  console.log("ready")
  createInterface({ input: process.stdin }).once("line", obey)
})
