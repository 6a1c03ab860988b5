import "server-only"
import { createHash, createHmac } from "node:crypto"
import { canonical } from "./canonical"
import type { Commit } from "./entry"
import type { Pair } from "./merkle"

/** The hash of a leaf: SHA-256 of 0x00 and the document (RFC 9162, 2.1.1). */
export const leafHash = (document: string) => createHash("sha256").update("\0").update(document).digest("hex")

/** The hash of two: SHA-256 of 0x01 and both. */
export const pairHash: Pair = (left, right) =>
  createHash("sha256").update("\x01").update(Buffer.from(left, "hex")).update(Buffer.from(right, "hex")).digest("hex")

/** The hash of nothing: the root of a record that has no entry. */
export const EMPTY = createHash("sha256").digest("hex")

/** The salt of one value, out of that of the whole entry: whoever is given one learns nothing about the others. */
export const saltFor = (salt: Uint8Array, path: string) => createHmac("sha256", salt).update(path).digest()

export const committer =
  (salt: Uint8Array): Commit =>
  (path, value) =>
    commitment(saltFor(salt, path), value)

export const commitment = (salt: Uint8Array, value: unknown) =>
  createHash("sha256").update(salt).update(canonical(value)).digest("hex")
