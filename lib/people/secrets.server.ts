import "server-only"
import { createHash, randomBytes } from "node:crypto"

/** 256 random bits: what a cookie, a bearer token or a one-time address holds. */
export const newSecret = () => randomBytes(32).toString("base64url")

/** What the database keeps of it. A secret of 256 random bits needs no slow hash: there is nothing to guess. */
export const digest = (secret: string) => createHash("sha256").update(secret).digest("base64url")
