import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test } from "@playwright/test"
import { codingFor, handOut } from "@/server/pages/hand-out"
import { page } from "./pages"

for (const [accepted, coding] of [
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["BR ; q=0.5", "br"],
  ["gzip;q=0.000", "identity"],
  ["brotli", "identity"],
  ["xbr, ygzip", "identity"],
] as const)
  test(`who takes ${JSON.stringify(accepted)} gets ${coding}`, () => {
    expect(codingFor(accepted)).toBe(coding)
  })

const CHANGED = "Tue, 24 Nov 2026 10:00:00 GMT"

type Manner = { method?: string; stale?: number | null; lasting?: boolean; said?: Record<string, string> }

async function asked(headers: Record<string, string>, { method = "GET", stale = null, lasting, said }: Manner = {}) {
  const kept = await page(
    "/a",
    { headers: { "Cache-Control": "public, max-age=0", "Last-Modified": CHANGED, ...said } },
    "Words of the page. ".repeat(50),
  )
  const server = createServer((request, response) => handOut(request, response, kept, stale, lasting))
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  // Node's own fetch unpacks what it gets; the raw bytes are what counts here.
  const { request } = await import("node:http")
  try {
    return await new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
      const asking = request({ port, host: "127.0.0.1", path: "/a", method, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on("data", (chunk) => chunks.push(chunk))
        answer.on("end", () =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        )
      })
      asking.on("error", fail)
      asking.end()
    })
  } finally {
    server.close()
  }
}

test("each form is the same text, and has a strong validator of its own", async () => {
  const forms = await Promise.all(["identity", "gzip", "br"].map((coding) => asked({ "accept-encoding": coding })))
  const [identity, zipped, br] = forms
  const text = identity?.body.toString()
  expect(text).toContain("Words of the page.")
  expect(gunzipSync(zipped?.body ?? "").toString()).toBe(text)
  expect(brotliDecompressSync(br?.body ?? "").toString()).toBe(text)
  const etags = forms.map(({ headers }) => String(headers.etag))
  expect(new Set(etags).size).toBe(3)
  for (const etag of etags) expect(etag).toMatch(/^"[\w-]+"$/)
})

test("who holds any form of the text is told so without its bytes, and who holds another is not", async () => {
  const { headers } = await asked({ "accept-encoding": "br" })
  for (const held of [String(headers.etag), `"other", ${headers.etag}`, "*"]) {
    const again = await asked({ "accept-encoding": "gzip", "if-none-match": held })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect(again.headers.vary ?? again.headers["cache-control"]).toBeDefined()
  }
  expect((await asked({ "if-none-match": '"other"' })).status).toBe(200)
})

test("a date counts where no tag was sent", async () => {
  const at = async (date: string, more = {}) => (await asked({ "if-modified-since": date, ...more })).status
  expect(await at(CHANGED)).toBe(304)
  expect(await at("Tue, 24 Nov 2026 10:00:01 GMT")).toBe(304)
  expect(await at("Tue, 24 Nov 2026 09:59:59 GMT")).toBe(200)
  expect(await at("yesterday")).toBe(200)
  expect(await at(CHANGED, { "if-none-match": '"other"' })).toBe(200)
})

test("a HEAD has the headers of the page and none of its bytes", async () => {
  const [head, get] = [await asked({}, { method: "HEAD" }), await asked({})]
  expect(head.body.length).toBe(0)
  expect(head.headers["content-length"]).toBe(String(get.body.length))
})

test("while the database is away a page says how old its truth is", async () => {
  expect((await asked({}, { stale: 12.3 })).headers).toMatchObject({
    age: "12",
    "cache-status": expect.stringMatching(/stale/),
  })
  expect((await asked({})).headers).not.toHaveProperty("age")
})

test("a cache elsewhere may keep a page only while it can be told that the page changed", async () => {
  const said = { "Surrogate-Control": "max-age=3600", "Surrogate-Key": "paper" }
  const fresh = await asked({}, { said })
  expect(fresh.headers["surrogate-control"]).toBe("max-age=3600")
  const held = { "if-none-match": String(fresh.headers.etag) }
  expect((await asked(held, { said })).headers["surrogate-control"]).toBe("max-age=3600")
  for (const manner of [{ lasting: false }, { stale: 3 }])
    for (const headers of [{}, held]) {
      const answer = await asked(headers, { said, ...manner })
      expect(answer.headers).not.toHaveProperty("surrogate-control")
      expect(answer.headers["cache-control"]).toBe("public, max-age=0")
    }
})
