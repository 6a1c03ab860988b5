import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import type { Role } from "@/lib/people/people"
import { call, programOf } from "../api"
import { bearerOf, cast, cookieOf, disable, hire, ORIGIN, openSection, storyIn } from "../newsroom"

const HEADLINE = { headline: "Another headline" }
const everybody = (status: number) => ({ reporter: status, editor: status, admin: status })
const desk = (status: number) => ({ reporter: 403, editor: status, admin: status })

/** Every address, what is sent, and what each role is answered for a story that is filed. */
const DOORS: [string, string, unknown, Record<Role, number>][] = [
  ["GET", "/stories", undefined, everybody(200)],
  ["GET", "/newslist?since=2026-01-01T00:00:00Z", undefined, everybody(200)],
  ["GET", "/palette?q=story", undefined, everybody(200)],
  ["POST", "/acts/preview", { act: "file", stories: ["00000000-0000-7000-8000-000000000000"] }, everybody(200)],
  ["GET", "/stories/ID", undefined, everybody(200)],
  ["GET", "/stories/ID/related", undefined, everybody(200)],
  ["GET", "/stories/ID/versions", undefined, everybody(200)],
  ["GET", "/stories/ID/impact", undefined, everybody(200)],
  ["GET", "/stories/ID/changes", undefined, everybody(200)],
  ["GET", "/stories/ID/receipts", undefined, everybody(200)],
  ["GET", "/stories/ID/aside", undefined, everybody(200)],
  ["POST", "/stories/ID/aside", { revision: 2 }, desk(409)],
  ["GET", "/events?after=0", undefined, everybody(200)],
  ["GET", "/front/PAGE", undefined, everybody(200)],
  ["PUT", "/front/PAGE", { revision: 0, slots: [] }, desk(200)],
  ["POST", "/stories", { ...HEADLINE, section: "SECTION" }, everybody(201)],
  ["GET", "/pictures?q=tram&usable=yes", undefined, everybody(200)],
  ["POST", "/pictures/uploads", { fileName: "a.jpg", size: 9 }, everybody(201)],
  ["GET", "/webhooks", undefined, { reporter: 403, editor: 403, admin: 200 }],
  ["POST", "/webhooks", { url: "nowhere" }, { reporter: 403, editor: 403, admin: 422 }],
  ["PATCH", "/stories/ID", { revision: 2, ...HEADLINE }, desk(200)],
  ["GET", "/stories/ID/draft", undefined, everybody(200)],
  ["PATCH", "/stories/ID/draft", { revision: 2, fields: { standfirst: "x" } }, desk(200)],
  ["GET", "/stories/ID/preview-links", undefined, everybody(200)],
  ["POST", "/stories/ID/preview-links", { days: 2 }, everybody(422)],
  ["DELETE", "/stories/ID/preview-links/00000000-0000-7000-8000-000000000000", undefined, everybody(404)],
  ["GET", "/stories/ID/suggestions", undefined, everybody(200)],
  ["POST", "/stories/ID/suggestions", { story: "00000000-0000-7000-8000-000000000000", hide: "here" }, desk(404)],
  ["GET", "/stories/ID/checks", undefined, everybody(200)],
  ["POST", "/stories/ID/presence", { tab: "a-tab-of-tests" }, everybody(200)],
  ["PUT", "/stories/ID/related", { revision: 2, items: [] }, desk(200)],
  ["POST", "/stories/ID/acts/file", { revision: 2 }, everybody(409)],
  ["POST", "/stories/ID/acts/approve", { revision: 2 }, desk(200)],
  ["POST", "/stories/ID/acts/send-back", { revision: 2 }, desk(200)],
  ["POST", "/stories/ID/acts/schedule", { revision: 2, at: "2099-01-01T00:00:00Z" }, desk(200)],
  ["POST", "/stories/ID/acts/unschedule", { revision: 2 }, desk(409)],
  ["POST", "/stories/ID/acts/publish", { revision: 2 }, desk(200)],
  ["POST", "/stories/ID/acts/update", { revision: 2 }, desk(409)],
  ["POST", "/stories/ID/acts/correct", { revision: 2, note: "x" }, desk(409)],
  ["POST", "/stories/ID/acts/minor", { revision: 2 }, desk(409)],
  ["POST", "/stories/ID/acts/schedule-change", { revision: 2, at: "2099-01-01T00:00:00Z", as: "minor" }, desk(409)],
  ["POST", "/stories/ID/acts/cancel-change", { revision: 2 }, desk(409)],
  ["POST", "/stories/ID/acts/embargo", { revision: 2, at: "2099-01-01T00:00:00Z" }, desk(200)],
  ["POST", "/stories/ID/acts/lift-embargo", { revision: 2 }, desk(409)],
  ["POST", "/stories/ID/acts/withdraw-later", { revision: 2, at: "2099-01-01T00:00:00Z", note: "x" }, desk(200)],
  ["POST", "/stories/ID/acts/keep-up", { revision: 2 }, desk(409)],
  ["POST", "/stories/ID/acts/ask-withdrawal", { revision: 2, note: "x" }, everybody(409)],
  ["POST", "/stories/ID/acts/remove", { revision: 2, note: "x" }, { reporter: 403, editor: 403, admin: 409 }],
  ["POST", "/stories/ID/acts/withdraw", { revision: 2, note: "x" }, desk(409)],
  ["POST", "/stories/ID/acts/spike", { revision: 2 }, desk(200)],
  ["POST", "/stories/ID/acts/restore", { revision: 2 }, desk(409)],
]

