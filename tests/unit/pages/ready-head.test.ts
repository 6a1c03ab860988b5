import { createServer, type RequestListener } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { expect, test } from "@playwright/test"
import { handOut } from "@/server/pages/hand-out"
import { KEEP_ALIVE, sendReady } from "@/server/pages/ready-head"
import { page } from "./pages"

/** All bytes that a server sends for what is written to it, until it has sent so many answers. */
async function onTheWire(listener: RequestListener, written: string, answers: number) {
  const server = createServer(listener)
  server.keepAliveTimeout = KEEP_ALIVE * 1_000
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1")
  let got = ""
  let closed = false
  try {
    socket.setEncoding("latin1").on("data", (text) => {
      got += text
    })
    socket.on("close", () => {
      closed = true
    })
    socket.write(written)
    await expect.poll(() => got.split("end of the page.").length - 1).toBe(answers)
    return { got: got.replace(/Date: [^\r]+ GMT/g, "Date: then"), closed }
  } finally {
    socket.destroy()
    server.close()
  }
}

const kept = () =>
  page(
    "/a",
    { headers: { "Cache-Control": "public, max-age=0", "Content-Type": "text/html; charset=utf-8" } },
    `${"Words of the page. ".repeat(50)}The end of the page.`,
  )
const ask = (more = "", version = "1.1") => `GET /a HTTP/${version}\r\nHost: paper.test\r\n${more}\r\n`
const linesOf = (got: string) => got.split("\r\n\r\n")[0]?.split("\r\n").sort()

test("a page goes out with the very bytes that Node would send, twice on one connection", async () => {
  const made = await kept()
  const ours = await onTheWire((request, response) => handOut(request, response, made, null), ask() + ask(), 2)
  const theirs = await onTheWire(
    (_request, response) => void response.writeHead(200, made.identity.headers).end(made.identity.body),
    ask() + ask(),
    2,
  )
  expect(linesOf(ours.got)).toEqual(linesOf(theirs.got))
  expect(ours.got.length).toBe(theirs.got.length)
})

test("Node still takes a ready head; if a later one does not, pages go out more slowly and are the same", async () => {
  const made = await kept()
  const taken: boolean[] = []
  await onTheWire(
    (_request, response) => {
      taken.push(sendReady(response, made.identity, Date.now()))
    },
    ask(),
    1,
  )
  expect(taken).toEqual([true])
})

for (const [what, asked] of [
  ["closes the connection for who asks for that", ask("Connection: close\r\n")],
  ["closes it for who speaks HTTP/1.0", ask("", "1.0")],
] as const)
  test(`it ${what}`, async () => {
    const made = await kept()
    const { got, closed } = await onTheWire((request, response) => handOut(request, response, made, null), asked, 1)
    await expect.poll(() => closed || got.includes("Connection: close")).toBe(true)
    expect(got).toContain("Connection: close")
    expect(got).toContain("The end of the page.")
  })

test("a header that holds what none may is left to Node, which refuses it", async () => {
  const form = { headers: ["X-Bad", "one\r\nX-Smuggled: two"], body: Buffer.from("x") }
  const said: string[] = []
  await onTheWire(
    (_request, response) => {
      expect(sendReady(response, form, Date.now())).toBe(false)
      try {
        response.writeHead(200, form.headers)
      } catch (error) {
        said.push(String(error))
      }
      response.writeHead(200, { "Content-Length": "16" }).end("end of the page.")
    },
    ask(),
    1,
  )
  expect(said[0]).toContain("Invalid character in header content")
})
