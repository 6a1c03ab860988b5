import type { AddressInfo } from "node:net"
import { createServer as createSecure } from "node:tls"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { expect, test } from "@playwright/test"
import { isElsewhere, mayBeAsked } from "@/lib/links/elsewhere"
import { type Around, fetchElsewhere } from "@/lib/links/fetch.server"
import { HOSTILE, OTHER_SCHEMES } from "./hostile-addresses"
import { rawSite, siteOf } from "./servers"

const anyPort = () => true
const HTML = ["text/html"]
/** The first address is taken for a public one; every other is judged as it is. */
const firstIsPublic = () => {
  let first = true
  return (ip: string) => {
    const is = first || isElsewhere(ip)
    first = false
    return is
  }
}
/** Where everything may be asked: a site of the test's own. */
const own: Around = { mayAsk: () => true, mayPort: anyPort, patience: 400 }

test("of more than 120 hostile addresses none is connected to, whatever the names lead to", async () => {
  const beside = await siteOf((_request, answer) => answer.end("secret"))
  const around = { mayPort: anyPort, resolve: async () => ["127.0.0.1"], patience: 10_000 }
  expect(new Set([...HOSTILE, ...OTHER_SCHEMES]).size).toBeGreaterThan(120)
  try {
    for (const written of [...HOSTILE, ...OTHER_SCHEMES]) {
      const link = written.replaceAll("PORT", String(beside.port))
      if (!URL.canParse(link)) continue
      expect(await fetchElsewhere(link, { types: HTML }, around), written).toEqual({ failed: "refused" })
    }
    expect(beside.connections()).toBe(0)
  } finally {
    await beside.close()
  }
})

test("most of them are addresses to a program, and the public internet is asked", () => {
  const read = HOSTILE.map((link) => link.replaceAll("PORT", "80")).filter((link) => URL.canParse(link))
  expect(read.length).toBeGreaterThan(110)
  for (const ip of [
    "1.1.1.1",
    "93.184.215.14",
    "100.63.255.255",
    "100.128.0.1",
    "172.15.0.1",
    "172.32.0.1",
    "223.255.255.255",
  ])
    expect(isElsewhere(ip), ip).toBe(true)
  for (const ip of ["2606:4700::1111", "2a00:1450:400e:80e::200e", "2001:4860:4860::8888", "2400:cb00::1", "3ffe::1"])
    expect(isElsewhere(ip), ip).toBe(true)
  for (const odd of [
    "",
    "1",
    "1.2.3",
    "1.2.3.4.5",
    "01.2.3.4",
    "256.1.1.1",
    "1.2.3.4 ",
    ":::",
    "1::2::3",
    "2606::g",
    "2606:1:2:3:4:5:6:7:8",
    "2606::1%eth0",
  ])
    expect(isElsewhere(odd), odd).toBe(false)
})

test("the ports of the web alone are asked, in every spelling", () => {
  const may = (link: string) => mayBeAsked(new URL(link))
  for (const link of [
    "http://a.example",
    "https://a.example",
    "http://a.example:80",
    "http://a.example:443",
    "https://a.example:80",
  ])
    expect(may(link), link).toBe(true)
  for (const port of ["0", "1", "22", "25", "079", "5432", "6379", "8080", "65535"])
    expect(may(`http://a.example:${port}`), port).toBe(false)
})

test("a redirect of any kind leads to nobody beside this server, by number or by name", async () => {
  const beside = await siteOf((_request, answer) => answer.end("secret"))
  const targets = [
    `http://127.0.0.1:${beside.port}/`,
    `//127.1:${beside.port}`,
    `http://[::ffff:7f00:1]:${beside.port}/`,
  ]
  const more = [
    `http://leads-here.example:${beside.port}/`,
    `http://u:p@1.1.1.1/`,
    "file:///etc/passwd",
    `http://2130706433:${beside.port}`,
  ]
  let answerWith = { status: 302, location: "" }
  const site = await siteOf((_request, answer) =>
    answer.writeHead(answerWith.status, { location: answerWith.location }).end(),
  )
  try {
    for (const status of [301, 302, 303, 307, 308])
      for (const location of [...targets, ...more]) {
        answerWith = { status, location }
        const around = {
          mayAsk: firstIsPublic(),
          mayPort: anyPort,
          resolve: async () => ["127.0.0.1"],
          patience: 2_000,
        }
        expect(await fetchElsewhere(site.at, {}, around), `${status} to ${location}`).toEqual({ failed: "refused" })
      }
    expect(beside.connections()).toBe(0)
  } finally {
    await Promise.all([beside.close(), site.close()])
  }
})

