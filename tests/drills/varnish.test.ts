import { request } from "node:http"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { embeddedUrl, ask as query } from "@/server/database"
import { freePort } from "@/server/ports"
import { ask, type Raw } from "../raw"
import { deskAt } from "./desk"
import { newPlace, type Place, type Start, secretsOf, serving, start, stop } from "./start"
import { findVarnish, startVarnish } from "./varnishd"

// The paper behind a real Varnish, which is told what changed. Every test takes it as the one before has left it.
test.describe.configure({ mode: "serial" })
// biome-ignore lint/suspicious/noSkippedTests: who does not have Varnish runs everything else; .ci/run has it
test.skip(!findVarnish() && !process.env.CI, "varnishd is not installed")

let place: Place
let paper: Start
let varnish: Awaited<ReturnType<typeof startVarnish>>
let port: number
let outer: string
let inner: string

test.beforeAll(async () => {
  test.setTimeout(180_000)
  place = await newPlace()
  port = await freePort()
  outer = `http://localhost:${port}`
  inner = `http://localhost:${place.port}`
  varnish = await startVarnish(join(place.folder, "varnish"), port, place.port)
  paper = await serving(start(place, { CDN: "varnish", VARNISH_URL: `http://127.0.0.1:${port}`, PUBLIC_ORIGIN: outer }))
  await toldTwice()
})

test.afterAll(async () => {
  if (paper) await stop(paper, "SIGTERM")
  await varnish?.stop()
  place?.remove()
})

/** Waits until everything was said and said again: at the first start everything is purged, and some seconds later once more;
 * the share pictures of the demo paper, which are drawn when nobody else wants the processor, are news too.
 */
async function toldTwice() {
  const behind = `SELECT count(*)::int AS told FROM "Follower" JOIN "EventCounter" ON position = last WHERE name LIKE 'cdn %'`
  const url = embeddedUrl(secretsOf(place))
  await expect.poll(async () => (await query<{ told: number }>(url, behind))[0]?.told, { timeout: 120_000 }).toBe(2)
}

const fromCache = ({ headers }: Raw) => headers["cache-status"] === "Varnish; hit"

/** Reads a page until Varnish has it. */
async function cached(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  await expect.poll(async () => fromCache(await ask(outer + path, headers))).toBe(true)
  return ask(outer + path, headers)
}

async function stories(): Promise<string[]> {
  const feed = JSON.parse((await ask(`${inner}/feed.json`)).body.toString())
  return feed.items.map(({ url }: { url: string }) => new URL(url).pathname)
}

const readyCheck = async () => JSON.parse((await ask(`${inner}/api/health/ready`)).body.toString())

test("a page that was read once comes from Varnish, in our own bytes, and browsers still ask each time", async () => {
  const [path = ""] = await stories()
  for (const coding of ["br", "gzip"]) {
    const asked = { "accept-encoding": coding }
    const [outside, own] = [await cached(path, asked), await ask(inner + path, asked)]
    expect([outside.status, outside.headers["content-encoding"]]).toEqual([200, coding])
    expect(outside.body.equals(own.body)).toBe(true)
    expect(own.headers["surrogate-control"]).toBe("max-age=3600")
    expect(own.headers["surrogate-key"]).toMatch(/^names story:/)
    expect(outside.headers).not.toHaveProperty("surrogate-key")
    expect(outside.headers["cache-control"]).toBe("public, max-age=0, must-revalidate")
    const again = await ask(outer + path, { ...asked, "if-none-match": String(outside.headers.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
  }
})

test("it keeps nothing of the newsroom, and no address where there is nothing", async () => {
  for (const path of ["/newsroom/sign-in", "/api/health/ready", "/there-is/nothing-here", "/nothing"]) {
    await ask(outer + path)
    expect([path, fromCache(await ask(outer + path))]).toEqual([path, false])
  }
})

test("after an act it has the new page, and keeps what the act did not touch; a withdrawn story is 410", async () => {
  const desk = deskAt(outer, place)
  const [untouched = ""] = await stories()
  let story = await desk.publishNew("Headline 0 of the drill", untouched.split("/")[1] ?? "")
  const path = `/${story.section}/${story.slug}`
  for (let number = 1; number <= 3; number++) {
    for (const address of [path, "/", "/feed.xml", untouched]) await cached(address)
    story = await desk.update(story, `Headline ${number} of the drill`)
    for (const address of [path, "/", "/feed.xml"])
      await expect
        .poll(async () => (await ask(outer + address)).body.toString(), { intervals: [20] })
        .toContain(`Headline ${number} of the drill`)
    expect(fromCache(await ask(outer + untouched))).toBe(true)
  }
  await cached(path)
  await desk.act(story, "withdraw", "It never happened.")
  await expect.poll(async () => (await ask(outer + path)).status, { intervals: [20] }).toBe(410)
})

test("it takes no keys that are none", async () => {
  const ban = (headers: Record<string, string>) =>
    new Promise<number>((done, fail) => {
      const asking = request(outer, { method: "BAN", headers }, (answer) => {
        answer.resume()
        done(answer.statusCode ?? 0)
      })
      asking.on("error", fail)
      asking.end()
    })
  expect(await ban({ "surrogate-key": 'a" || obj.status != "0' })).toBe(400)
  expect(await ban({})).toBe(400)
  expect(await ban({ "surrogate-key": "story:nobody paper" })).toBe(200)
})

test("while it is away acts go on and health says that it was not told; when it is back it is told", async () => {
  const [path = ""] = await stories()
  await varnish.stop()
  const desk = deskAt(inner, place)
  await desk.publishNew("While the cache was away", path.split("/")[1] ?? "")
  await expect
    .poll(async () => (await readyCheck()).checks.cdn, { timeout: 15_000 })
    .toMatchObject({ ok: true, reason: "The CDN cannot be told what changed; the log says why." })
  expect((await readyCheck()).status).toBe("ready")
  varnish = await startVarnish(join(place.folder, "varnish"), port, place.port)
  await expect.poll(async () => (await readyCheck()).checks.cdn, { timeout: 30_000 }).toEqual({ ok: true })
  expect((await cached("/")).body.toString()).toContain("While the cache was away")
})