for (const [method, address, body, expected] of DOORS)
  test(`${method} ${address} opens to each role as the table says, and to nobody else`, async () => {
    const { slug } = await openSection()
    const sent = body && JSON.parse(JSON.stringify(body).replace("SECTION", slug))
    const prepare = async () =>
      address.includes("PAGE")
        ? address.replace("PAGE", (await openSection()).slug)
        : address.replace("ID", (await storyIn("filed")).id)
    const path = await prepare()
    const closed = async (headers: Record<string, string>, status: number, type: string) => {
      const told = await call(method, path, { headers, body: sent })
      expect(told).toMatchObject({ status, body: { status, type: `urn:standfirst:problem:${type}` } })
      expect(told.headers.get("content-type")).toBe("application/problem+json")
    }

    const gone = await hire("admin")
    const [bearer, cookie] = [await bearerOf(gone), await cookieOf(gone)]
    await disable(gone)
    const working = await cookieOf(await hire("admin"))
    await closed({}, 401, "signed-out")
    await closed({ authorization: "Bearer standfirst_wrong" }, 401, "signed-out")
    await closed(bearer, 401, "signed-out")
    await closed({ ...cookie, origin: ORIGIN }, 401, "signed-out")
    await closed({ ...working, authorization: "Bearer nonsense" }, 401, "signed-out")
    if (method !== "GET") {
      await closed(working, 403, "foreign-origin")
      for (const origin of ["https://evil.example", "null", `${ORIGIN}.evil.example`, ORIGIN.replace("http", "https")])
        await closed({ ...working, origin, "x-forwarded-host": "evil.example" }, 403, "foreign-origin")
    }

    for (const role of ["reporter", "editor", "admin"] as const) {
      const person = await hire(role)
      const told = await call(method, await prepare(), { headers: await bearerOf(person), body: sent })
      expect(told.status, `${role} with a token`).toBe(expected[role])
      const session = { ...(await cookieOf(person)), origin: ORIGIN }
      const signedIn = await call(method, await prepare(), { headers: session, body: sent })
      expect(signedIn.status, `${role} signed in`).toBe(expected[role])
    }
  })

test("a token whose person was disabled opens nothing with the next request", async () => {
  const { cleo } = await cast()
  const asCleo = await programOf(cleo)
  expect((await asCleo("GET", "/stories")).status).toBe(200)
  await disable(cleo)
  expect((await asCleo("GET", "/stories")).status).toBe(401)
})

