import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { findNginx, type Nginx, startNginx } from "@/server/nginx/nginx"
import { freePort } from "@/server/ports"
import { ask, type Raw } from "../raw"
import { deskAt } from "./desk"
import { ownServer } from "./own-server"
import { newPlace, type Place, type Start, secretsOf, serving, start, stop } from "./start"

// The paper behind a real nginx that hands out its pages as files. Every test takes it as the one before has left it.
test.describe.configure({ mode: "serial" })
// biome-ignore lint/suspicious/noSkippedTests: who does not have nginx runs everything else; .ci/run has it
test.skip(!findNginx() && !process.env.CI, "nginx is not installed")

let place: Place
let server: Awaited<ReturnType<typeof ownServer>>
let paper: Start
let nginx: Nginx
let inner: string
let given: Record<string, string>

test.beforeAll(async () => {
  test.setTimeout(180_000)
  place = await newPlace()
  server = await ownServer()
  const port = await freePort()
  const mirror = join(place.folder, "mirror")
  given = {
    ...{ DATABASE_URL: server.url, NODE_ENV: "development" },
    ...{ MIRROR_DIR: mirror, PUBLIC_ORIGIN: `http://localhost:${port}` },
  }
  paper = await serving(start(place, given))
  inner = `http://localhost:${place.port}`
  const folder = join(place.folder, "nginx")
  nginx = await startNginx({ folder, mirror, application: `127.0.0.1:${place.port}`, port })
})

test.afterAll(async () => {
  await nginx?.stop()
  if (paper) await stop(paper, "SIGTERM")
  await server?.down().catch(() => {})
  for (const one of [place, server]) one?.remove()
})

const fromFile = ({ headers }: Raw) => headers["cache-status"] === "nginx; hit"

/** Reads a page until nginx has it as a file. */
async function filed(path: string, headers: Record<string, string> = {}): Promise<Raw> {
  await expect.poll(async () => fromFile(await ask(nginx.origin + path))).toBe(true)
  return ask(nginx.origin + path, headers)
}

async function firstStory() {
  const feed = JSON.parse((await ask(`${inner}/feed.json`)).body.toString())
  return new URL(feed.items[0].url).pathname
}

/** What a server in front says in its own way. */
const OWN =
  /^(etag|date|connection|keep-alive|server|accept-ranges|cache-status|content-security-policy|link|transfer-encoding)$/
const common = ({ headers }: Raw) => Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.test(name)))

test("a page that was read once comes from a file: the same bytes in every form, with the same headers", async () => {
  for (const path of ["/", await firstStory(), "/corrections", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap.xml"])
    for (const coding of ["identity", "gzip", ...(nginx.brotli ? ["br"] : [])]) {
      const asked = { "accept-encoding": coding }
      const [outer, own] = [await filed(path, asked), await ask(inner + path, asked)]
      expect([path, outer.status, outer.headers["content-encoding"]]).toEqual([
        path,
        200,
        own.headers["content-encoding"],
      ])
      expect(outer.body.equals(own.body)).toBe(true)
      expect(common(outer)).toEqual(common({ ...own, headers: { ...own.headers, "last-modified": undefined } }))
    }
})

test("who has the page already is told so, and who has another form of it is not", async () => {
  const path = await firstStory()
  const { headers } = await filed(path)
  const again = await ask(nginx.origin + path, { "if-none-match": String(headers.etag) })
  expect([again.status, again.body.length]).toEqual([304, 0])
  const other = await ask(nginx.origin + path, { "if-none-match": String(headers.etag), "accept-encoding": "gzip" })
  expect(other.status).toBe(200)
})

test("what asks something, and what is no page's name, goes to the paper", async () => {
  const path = await firstStory()
  await filed(path)
  const section = path.replace(/\/[^/]+$/, "")
  for (const other of [
    `${section}?page=2`,
    `${path}.html`,
    "/index",
    "/index.html",
    `${path}/`,
    "/search?q=lock",
    "/pages/index.html",
  ]) {
    const [outer, own] = [await ask(nginx.origin + other), await ask(inner + other)]
    expect([other, fromFile(outer), outer.status]).toEqual([other, false, own.status])
  }
})

test("a page from a file looks as it should, breaks no rule of its policy, and takes no other styles than its own", async ({
  page,
}) => {
  const path = await firstStory()
  await filed(path)
  const complaints: string[] = []
  page.on("console", (message) => complaints.push(message.text()))
  await page.goto(nginx.origin + path)
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe("0px")
  expect(complaints).toEqual([])
  const margin = await page.evaluate(() => {
    const style = document.createElement("style")
    style.textContent = "body { margin: 77px }"
    document.head.append(style)
    return getComputedStyle(document.body).margin
  })
  expect(margin).toBe("0px")
})

test("after each act the next reader sees it, also through the front page and the feed, and a withdrawn story is 410", async () => {
  const desk = deskAt(nginx.origin, place, given)
  const section = (await firstStory()).split("/")[1] ?? ""
  let story = await desk.publishNew("Headline 0 of the drill", section)
  const path = `/${story.section}/${story.slug}`
  const seen = async (address: string) => (await ask(nginx.origin + address)).body.toString()
  for (let number = 1; number <= 8; number++) {
    for (const address of [path, "/", "/feed.xml"]) await filed(address)
    story = await desk.update(story, `Headline ${number} of the drill`)
    for (const address of [path, "/", "/feed.xml"])
      expect(await seen(address)).toContain(`Headline ${number} of the drill`)
  }
  await filed(path)
  await desk.act(story, "withdraw", "It never happened.")
  const gone = await ask(nginx.origin + path)
  expect([gone.status, fromFile(gone), gone.body.includes("It never happened.")]).toEqual([410, false, true])
  expect(existsSync(join(place.folder, "mirror", "pages", `${path.slice(1)}.html`))).toBe(false)
})

test("the newsroom works through it", async ({ page }) => {
  await page.goto(`${nginx.origin}/newsroom`)
  await page.getByLabel("Email").fill("ada@demo.test")
  await page.getByLabel("Password").fill(secretsOf(place).demoPassword)
  await page.getByRole("button", { name: "Sign in" }).click()
  await expect(page.getByRole("button", { name: "New story" })).toBeVisible()
})

test("while PostgreSQL is away the files are read on; when it is back all are made anew", async () => {
  const path = await firstStory()
  await filed(path)
  /** Pages that were asked for come again at once: another file, at another time. */
  const made = () =>
    statSync(join(place.folder, "mirror", "pages", `${path.slice(1)}.html`), { throwIfNoEntry: false })?.ctimeMs
  const before = made()
  await server.down()
  await expect.poll(async () => (await ask(inner + path)).headers.age).not.toBeUndefined()
  expect(fromFile(await ask(nginx.origin + path))).toBe(true)
  await server.up()
  await expect.poll(made, { timeout: 20_000 }).not.toBe(before)
  await filed(path)
})

test("a clean end leaves no files", async () => {
  await filed("/")
  const pages = join(place.folder, "mirror", "pages")
  expect(readdirSync(pages)).not.toEqual([])
  expect(await stop(paper, "SIGTERM")).toBe(0)
  expect(existsSync(pages)).toBe(false)
  expect((await ask(nginx.origin)).status).toBe(502)
})
