import { existsSync, readFileSync } from "node:fs"
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test"
import { z } from "zod"
import { disablePerson } from "@/lib/people/people.server"
import { cookieOf, hire, ORIGIN, PASSWORD, signIn } from "../newsroom"

const session = (answer: APIResponse) =>
  answer.headersArray().find(({ name, value }) => /^set-cookie$/i.test(name) && /standfirst-session=[^;]/.test(value))

/** The hidden fields of the sign-in form, as a browser without JavaScript would send them. */
async function signInForm(request: APIRequestContext) {
  const page = await (await request.get("/newsroom/sign-in")).text()
  const inputs = [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)]
  return Object.fromEntries(
    inputs.map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]),
  )
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "in a browser" : "in a browser without JavaScript", () => {
    test.use({ javaScriptEnabled })

    test("Ada is led to the sign-in screen, told when a password is wrong, and then to where she wanted to go", async ({
      page,
      context,
    }) => {
      const ada = await hire("reporter")
      await page.goto("/newsroom/settings")
      await expect(page).toHaveURL(/\/newsroom\/sign-in\?next=%2Fnewsroom%2Fsettings$/)
      await page.getByLabel("Email").fill(ada.email)
      await page.getByLabel("Password").fill("not her password")
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page.getByRole("main").getByRole("alert")).toContainText("do not belong together")
      await expect(page.getByLabel("Email")).toHaveValue(ada.email)
      await page.getByLabel("Password").fill(PASSWORD)
      await page.getByRole("button", { name: "Sign in" }).click()
      await expect(page).toHaveURL(`${ORIGIN}/newsroom/settings`)
      const cookie = (await context.cookies()).find(({ name }) => name.endsWith("standfirst-session"))
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" })
      await page.getByRole("button", { name: "Sign out" }).click()
      await expect(page).toHaveURL(/\/newsroom\/sign-in/)
      expect((await page.request.get("/newsroom", { maxRedirects: 0 })).status()).toBe(307)
    })
  })

test("a person who is disabled is out with the next request", async ({ page, context }) => {
  const [ada, cleo] = [await hire("reporter"), await hire("admin")]
  await signIn(context, ada)
  await page.goto("/newsroom/settings")
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible()
  await disablePerson(cleo, ada.id)
  await page.getByLabel("What will use the token").fill("a program")
  await page.getByRole("button", { name: "Create token" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("You are signed out")
  await page.reload()
  await expect(page).toHaveURL(/\/newsroom\/sign-in/)
})

test("the sign-in form is taken from the exact own origin alone", async ({ request }) => {
  const ada = await hire("reporter")
  const form = { ...(await signInForm(request)), email: ada.email, password: PASSWORD }
  expect(Object.keys(form).some((name) => name.startsWith("$ACTION"))).toBe(true)
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "file://" },
    { origin: "https://evil.example" },
    { origin: `${ORIGIN}.evil.example` },
    { origin: ORIGIN.replace(/:\d+$/, ":1") },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { "x-forwarded-host": new URL(ORIGIN).host, referer: `${ORIGIN}/newsroom/sign-in` },
  ]
  for (const headers of foreign) {
    const answer = await request.post("/newsroom/sign-in", { multipart: form, headers, maxRedirects: 0 })
    expect(session(answer), JSON.stringify(headers)).toBe(undefined)
    expect(answer.status(), JSON.stringify(headers)).toBe(403)
    expect(await answer.text()).toContain("sent from another address")
  }
  const own = await request.post("/newsroom/sign-in", { multipart: form, headers: { origin: ORIGIN }, maxRedirects: 0 })
  expect(session(own)).toBeDefined()
  expect(own.status()).toBe(303)
})

test("every server action of the build refuses a call without an origin, though the caller is signed in", async ({
  request,
}) => {
  const file = ".next/server/server-reference-manifest.json"
  expect(existsSync(file), "there is a build").toBe(true)
  const actions = z
    .object({ node: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(file, "utf8"))).node
  expect(Object.keys(actions).length).toBeGreaterThan(10)
  const cookie = await cookieOf(await hire("admin"))
  for (const id of Object.keys(actions)) {
    const headers = { ...cookie, "next-action": id, "content-type": "text/plain;charset=UTF-8" }
    const answer = await request.post("/newsroom/settings", { headers, data: "[{}]", maxRedirects: 0 })
    expect(answer.status(), id).toBe(403)
  }
  // The caller is still signed in: not even signing out was done.
  expect((await request.get("/newsroom/settings", { headers: cookie, maxRedirects: 0 })).status()).toBe(200)
})

test("next-auth's own route signs in and out through the same core, and leads nowhere else", async ({ playwright }) => {
  const ada = await hire("reporter")
  const browser = await playwright.request.newContext({ baseURL: ORIGIN, extraHTTPHeaders: { origin: ORIGIN } })
  const { csrfToken } = await (await browser.get("/api/auth/csrf")).json()
  const given = { csrfToken, email: ada.email, json: "true", callbackUrl: "https://evil.example/newsroom" }
  const wrong = await browser.post("/api/auth/callback/credentials", {
    form: { ...given, password: "not hers at all" },
  })
  expect(session(wrong)).toBe(undefined)
  const right = await browser.post("/api/auth/callback/credentials", { form: { ...given, password: PASSWORD } })
  expect(session(right)).toBeDefined()
  expect(await right.json()).toEqual({ url: `${ORIGIN}/newsroom` })
  expect(await (await browser.get("/api/auth/session")).json()).toMatchObject({
    user: { name: ada.name, role: "reporter" },
  })
  expect((await browser.get("/newsroom/settings", { maxRedirects: 0 })).status()).toBe(200)
  const { cookies } = await browser.storageState()
  await browser.post("/api/auth/signout", { form: { csrfToken, json: "true" } })
  const copy = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") }
  const fresh = await playwright.request.newContext({ baseURL: ORIGIN })
  expect((await fresh.get("/newsroom/settings", { headers: copy, maxRedirects: 0 })).status()).toBe(307)
  await Promise.all([browser.dispose(), fresh.dispose()])
})

test("next-auth's route takes no foreign origin, no writing into the log, and no long body", async ({ request }) => {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json()
  const form = { csrfToken, email: "a@b.example", password: "x" }
  for (const headers of [{}, { origin: "https://evil.example" }] as Record<string, string>[])
    expect((await request.post("/api/auth/callback/credentials", { form, headers })).status()).toBe(403)
  const headers = { origin: ORIGIN }
  expect((await request.post("/api/auth/_log", { data: { level: "error" }, headers })).status()).toBe(404)
  const long = { ...form, password: "x".repeat(20_000) }
  expect((await request.post("/api/auth/callback/credentials", { form: long, headers })).status()).toBe(413)
  const broken = { ...headers, "content-type": "application/json" }
  expect((await request.post("/api/auth/callback/credentials", { data: "{", headers: broken })).status()).toBe(400)
})
