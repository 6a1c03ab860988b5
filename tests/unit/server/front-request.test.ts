import { expect, test } from "@playwright/test"
import { outwardHeaders } from "@/server/front/answer"
import { clientAddress, kindOf, onwardHeaders, readAddress } from "@/server/front/request"

const here = {
  publicOrigin: new URL("http://localhost:3000"),
  frontKey: "key",
  peer: "127.0.0.1",
  host: "localhost:3000",
}
const behindProxy = { ...here, publicOrigin: new URL("https://paper.test"), host: "paper.test" }

test("readers, newsroom and build are told apart by the path that Next will see", () => {
  const kinds = [
    "/",
    "/world",
    "/newsroom",
    "/newsrooms",
    "/newsroom/x",
    "/api/v1/x",
    "/apis",
    "/_next/static/a.js",
    "/feed.xml",
  ]
  expect(kinds.map((path) => kindOf(readAddress(path)?.pathname ?? ""))).toEqual([
    "reader",
    "reader",
    "newsroom",
    "reader",
    "newsroom",
    "newsroom",
    "reader",
    "build",
    "reader",
  ])
  expect(readAddress("/newsroom/../world")?.pathname).toBe("/world")
  expect(readAddress("/world/%2e%2e/newsroom")?.pathname).toBe("/newsroom")
  for (const bad of ["/%", "/%zz", "/world/%ff"]) expect(readAddress(bad)).toBe(null)
  expect(readAddress("/search?q=%zz")?.pathname).toBe("/search")
  expect(readAddress("//evil.test/a")?.pathname).toBe("/evil.test/a")
})

test("an address may say before its path whom the client thinks it talks to", () => {
  const said = ["http://other.test/world?page=2", "HTTPS://paper.test:8443//world?page=2", "/world?page=2"]
  for (const raw of said) expect(readAddress(raw)?.href).toBe("http://front/world?page=2")
  for (const raw of ["http://paper.test", "http://paper.test/"]) expect(readAddress(raw)?.href).toBe("http://front/")
  expect(readAddress("http://paper.test?q=a")?.href).toBe("http://front/?q=a")
})

for (const raw of [
  "ftp://other.test/",
  "http:///a",
  "paper.test/",
  "?",
  "*",
  "",
  undefined,
  "/a b",
  "/a\\b",
  `/${"a".repeat(9_000)}`,
])
  test(`${String(raw).slice(0, 30)} is no address`, () => {
    expect(readAddress(raw)).toBeNull()
  })

test("of a reader nothing goes on that could change a page for others", () => {
  const sent = {
    cookie: "a=b",
    authorization: "x",
    rsc: "1",
    "next-action": "x",
    "next-router-state-tree": "x",
    purpose: "prefetch",
  }
  expect(Object.keys(onwardHeaders({ ...sent, accept: "text/html" }, "reader", here)).sort()).toEqual([
    "accept",
    "accept-encoding",
    "host",
    "x-client-address",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-front-key",
  ])
})

test("nobody can speak in our name to the newsroom", () => {
  const forged = {
    "content-security-policy": "x",
    "x-nonce": "x",
    "x-middleware-subrequest": "x",
    "x-forwarded-host": "evil.test",
    "x-forwarded-for": "6.6.6.6",
    "x-client-address": "6.6.6.6",
    "x-front-key": "guess",
    "x-real-ip": "6.6.6.6",
    forwarded: "for=6.6.6.6",
    "transfer-encoding": "chunked",
  }
  const { host, ...onward } = onwardHeaders({ ...forged, cookie: "a=b", "next-action": "x" }, "newsroom", here)
  expect(host).toBe("localhost:3000")
  expect(onward).toEqual({
    cookie: "a=b",
    "next-action": "x",
    "x-forwarded-host": "localhost:3000",
    "x-forwarded-proto": "http",
    "x-client-address": "127.0.0.1",
    "x-front-key": "key",
  })
})

test("a client's address is believed only from a proxy of this machine, and then its last word", () => {
  const headers = { "x-forwarded-for": "6.6.6.6, 203.0.113.7" }
  expect(clientAddress(headers, here)).toBe("127.0.0.1")
  expect(clientAddress(headers, { ...here, peer: "::ffff:198.51.100.2" })).toBe("198.51.100.2")
  expect(clientAddress(headers, behindProxy)).toBe("203.0.113.7")
  expect(clientAddress({}, behindProxy)).toBe("127.0.0.1")
  expect(clientAddress({ "x-forwarded-for": "not an address" }, behindProxy)).toBe("127.0.0.1")
})

test("a redirect to ourselves goes out as a path, one to elsewhere as it is", () => {
  const inner = ["127.0.0.1:4000"]
  expect(outwardHeaders({ location: "http://127.0.0.1:4000/a?b#c" }, inner).location).toBe("/a?b#c")
  expect(outwardHeaders({ location: "https://other.test/a" }, inner).location).toBe("https://other.test/a")
})
