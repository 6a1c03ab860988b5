import { expect, test } from "@playwright/test"
import { readBody } from "@/lib/body.server"
import { apiHeaders, newsroomHeaders, siteHeaders } from "@/lib/headers"
import { isOwnOrigin } from "@/lib/origin.server"
import { ownAddress } from "@/lib/own-host"
import { hasControlCharacters } from "@/lib/params"
import { networkOf } from "@/lib/people/network"
import { ownNewsroomPath } from "@/lib/people/next-path"
import { passwordProblem } from "@/lib/people/password"
import { inWords } from "@/lib/people/wait"

const OWN = "https://paper.example"

test.describe("the exact own origin", () => {
  const before = process.env.PUBLIC_ORIGIN
  test.beforeAll(() => {
    process.env.PUBLIC_ORIGIN = `${OWN}/`
  })
  test.afterAll(() => {
    if (before === undefined) delete process.env.PUBLIC_ORIGIN
    else process.env.PUBLIC_ORIGIN = before
  })

  test("is let in", () => expect(isOwnOrigin(new Headers({ origin: OWN }))).toBe(true))

  const others: Record<string, string>[] = [
    {},
    { origin: "" },
    { origin: "null" },
    { origin: "file://" },
    { origin: "http://paper.example" },
    { origin: "https://paper.example:444" },
    { origin: "https://paper.example/" },
    { origin: "https://paper.example.evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
    { origin: "https://evil.example", referer: `${OWN}/newsroom` },
    { "x-forwarded-host": "paper.example", host: "paper.example", referer: `${OWN}/newsroom` },
    { origin: `${OWN}, https://evil.example` },
    { origin: "chrome-extension://paper.example" },
  ]
  for (const headers of others)
    test(`${JSON.stringify(headers)} is not it`, () => expect(isOwnOrigin(new Headers(headers))).toBe(false))
})

for (const wanted of [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/newsroom/..//evil.example",
  "/newsroom/../../evil",
  "/newsroom\\@evil.example",
  "/newsroom\n//evil.example",
  "/newsroom/%2e%2e/%2e%2e/api",
  "/newsroomevil",
  "javascript:alert(1)",
  "@evil.example",
  "/",
  "",
  null,
  "/newsroom/sign-in?next=/newsroom/sign-in",
  "/newsroom/welcome/abc",
  `/newsroom/${"a".repeat(600)}`,
])
  test(`signing in never leads to ${JSON.stringify(wanted)?.slice(0, 60)}`, () =>
    expect(ownNewsroomPath(wanted)).toBe("/newsroom"))

test("signing in leads to the page of the newsroom that was asked for", () => {
  for (const path of ["/newsroom", "/newsroom/stories/1?tab=history", "/newsroom?status=filed&q=a%20b"])
    expect(ownNewsroomPath(path)).toBe(path)
})

test("another name of this machine, or of the paper, leads to the newsroom's own; a reverse proxy's name does not", () => {
  const local = "http://localhost:3000"
  expect(ownAddress("127.0.0.1:3000", local, "/newsroom?a=1")).toBe(`${local}/newsroom?a=1`)
  expect(ownAddress("[::1]:3000", local, "/newsroom")).toBe(`${local}/newsroom`)
  expect(ownAddress("www.paper.example", OWN, "/newsroom")).toBe(`${OWN}/newsroom`)
  for (const [host, origin] of [
    ["localhost:3000", local],
    ["localhost:4000", local],
    ["paper.example", OWN],
    ["127.0.0.1:3000", OWN],
    ["10.0.0.7:3000", OWN],
    ["app:3000", OWN],
    ["not a host", OWN],
  ] as const)
    expect(ownAddress(host, origin, "/newsroom"), host).toBe(null)
})

test("no answer allows inline code, whoever it is for", () => {
  const given = { path: "/newsroom", secure: true, developing: false }
  const policies = [siteHeaders(false), apiHeaders(), newsroomHeaders("n0nce", given)].map(
    (headers) => headers["Content-Security-Policy"],
  )
  for (const policy of policies) {
    expect(policy).not.toMatch(/unsafe|data:.*script|\*/)
    expect(policy).toContain("frame-ancestors 'none'")
  }
  expect(policies[0]).toContain("script-src 'none'")
  expect(policies[2]).toContain("'nonce-n0nce'")
})

test("a preview may be framed by the newsroom, and nothing else may be framed", () => {
  const given = { path: "/newsroom/stories/1/preview", secure: false, developing: false }
  expect(newsroomHeaders("n", given)["Content-Security-Policy"]).toContain("frame-ancestors 'self'")
})

test("networks: an IPv4 address, the first half of an IPv6 one, and nothing for what is neither", () => {
  expect(networkOf("192.0.2.7")).toBe("192.0.2.7")
  expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7")
  expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64")
  expect(networkOf("2001:db8::1")).toBe("2001:db8:0:0::/64")
  expect(networkOf("::1")).toBe("0:0:0:0::/64")
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64")
  for (const other of ["", "unknown", "300.1.1.1", "1.2.3", "2001:db8::1::2", "a b"])
    expect(networkOf(other)).toBe(null)
})

test("a password is long, varied, no run of the keyboard and not its person's name", () => {
  const ada = { email: "ada.lovelace@paper.example", name: "Ada Lovelace" }
  for (const weak of [
    "short",
    "aaaaaaaaaaaaaa",
    "abababababababab",
    "qwertyuiopasdfghjkl",
    "123456789012345",
    "adalovelace2024",
    "x".repeat(201),
  ])
    expect(passwordProblem(weak, ada), weak).toMatch(/\.$/)
  for (const fine of ["four calm herons upstream", "Zwölf Boxkämpfer jagen", "correct horse battery"])
    expect(passwordProblem(fine, ada), fine).toBe(null)
})

test("when to try again is never said too early", () => {
  expect(inWords(1)).toBe("in a minute")
  expect(inWords(60_001)).toBe("in 2 minutes")
})

test("control characters are found in any part of an address", () => {
  expect(hasControlCharacters("fine", undefined, "élève")).toBe(false)
  for (const one of ["\u0000", "a\nb", "\u007f", "\u0085"]) expect(hasControlCharacters("fine", one)).toBe(true)
})

test("a body is read no further than its limit, whatever its length is said to be", async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_000
      controller.enqueue(new Uint8Array(1_000))
    },
  })
  const request = new Request("http://x.invalid", { method: "POST", body: endless, duplex: "half" } as RequestInit)
  expect(await readBody(request, 10_000)).toMatchObject({ because: "too large" })
  expect(sent).toBeLessThan(20_000)
  const fits = await readBody(new Request("http://x.invalid", { method: "POST", body: "héllo" }), 6)
  expect("bytes" in fits && new TextDecoder().decode(fits.bytes)).toBe("héllo")
  const said = new Request("http://x.invalid", { method: "POST", body: "a", headers: { "content-length": "99" } })
  expect(await readBody(said, 10)).toMatchObject({ because: "too large" })
  expect(await readBody(new Request("http://x.invalid"), 10)).toEqual({ bytes: new Uint8Array() })
})
