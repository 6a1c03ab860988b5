import "server-only"
import { createHash, createHmac } from "node:crypto"

export type S3Key = { region: string; key: string; secret: string }

const sha256 = (words: string | Uint8Array) => createHash("sha256").update(words).digest("hex")
const hmac = (key: string | Buffer, words: string) => createHmac("sha256", key).update(words).digest()

/** As S3 has names in addresses: everything but letters, digits and -._~ is written by its bytes. */
export const encoded = (words: string) =>
  encodeURIComponent(words).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The headers of a request to S3 with its signature: AWS Signature Version 4 as S3 has it ("Authenticating Requests: Using the Authorization
 * Header", with a signed payload). `address` is whole, its path and query encoded already; `headers` are signed too.
 */
export function signed(
  { method, address, headers = {}, body = "" }: Asked,
  { region, key, secret }: S3Key,
  at: Date,
): Record<string, string> {
  const url = new URL(address)
  const moment = at.toISOString().replace(/[-:]|\.\d+/g, "")
  const day = moment.slice(0, 8)
  const own = { host: url.host, "x-amz-content-sha256": sha256(body), "x-amz-date": moment }
  const all = Object.entries({ ...headers, ...own }).sort(([a], [b]) => (a < b ? -1 : 1))
  const names = all.map(([name]) => name).join(";")
  const query = [...url.searchParams].map((pair) => pair.map(encoded).join("=")).sort()
  const lines = all.map(([name, value]) => `${name}:${value}\n`).join("")
  const request = [method, url.pathname, query.join("&"), lines, names, own["x-amz-content-sha256"]].join("\n")
  const scope = `${day}/${region}/s3/aws4_request`
  const steps = [day, region, "s3", "aws4_request"]
  const signing = steps.reduce<string | Buffer>((last, step) => hmac(last, step), `AWS4${secret}`)
  const signature = hmac(signing, ["AWS4-HMAC-SHA256", moment, scope, sha256(request)].join("\n")).toString("hex")
  const authorization = `AWS4-HMAC-SHA256 Credential=${key}/${scope},SignedHeaders=${names},Signature=${signature}`
  return { ...Object.fromEntries(all.filter(([name]) => name !== "host")), authorization }
}

type Asked = { method: string; address: string; headers?: Record<string, string>; body?: string | Uint8Array }