test("a name is looked up once, and whoever changes what it leads to is too late", async () => {
  const heard: (string | undefined)[] = []
  const agents: (string | undefined)[] = []
  const site = await siteOf(({ headers }, answer) => {
    heard.push(headers.host)
    agents.push(headers["user-agent"])
    answer.setHeader("content-type", "text/html; charset=utf-8").end("hello")
  })
  let asked = 0
  const resolve = async () => (asked++ ? ["10.0.0.1"] : ["127.0.0.1"])
  const link = `http://Rebinds.Example.:${site.port}/`
  try {
    const around = { mayAsk: firstIsPublic(), mayPort: anyPort, resolve, patience: 2_000 }
    expect(await fetchElsewhere(link, { types: HTML }, around)).toMatchObject({ status: 200, type: "text/html" })
    expect([asked, heard.length, site.connections()]).toEqual([1, 1, 1])
    expect(agents[0]).toMatch(/^Standfirst link check \(\+http/)
    expect(heard[0]).toBe(`rebinds.example.:${site.port}`)
    // The second answer of the same name is judged as any other.
    expect(await fetchElsewhere(link, {}, { ...around, mayAsk: isElsewhere })).toEqual({ failed: "refused" })
    for (const mixed of [["1.1.1.1", "127.0.0.1"], ["::1", "1.1.1.1"], [], ["nonsense"], ["1.1.1.1", "fe80::1%eth0"]])
      expect(await fetchElsewhere(link, {}, { ...around, mayAsk: isElsewhere, resolve: async () => mixed })).toEqual({
        failed: "refused",
      })
    expect(site.connections()).toBe(1)
  } finally {
    await site.close()
  }
})

test("over TLS the name that was asked for is named, though the connection goes to what was judged", async () => {
  const named: string[] = []
  const server = createSecure({
    SNICallback: (name, told) => {
      named.push(name)
      told(new Error("no"))
    },
  })
  server.on("tlsClientError", () => {})
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  const around = { ...own, patience: 30_000, resolve: async () => ["127.0.0.1"] }
  expect(await fetchElsewhere(`https://named.example:${port}/`, {}, around)).toEqual({ failed: "unreachable" })
  expect(named).toEqual(["named.example"])
  server.close()
})

test("what moved for good is told from what is elsewhere for now, five hops are followed, and no cookie is kept", async () => {
  const cookies: (string | undefined)[] = []
  const site = await siteOf(({ url = "", headers }, answer) => {
    cookies.push(headers.cookie)
    const [, kind = "", count = "0"] = url.split("#")[0]?.split("/") ?? []
    answer.setHeader("set-cookie", "a=b")
    if (kind === "round") return answer.writeHead(302, { location: `/round/${Number(count) + 1}` }).end()
    const hops: Record<string, [number, string]> = {
      a: [301, "/b"],
      b: [308, "/end"],
      c: [301, "/d"],
      d: [302, "/end"],
      e: [307, "/a"],
    }
    const [status, location] = hops[kind] ?? [200, ""]
    answer.writeHead(status, location ? { location } : {}).end()
  })
  const lasting = async (path: string) => {
    const found = await fetchElsewhere(site.at + path, {}, { ...own, patience: 30_000 })
    return "failed" in found
      ? found
      : [found.address.slice(site.at.length), found.lasting?.slice(site.at.length) ?? null]
  }
  try {
    expect(await lasting("/a#place")).toEqual(["/end#place", "/end#place"])
    expect(await lasting("/c")).toEqual(["/end", "/d"])
    expect(await lasting("/e")).toEqual(["/end", null])
    expect(await lasting("/end")).toEqual(["/end", null])
    const before = site.connections()
    expect(await lasting("/round/0")).toEqual({ failed: "round" })
    expect(site.connections() - before).toBe(6)
    expect(new Set(cookies)).toEqual(new Set([undefined]))
  } finally {
    await site.close()
  }
})

test("a body is read where it is of the right kind, and a megabyte of it at most, also of what unpacks into more", async () => {
  const zeros = Buffer.alloc(60_000_000)
  const nothing = gzipSync("")
  const bodies: Record<string, { type?: string; coding?: string; bytes: Buffer }> = {
    "/page": { bytes: Buffer.from("<title>x</title>") },
    "/packed": { coding: "gzip", bytes: gzipSync("<title>x</title>") },
    "/picture": { type: "image/png", bytes: Buffer.from("x") },
    "/untyped": { type: "", bytes: Buffer.from("x") },
    "/large": { bytes: zeros.subarray(0, 5_000_000) },
    "/bomb": { coding: "gzip", bytes: gzipSync(zeros) },
    "/bomb-br": { coding: "br", bytes: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } }) },
    "/twice": { coding: "gzip, gzip", bytes: gzipSync(gzipSync(zeros)) },
    "/unknown": { coding: "zstd", bytes: Buffer.from("x") },
    "/damaged": { coding: "gzip", bytes: Buffer.from("not packed at all") },
    "/torn": {
      coding: "gzip",
      bytes: gzipSync(Buffer.from(Array.from({ length: 90_000 }, (_, n) => (n * 7919) % 251))).subarray(0, 400),
    },
    "/nothing-for-ever": { coding: "gzip", bytes: Buffer.concat(Array.from({ length: 150_000 }, () => nothing)) },
  }
  const site = await siteOf(({ url = "" }, answer) => {
    const { type = "text/html", coding, bytes } = bodies[url] ?? { bytes: Buffer.from("") }
    if (type) answer.setHeader("content-type", type)
    if (coding) answer.setHeader("content-encoding", coding)
    answer.end(bytes)
  })
  const sizeOf = async (path: string) => {
    const found = await fetchElsewhere(site.at + path, { types: HTML }, { ...own, patience: 5_000 })
    return "failed" in found ? found.failed : found.body && [found.body.bytes.length, found.body.cut]
  }
  try {
    expect(await sizeOf("/page")).toEqual([16, false])
    expect(await sizeOf("/packed")).toEqual([16, false])
    for (const path of ["/picture", "/untyped", "/twice", "/unknown"]) expect(await sizeOf(path), path).toBeNull()
    for (const path of ["/large", "/bomb", "/bomb-br"]) expect(await sizeOf(path), path).toEqual([1_000_000, true])
    expect(await sizeOf("/damaged")).toBe("unreachable")
    expect(await sizeOf("/torn")).toEqual([expect.any(Number), true])
    expect(["unreachable", [0, true], [0, false]]).toContainEqual(await sizeOf("/nothing-for-ever"))
  } finally {
    await site.close()
  }
})

