import "server-only"
import type { Transaction } from "../db.server"
import type { Subtree } from "./merkle"

/** The hashes of these, by level and index, with a space between them. */
export async function hashesOf(tx: Pick<Transaction, "recordNode">, subtrees: readonly Subtree[]) {
  const rows = subtrees.length
    ? await tx.recordNode.findMany({ where: { OR: subtrees.map(({ level, index }) => ({ level, index })) } })
    : []
  return new Map(rows.map(({ level, index, hash }) => [`${level} ${index}`, hash]))
}