test("what is not there is 404, and a way that is not open is 405 with those that are", async () => {
  const { cleo } = await cast()
  const asCleo = await programOf(cleo)
  const paths = [`/stories/${randomUUID()}`, "/stories/nonsense", "/stories/a%01b", "/nothing", "/stories/x/y/z"]
  for (const path of [...paths, `/stories/${randomUUID()}/related`, "/stories/nonsense/versions"])
    expect((await asCleo("GET", path)).status, path).toBe(404)
  const story = await storyIn("draft")
  const unknown = await asCleo("POST", `/stories/${story.id}/acts/sendBack`, { revision: 1 })
  expect(unknown).toMatchObject({ status: 404, body: { detail: expect.stringContaining("send-back") } })
  const wrong = await asCleo("DELETE", `/stories/${story.id}`)
  expect(wrong).toMatchObject({ status: 405, body: { type: "urn:standfirst:problem:wrong-method" } })
  expect(wrong.headers.get("allow")).toBe("GET, HEAD, PATCH, OPTIONS")
})

test("a body that is no JSON, no UTF-8, too large, too deep, or of another type is refused in words", async () => {
  const { cleo } = await cast()
  const headers = await bearerOf(cleo)
  const send = (raw: BodyInit, more = {}) => call("POST", "/stories", { headers: { ...headers, ...more }, raw })
  const noAddress = await fetch(`${ORIGIN}/api/v1/stories/%ZZ`)
  expect(noAddress.headers.get("content-type")).toBe("application/problem+json")
  expect(await noAddress.json()).toMatchObject({ status: 400, detail: "This is not an address of this paper." })
  const tooLong = await fetch(`${ORIGIN}/api/v1/stories?q=${"a".repeat(9_000)}`)
  expect(await tooLong.json()).toMatchObject({ status: 414, type: "urn:standfirst:problem:too-long" })
  expect(await send("{")).toMatchObject({ status: 400, body: { detail: expect.stringContaining("not JSON") } })
  expect((await send(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400)
  expect((await send("[".repeat(1_000_000))).status).toBe(400)
  expect((await send(`${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`)).status).toBe(422)
  expect((await send(`"${"x".repeat(4_000_000)}"`)).status).toBe(413)
  expect((await send("headline=x", { "content-type": "application/x-www-form-urlencoded" })).status).toBe(415)
  expect((await send('{"__proto__":{"headline":"x"},"headline":"x"}')).status).toBe(422)
  for (const raw of ["null", "[]", "1", '"x"']) expect((await send(raw)).status, raw).toBe(422)
})

test("a write has to say which revision it was made from", async () => {
  const { cleo } = await cast()
  const asCleo = await programOf(cleo)
  const { id } = await storyIn("draft")
  const change = (body: object, headers = {}) => asCleo("PATCH", `/stories/${id}`, { ...HEADLINE, ...body }, headers)
  expect(await change({})).toMatchObject({ status: 422, body: { errors: { revision: expect.any(String) } } })
  expect((await change({ revision: "1" })).status).toBe(422)
  expect((await change({}, { "if-match": "*" })).status).toBe(400)
  expect((await change({ revision: 2 }, { "if-match": '"1"' })).status).toBe(400)
  expect((await change({ revision: 1 }, { "if-match": '"1"' })).status).toBe(200)
  const filed = await asCleo("POST", `/stories/${id}/acts/file`, undefined, { "if-match": '"2"' })
  expect(filed.status).toBe(200)
})

test("health answers without a name: alive, and ready with every check", async ({ request }) => {
  expect((await request.get(`${ORIGIN}/api/health/live`)).status()).toBe(200)
  const ready = await request.get(`${ORIGIN}/api/health/ready`)
  const ok = { ok: true }
  expect(await ready.json()).toMatchObject({ checks: { database: ok, migrations: ok, storage: ok } })
})