test("whoever is slow, endless or no site at all is left when our time is up", async () => {
  const every = (
    socket: { write: (words: string) => boolean; on: (what: "close", then: () => void) => unknown },
    words: string,
    first = "",
  ) => {
    if (first) socket.write(first)
    const again = setInterval(() => socket.write(words), 20)
    socket.on("close", () => clearInterval(again))
  }
  const OK = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n"
  const speakers: Record<string, Parameters<typeof rawSite>[0]> = {
    silent: () => {},
    "headers without end": (socket) => every(socket, "x-more: and more\r\n", OK),
    "a header as long as a book": (socket) => socket.write(`${OK}x: ${"y".repeat(200_000)}\r\n\r\n`),
    "a drop at a time": (socket) => every(socket, "x", `${OK}content-length: 100000\r\n\r\n`),
    "no end": (socket) => every(socket, "5\r\nhello\r\n", `${OK}transfer-encoding: chunked\r\n\r\n`),
    "nothing but early hints": (socket) => every(socket, "HTTP/1.1 103 Early Hints\r\n\r\n"),
    nonsense: (socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n"),
    "gone at once": (socket) => socket.destroy(),
    "a lie about its length": (socket) => socket.end(`${OK}content-length: 100000\r\n\r\nshort`),
    "two lengths": (socket) => socket.end(`${OK}content-length: 5\r\ncontent-length: 6\r\n\r\nhello!`),
    "another protocol": (socket) => socket.write("HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n"),
    "a chunk without end": (socket) => socket.write(`${OK}transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\nx`),
  }
  await Promise.all(
    Object.entries(speakers).map(async ([name, speak]) => {
      const site = await rawSite(speak)
      const found = await fetchElsewhere(site.at, { types: HTML }, own)
      // Of a body that breaks off there is what came before.
      if (!/^(a lie|a chunk)/.test(name))
        expect(found, name).toEqual({ failed: expect.stringMatching(/^(slow|unreachable)$/) })
      await site.close()
    }),
  )
  const never = { ...own, resolve: () => new Promise<string[]>(() => {}) }
  expect(await fetchElsewhere("http://never.example/", {}, never)).toEqual({ failed: "slow" })
  const nobody = { ...own, resolve: () => Promise.reject(Object.assign(new Error(), { code: "ENOTFOUND" })) }
  expect(await fetchElsewhere("http://nobody.example/", {}, nobody)).toEqual({ failed: "nowhere" })
  const ill = { ...own, resolve: () => Promise.reject(Object.assign(new Error(), { code: "EAI_AGAIN" })) }
  expect(await fetchElsewhere("http://ill.example/", {}, ill)).toEqual({ failed: "unreachable" })
})
