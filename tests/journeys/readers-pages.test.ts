import { type APIResponse, expect, test } from "@playwright/test"
import { bearerOf, cookieOf, hire, ORIGIN } from "../newsroom"
import { ask } from "../raw"
import { everyReaderPage, pathOf } from "../reader-pages"

const SCRIPT = /<script\b(?![^>]*\btype="application\/ld\+json")/i

test("no reader's page holds a script, sets a cookie or names a third party, whatever its status", async ({
  request,
}) => {
  const { pages } = await everyReaderPage()
  for (const { kind, path, status } of pages) {
    const answer = await request.get(path, { maxRedirects: 0 })
    const html = await answer.text()
    expect(answer.status(), kind).toBe(status)
    expect(html, kind).not.toMatch(SCRIPT)
    expect(html, kind).not.toMatch(
      /\son[a-z]+=|\sstyle=|javascript:|standfirst-(status|location|tags|until)|__next_f|self\.__next/i,
    )
    expect(answer.headers()["content-security-policy"], kind).toContain("script-src 'none'")
    expect(answer.headers()["set-cookie"], kind).toBeUndefined()
    const loaded = [...html.matchAll(/<(?:link|img|source|iframe|object|embed)\b[^>]*\s(?:src|srcset|data)="([^"]*)"/g)]
    for (const [, address = ""] of loaded) expect(address, kind).toMatch(/^\/(?!\/)|^data:image/)
  }
})

test("a browser that reads a story asks one origin alone, and keeps nothing", async ({ page, context }) => {
  const { pages } = await everyReaderPage()
  const asked: string[] = []
  page.on("request", (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).origin}`))
  const refused: string[] = []
  page.on(
    "console",
    (message) => message.type() === "error" && refused.push(`${message.text()} ${message.location().url}`),
  )
  for (const { path, status } of pages.filter(({ status }) => status === 200)) {
    await page.goto(path)
    expect(status).toBe(200)
  }
  expect(new Set(asked.map((line) => line.split(" ")[1]))).toEqual(new Set([new URL(ORIGIN).origin]))
  expect(asked.filter((line) => line.startsWith("script"))).toEqual([])
  expect(refused).toEqual([])
  expect(await context.cookies()).toEqual([])
})

test("an upgrade that a program offers is not taken, and its question is answered", async () => {
  for (const upgrade of ["h2c", "websocket"]) {
    const headers = { connection: "Upgrade, HTTP2-Settings", upgrade, "http2-settings": "AAMAAABkAAQAoAAAAAIAAAAA" }
    expect((await ask(`${ORIGIN}/`, headers)).status, upgrade).toBe(200)
  }
})

test("every kind of answer carries the baseline of headers and a policy without unsafe words", {
  tag: "@sweep",
}, async ({ request }) => {
  const { pages, admin, story } = await everyReaderPage()
  const bearer = await bearerOf(admin)
  const others = [
    "/feed.xml",
    "/atom.xml",
    "/feed.json",
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/sitemap-pages.xml",
    "/sitemap-1900-01.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/corrections/feed.xml",
    ...["json", "ninjs2.json", "md", "txt"].map((ending) => `${pathOf(story)}.${ending}`),
    "/newsroom",
    "/newsroom/sign-in",
    "/newsroom/never-was",
    "/api/health/live",
    "/api/never-was",
    "/api/v1/stories",
    "/api/pictures/never-was.webp",
    "/_next/static/never-was.js",
  ]
  for (const path of [...pages.map(({ path }) => path), ...others])
    expectBaseline(await request.get(path, { maxRedirects: 0 }), path)
  expectBaseline(await request.get(`/api/v1/stories/${story.id}`, { headers: bearer }), "a story as JSON")
  expectBaseline(await request.post("/api/v1/stories", { headers: bearer, data: "{" }), "a refusal of the API")
  expectBaseline(await request.post("/", { data: "x" }), "a POST to a reader's page")
  const signIn = await request.get("/newsroom/sign-in")
  expect(signIn.headers()["cross-origin-opener-policy"], "other windows have no hold on the newsroom").toBe(
    "same-origin",
  )
})

function expectBaseline(answer: APIResponse, what: string) {
  const headers = answer.headers()
  const policy = headers["content-security-policy"] ?? "none"
  expect(answer.status(), what).toBeLessThan(500)
  expect(headers["x-content-type-options"], what).toBe("nosniff")
  expect(headers["referrer-policy"], what).toMatch(/^(same-origin|strict-origin-when-cross-origin|no-referrer)$/)
  expect(headers["permissions-policy"], what).toContain("camera=()")
  expect(policy, what).toMatch(/default-src 'none'|default-src 'self'/)
  expect(policy, what).toMatch(/frame-ancestors '(none|self)'/)
  expect(policy, what).not.toMatch(/unsafe-|https?:|\*/)
  expect(headers["x-powered-by"], what).toBeUndefined()
}

test("a client cannot choose the policy, the nonce or the address that a page is told", async ({ request }) => {
  const nonce = "chosenbyaclient"
  const headers = {
    "content-security-policy": `script-src 'nonce-${nonce}'`,
    "x-nonce": nonce,
    "x-forwarded-host": "evil.test",
    "x-forwarded-proto": "ftp",
    "x-newsroom-path": "//evil.test",
    "x-middleware-subrequest": "proxy",
    rsc: "1",
  }
  for (const path of ["/", "/newsroom", "/newsroom/sign-in"]) {
    const answer = await request.get(path, { headers, maxRedirects: 0 })
    const said = `${JSON.stringify(answer.headers())}${await answer.text()}`
    expect(said, path).not.toMatch(/chosenbyaclient|evil\.test/)
    expect(answer.headers()["content-type"] ?? "text/html", path).toMatch(/^text\/html/)
  }
})

test("somebody who is signed in reads the same bytes as anybody", async ({ request }) => {
  const { story } = await everyReaderPage()
  const ben = await hire("editor")
  const anybody = await request.get(pathOf(story))
  const editor = await request.get(pathOf(story), { headers: await cookieOf(ben) })
  expect(await editor.text()).toBe(await anybody.text())
})
