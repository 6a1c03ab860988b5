import "server-only"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { fewAtOnce } from "../few-at-once"
import { encoded, type S3Key, signed } from "./s3-signature.server"
import type { Shelf } from "./shelf.server"

/** `bucket`: where it is, with its name: https://s3.eu-west-1.amazonaws.com/pictures-of-ours */
type S3Settings = S3Key & { bucket: string }

const TYPES: Record<string, string> = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" }

/** Objects of a bucket, by the protocol of S3 (Signature Version 4), which many besides Amazon speak. Nothing in it is public: pages ask us. */
export function inS3({ bucket, ...key }: S3Settings): Shelf {
  const place = bucket.replace(/\/$/, "")
  const ask = async (path: string, method: string, body?: Uint8Array<ArrayBuffer>, type?: string) => {
    for (let tried = 1; ; tried++) {
      const answer = await send({ method, address: `${place}${path}`, body, type }, key).catch((error: Error) => error)
      if (!(answer instanceof Error) && (answer.ok || answer.status === 404)) return answer
      const said =
        answer instanceof Error
          ? `S3 at ${bucket} cannot be reached: ${causeOf(answer)}`
          : `S3 answered ${answer.status} to ${method} ${path}: ${(await answer.text()).slice(0, 300)}`
      if ((answer instanceof Response && answer.status < 500) || tried === TRIES) throw new Error(said)
      await pause(100 * 2 ** tried)
    }
  }
  return {
    place: bucket,
    async put(folder, names) {
      await fewAtOnce(names, AT_ONCE, async (name) => {
        const type = TYPES[name.slice(name.lastIndexOf(".") + 1)]
        const answer = await ask(`/${encoded(name)}`, "PUT", new Uint8Array(await readFile(join(folder, name))), type)
        if (!answer.ok) throw new Error(`S3 has no bucket at ${bucket}: make it first.`)
      })
    },
    async get(name) {
      const answer = await ask(`/${encoded(name)}`, "GET")
      if (answer.ok) return Buffer.from(await answer.arrayBuffer())
      if ((await answer.text()).includes("NoSuchBucket"))
        throw new Error(`S3 has no bucket at ${bucket}: make it first.`)
      return null
    },
    async remove(names) {
      for (const name of names) await ask(`/${encoded(name)}`, "DELETE")
    },
    async list(prefix) {
      const names: string[] = []
      for (let more = ""; ; ) {
        const token = more && `continuation-token=${encoded(more)}&`
        const asked = `${token}list-type=2&prefix=${encoded(prefix)}`
        const answer = await ask(`/?${asked}`, "GET")
        if (!answer.ok) throw new Error(`S3 has no bucket at ${bucket}: make it first.`)
        const said = await answer.text()
        names.push(
          ...Array.from(said.matchAll(/<Key>([^<]*)<\/Key>/g), ([, name = ""]) => name.replaceAll("&amp;", "&")),
        )
        more = /<NextContinuationToken>([^<]+)</.exec(said)?.[1] ?? ""
        if (!more) return names
      }
    },
  }
}

/** What is busy for a moment is asked again, so often in all. */
const TRIES = 3
const AT_ONCE = 4
const LONGEST = 60_000

const causeOf = ({ message, cause }: Error) => (cause instanceof Error && cause.message ? cause.message : message)

type Asked = { method: string; address: string; body: Uint8Array<ArrayBuffer> | undefined; type: string | undefined }

function send({ method, address, body, type }: Asked, key: S3Key): Promise<Response> {
  const given = body && { body, headers: { "content-type": type ?? "application/octet-stream" } }
  const headers = signed({ method, address, ...given }, key, new Date())
  return fetch(address, { method, headers, signal: AbortSignal.timeout(LONGEST), ...(body && { body }) })
}
