import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { setFor } from "./environment"

// A bucket in memory that speaks as much of S3 as we do. It reckons the signature of every request for itself (AWS Signature Version 4), and
// lists two names at a time.

export const S3_KEY = { key: "AKIDTEST", secret: "a secret of tests", region: "test-1" }

const sha256 = (words: string | Buffer) => createHash("sha256").update(words).digest("hex")
const hmac = (key: string | Buffer, words: string) => createHmac("sha256", key).update(words).digest()

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const header = request.headers.authorization ?? ""
  const [, key, scope = "", names = "", given = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(header) ??
    []
  const [day = "", region = "", service = ""] = scope.split("/")
  const url = new URL(request.url ?? "", "http://s3.test")
  const query = [...url.searchParams].map((pair) => pair.map(encodeURIComponent).join("=")).sort()
  const said = String(request.headers["x-amz-content-sha256"])
  if (said !== "UNSIGNED-PAYLOAD" && said !== sha256(body)) return false
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [request.method, url.pathname, query.join("&"), headers.join(""), names, said].join("\n")
  const words = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n")
  const steps = [day, region, service, "aws4_request"]
  const signing = steps.reduce<string | Buffer>((last, step) => hmac(last, step), `AWS4${S3_KEY.secret}`)
  const right = hmac(signing, words)
  return (
    key === S3_KEY.key && region === S3_KEY.region && given !== "" && timingSafeEqual(right, Buffer.from(given, "hex"))
  )
}

/** Serves a bucket; gives its address, what is in it, and what ends it. */
export async function serveBucket() {
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const say = (status: number, words: string | Buffer = "") => response.writeHead(status).end(words)
    if (!isSigned(request, body)) return say(403, "<Code>SignatureDoesNotMatch</Code>")
    const url = new URL(request.url ?? "", "http://s3.test")
    const name = /^\/bucket\/(.*)$/.exec(decodeURIComponent(url.pathname))?.[1]
    if (name === undefined) return say(404, "<Code>NoSuchBucket</Code>")
    if (request.method === "PUT") objects.set(name, body)
    if (request.method === "DELETE") objects.delete(name)
    if (request.method !== "GET") return say(204)
    if (name) return objects.has(name) ? say(200, objects.get(name)) : say(404, "<Code>NoSuchKey</Code>")
    return say(200, listed(objects, url.searchParams))
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`
  return { address, objects, end: () => new Promise((done) => server.close(done)) }
}

/** Does the work with pictures in this bucket instead of on the disk. */
export async function withPicturesIn<R>(address: string, work: () => Promise<R>): Promise<R> {
  const set = {
    PICTURES_S3: address,
    PICTURES_S3_REGION: S3_KEY.region,
    PICTURES_S3_KEY: S3_KEY.key,
    PICTURES_S3_SECRET: S3_KEY.secret,
  }
  const goBack = setFor(set)
  try {
    return await work()
  } finally {
    goBack()
  }
}

function listed(objects: ReadonlyMap<string, Buffer>, asked: URLSearchParams): string {
  const [from, prefix] = [asked.get("continuation-token") ?? "", asked.get("prefix") ?? ""]
  const left = [...objects.keys()].filter((one) => one.startsWith(prefix) && one > from)
  const page = left.sort().slice(0, 2)
  const keys = page.map((one) => `<Contents><Key>${one.replaceAll("&", "&amp;")}</Key></Contents>`).join("")
  const more = left.length > 2 ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ""
  return `<ListBucketResult>${keys}${more}</ListBucketResult>`
}
