import { generateKeyPairSync, randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { chmod, mkdir } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"
import { readIfThere, writeWhole } from "./files"
import { Stop } from "./say"

const shape = z.object({
  authSecret: z.string().min(32),
  demoPassword: z.string().min(1),
  /** the Ed25519 key that this folder's node signs the record with, PKCS #8 in base64; a folder of an earlier release has none */
  recordKey: z.base64().optional(),
  postgres: z.object({ password: z.string().min(16), port: z.int().min(1).max(65535).nullable() }),
})

/** Made once for a data folder and never defaulted: whoever reads this file may do everything. */
export type Secrets = z.infer<typeof shape> & { recordKey: string }

/** The secrets of this data folder; on its first start they are made. */
export async function openSecrets(dataDir: string, demoPassword?: string): Promise<Secrets> {
  const path = join(dataDir, "secrets.json")
  const text = await readIfThere(path)
  if (text === undefined) {
    if (existsSync(join(dataDir, "postgres", "PG_VERSION")))
      throw new Stop(
        `${path} is missing, and without its password the database beside it cannot be opened. Put it back from your backup.`,
      )
    const postgres = { password: random(24), port: null }
    const made = {
      authSecret: random(32),
      demoPassword: demoPassword ?? random(12),
      recordKey: newRecordKey(),
      postgres,
    }
    await saveSecrets(dataDir, made)
    return made
  }
  await chmod(path, 0o600)
  const read = parse(text)
  if (!read)
    throw new Stop(
      `${path} is damaged. Put back the copy from your backup; without its database password the data cannot be opened.`,
    )
  if (read.recordKey) return { ...read, recordKey: read.recordKey }
  const whole = { ...read, recordKey: newRecordKey() }
  await saveSecrets(dataDir, whole)
  return whole
}

function parse(text: string) {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** An Ed25519 key for the record: PKCS #8 in base64. */
export const newRecordKey = () =>
  generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" }).toString("base64")

export async function saveSecrets(dataDir: string, secrets: Secrets) {
  await mkdir(dataDir, { recursive: true })
  await writeWhole(join(dataDir, "secrets.json"), `${JSON.stringify(secrets, null, 2)}\n`)
}

const random = (bytes: number) => randomBytes(bytes).toString("base64url")
