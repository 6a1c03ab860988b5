import "server-only"
import { randomBytes } from "node:crypto"
import { type Algorithm, hash, verify } from "@node-rs/argon2"

// OWASP Password Storage Cheat Sheet: argon2id, 19 MiB of memory, 2 passes, 1 lane.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** How many hashes this process has computed: a test of the throttle and a gauge of load read it. */
export const hashing = { computed: 0 }

/** The password as it is kept: argon2id, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  hashing.computed++
  return hash(password.normalize("NFC"), COST)
}

/** Is this the password? Somebody without one costs the same work, so that the time tells nothing about who exists. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const nobodys = await nobodysHash()
  hashing.computed++
  const right = await verify(kept ?? nobodys, password.normalize("NFC"))
  return right && kept !== null
}

const shared = globalThis as { standfirstNobodysHash?: Promise<string> }

/** The hash of a password that nobody knows, made once a process. */
function nobodysHash(): Promise<string> {
  shared.standfirstNobodysHash ??= hash(randomBytes(32).toString("hex"), COST)
  return shared.standfirstNobodysHash
}
