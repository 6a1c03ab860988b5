import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { findNginx, type Nginx, startNginx } from "@/server/nginx/nginx"
import { keep } from "@/server/pages/kept"
import { type Mirror, openMirror } from "@/server/pages/mirror"
import { ask, type Raw } from "../../raw"

// A real nginx with our configuration, before a paper that has nothing but says who it is.
test.describe.configure({ mode: "serial" })
// biome-ignore lint/suspicious/noSkippedTests: who does not have nginx runs everything else; .ci/run has it
test.skip(!findNginx() && !process.env.CI, "nginx is not installed")

let folder: string
let mirror: Mirror
let nginx: Nginx
const paper = createServer((request, response) =>
  response
    .writeHead(404, { "x-from": "paper" })
    .end(request.method === "HEAD" ? "" : `${request.method} ${request.url}`),
)

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "standfirst-nginx-"))
  mirror = openMirror(join(folder, "mirror"), () => {})
  await hold("/")
  await hold("/world")
  await hold("/world/the-lock")
  await hold("/world/feed.xml", "application/rss+xml; charset=utf-8")
  await hold("/sitemap-2026-11.xml", "application/xml; charset=utf-8")
  await new Promise<void>((done) => paper.listen(0, "127.0.0.1", done))
  const { port } = paper.address() as AddressInfo
  const given = { mirror: join(folder, "mirror"), application: `127.0.0.1:${port}` }
  nginx = await startNginx({ folder: join(folder, "nginx"), ...given })
})

test.afterAll(async () => {
  await nginx?.stop()
  paper.close()
  await mirror?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function hold(key: string, type = "text/html; charset=utf-8", words = `Words of ${key}. `) {
  const text = words.repeat(60)
  const until = Number.POSITIVE_INFINITY
  mirror.kept(await keep(key, { status: 200, text, headers: { "Content-Type": type }, tags: [], until }))
  await mirror.settled()
}

const fromFile = ({ headers }: Raw) => headers["cache-status"] === "nginx; hit" && headers["x-from"] === undefined
const fromPaper = ({ headers }: Raw) => headers["x-from"] === "paper" && headers["cache-status"] === undefined

for (const [path, type] of [
  ["/", "text/html; charset=utf-8"],
  ["/world", "text/html; charset=utf-8"],
  ["/world?", "text/html; charset=utf-8"],
  ["/world/the-lock", "text/html; charset=utf-8"],
  ["/world/feed.xml", "application/rss+xml; charset=utf-8"],
  ["/sitemap-2026-11.xml", "application/xml; charset=utf-8"],
] as const)
  test(`${path} comes from its file, as ${type}`, async () => {
    for (const coding of ["identity", "gzip", ...(nginx.brotli ? ["br"] : [])]) {
      const answer = await ask(nginx.origin + path, { "accept-encoding": coding })
      expect([answer.status, fromFile(answer), answer.headers["content-type"]]).toEqual([200, true, type])
      expect(answer.headers["content-encoding"]).toBe(coding === "identity" ? undefined : coding)
      expect(answer.headers).not.toHaveProperty("last-modified")
      expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'")
    }
  })

for (const path of [
  ...[
    "/world?page=2",
    "/?page=2",
    "/index",
    "/index.html",
    "/world.html",
    "/world/",
    "//world",
    "/World",
    "/world/other",
  ],
  ...[
    "/pages/world.html",
    "/world/the-lock.html.gz",
    "/feed.xml",
    "/.standfirst-mirror",
    "/newsroom",
    "/world/%2e%2e/%2e%2e/x",
  ],
])
  test(`${path} goes to the paper`, async () => {
    const answer = await ask(nginx.origin + path)
    expect([answer.status, fromPaper(answer)]).toEqual([404, true])
    expect(answer.headers).not.toHaveProperty("content-security-policy")
  })

test("what is no reading goes to the paper, as it came", async () => {
  const answer = await fetch(`${nginx.origin}/world`, { method: "POST", body: "words" })
  expect([answer.headers.get("x-from"), await answer.text()]).toEqual(["paper", "POST /world"])
})

test("another page of the same length in the same second is another page, and none is served when it is gone", async () => {
  const path = "/world/quick"
  const html = "text/html; charset=utf-8"
  await hold(path, html, "The lock rose 1 m. ")
  for (let number = 2; number < 9; number++) {
    const { headers } = await ask(nginx.origin + path)
    await hold(path, html, `The lock rose ${number} m. `)
    const next = await ask(nginx.origin + path, { "if-none-match": String(headers.etag) })
    expect([next.status, next.body.toString().slice(0, 18)]).toEqual([200, `The lock rose ${number} m.`])
    const again = await ask(nginx.origin + path, { "if-none-match": String(next.headers.etag) })
    expect([again.status, fromFile(again)]).toEqual([304, true])
  }
  await mirror.dropped([path])
  expect(fromPaper(await ask(nginx.origin + path))).toBe(true)
  expect(fromPaper(await ask(nginx.origin + path, { "accept-encoding": "br" }))).toBe(true)
})

test("while pages come and go without pause, every reader gets one or the other, whole, and never one that is gone", async () => {
  const path = "/world/busy"
  let last = 0
  let reading = true
  const wrong: string[] = []
  const reader = async (coding: string) => {
    while (reading) {
      const least = last
      const answer = await ask(nginx.origin + path, { "accept-encoding": coding })
      const [, number] = /^Edition (\d+)\./.exec(answer.body.toString()) ?? []
      if (coding === "identity" && fromFile(answer) && Number(number) < least) wrong.push(`${number} after ${least}`)
      if (answer.status !== 200 && !fromPaper(answer)) wrong.push(`status ${answer.status}`)
    }
  }
  const readers = ["identity", "identity", "gzip", "br"].map(reader)
  for (let number = 1; number <= 60; number++) {
    await mirror.dropped([path])
    last = number
    await hold(path, "text/html; charset=utf-8", `Edition ${number}. `)
  }
  reading = false
  await Promise.all(readers)
  expect(wrong).toEqual([])
})
