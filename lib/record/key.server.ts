import "server-only"
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto"
import { env } from "../env.server"

/** An Ed25519 key that heads of the record are signed with: its name is the beginning of the SHA-256 of its public half. */
export type SigningKey = { id: string; publicKey: string; sign: (text: string) => string }

let known: { from: string; key: SigningKey } | undefined

/** This node's own. */
export function signingKey(): SigningKey {
  const from = env.recordKey
  if (known?.from !== from) known = { from, key: openKey(from) }
  return known.key
}

/** `privateKey`: PKCS #8 in base64. */
export const openKey = (privateKey: string): SigningKey =>
  keyOf(createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" }))

function keyOf(key: KeyObject): SigningKey {
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).toString("base64")
  return {
    ...{ id: keyId(publicKey), publicKey },
    sign: (text) => sign(null, Buffer.from(text), key).toString("base64"),
  }
}

/** `publicKey`: DER (SubjectPublicKeyInfo) in base64. */
export const keyId = (publicKey: string) =>
  createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex").slice(0, 16)

export function isSigned(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" })
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"))
  } catch {
    return false
  }
}
