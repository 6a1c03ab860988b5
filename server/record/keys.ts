import { readFile } from "node:fs/promises"
import type pg from "pg"
import { z } from "zod"
import { handoverText } from "../../lib/record/entry"
import { isSigned, keyId } from "../../lib/record/key.server"
import { Stop } from "../say"

export type KeyRow = {
  id: string
  publicKey: string
  since: Date
  after: string | null
  handedOver: string | null
  takenOver: string | null
}

export async function keysOf(client: pg.Client): Promise<Map<string, KeyRow>> {
  const { rows } = await client.query<KeyRow>('SELECT * FROM "RecordKey"')
  return new Map(rows.map((row) => [row.id, row]))
}

/** Did the key that this one says it follows sign that, and did this one too? */
export function isHandedOver({ after, handedOver, takenOver, ...key }: KeyRow, older: KeyRow | undefined): boolean {
  if (!after || !older || !handedOver || !takenOver) return false
  const text = handoverText({ ...key, after })
  return isSigned(text, handedOver, older.publicKey) && isSigned(text, takenOver, key.publicKey)
}

/** What is wrong with the keys, in sentences. `first`: when each signed its first head. */
export function wrongKeys(keys: ReadonlyMap<string, KeyRow>, first: ReadonlyMap<string, Date>): string[] {
  return [...keys.values()].flatMap((key) => {
    const used = first.get(key.id)
    if (keyId(key.publicKey) !== key.id) return [`The key ${key.id} is not named after its bytes.`]
    if (key.after && !isHandedOver(key, keys.get(key.after)))
      return [`The key ${key.id} was not handed over by the key ${key.after}.`]
    if (!used && !key.after) return [`The key ${key.id} has signed nothing.`]
    return key.after || used?.getTime() === key.since.getTime()
      ? []
      : [`The key ${key.id} is not from when it was first used.`]
  })
}

/** The names of the keys that these lead to: a key that was handed over leads to the other, both ways. */
export function trustedOf(own: ReadonlyMap<string, string>, keys: ReadonlyMap<string, KeyRow>): Set<string> {
  const trusted = new Set([...own].filter(([id, bytes]) => keys.get(id)?.publicKey === bytes).map(([id]) => id))
  for (let size = -1; size !== trusted.size; ) {
    size = trusted.size
    for (const key of keys.values()) {
      const older = keys.get(key.after ?? "")
      if (!older || trusted.has(key.id) === trusted.has(older.id) || !isHandedOver(key, older)) continue
      trusted.add(key.id)
      trusted.add(older.id)
    }
  }
  return trusted
}

const kept = z.object({ keys: z.array(z.object({ id: z.string(), publicKey: z.string() })).min(1) })

/** Keys as /.well-known/standfirst-record.json gave them on an earlier day: the bytes of each, by name. */
export async function readKeys(path: string): Promise<Map<string, string>> {
  try {
    const { keys } = kept.parse(JSON.parse(await readFile(path, "utf8")))
    return new Map(keys.map(({ id, publicKey }) => [id, publicKey]))
  } catch (error) {
    const why = error instanceof Error && "code" in error ? "cannot be read" : "holds no keys of a record"
    throw new Stop(`${path} ${why}: it must be what /.well-known/standfirst-record.json gave.`)
  }
}
