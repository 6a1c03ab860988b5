import { readFileSync } from "node:fs"
import { expect } from "@playwright/test"
import type { Person } from "@/lib/people/people"
import { call, type Told } from "../api"
import { atDesk, storyNow } from "../desk"
import { test } from "../in-browsers"
import { bearerOf, hire, openSection, rareWord } from "../newsroom"

const bytesOf = (name: string) => new Uint8Array(readFileSync(`tests/wires/${name}`))
const wire = (word: string) =>
  `Bridge ${word} opens\n\nThe bridge opened on Monday, after two winters of work on its piles.\n`

/** Sends bytes as a wire, as agencies' programs do. */
async function send(person: Person, query: string, raw: BodyInit, type = "text/plain"): Promise<Told> {
  return call("POST", `/import${query}`, { headers: { ...(await bearerOf(person)), "content-type": type }, raw })
}

test("a program sends a wire as plain text and is told what every line was taken for", async () => {
  const ada = await hire("reporter")
  const { slug } = await openSection()
  const { status, body, headers } = await send(ada, `?section=${slug}`, bytesOf("16-windows.txt"))
  expect(status).toBe(201)
  expect(body).toMatchObject({
    story: {
      revision: 1,
      status: "draft",
      section: slug,
      headline: "Café “Zur Post” shuts after 140 years – for good",
    },
    encoding: { encoding: "windows-1252" },
    language: { language: "en" },
    lines: [
      { line: 1, takenFor: "headline", why: expect.any(String), sure: 0.95 },
      { line: 2, takenFor: "blank" },
      { line: 3, takenFor: "paragraph" },
      { line: 4, takenFor: "paragraph" },
    ],
  })
  expect(headers.get("location")).toMatch(/^\/api\/v1\/stories\//)
})

test("a program says itself what a line is, in JSON", async () => {
  const ada = await hire("reporter")
  const { slug } = await openSection()
  const given = { text: wire(rareWord()), section: slug, language: "nl", verdicts: { 3: "standfirst" } }
  const { status, body } = await send(ada, "", JSON.stringify(given), "application/json")
  expect(status).toBe(201)
  expect(body).toMatchObject({
    story: { language: "nl", standfirst: expect.stringContaining("two winters"), body: [] },
  })
})

test("the charset of the Content-Type is believed", async () => {
  const ada = await hire("reporter")
  const { slug } = await openSection()
  const answer = await send(ada, `?section=${slug}`, bytesOf("17-euro.txt"), "text/plain; charset=ISO-8859-15")
  expect(answer.body).toMatchObject({ encoding: { encoding: "iso-8859-15" }, language: { language: "fr" } })
})

for (const [what, raw, type, status] of [
  ["more than 2 MB", new Uint8Array(2 * 1024 * 1024 + 1).fill(65), "text/plain", 413],
  ["ten megabytes", new Uint8Array(10_000_000).fill(65), "text/plain", 413],
  ["a picture sent as text", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "text/plain", 415],
  ["a type that is not taken", "<story/>", "application/xml", 415],
  ["an unknown encoding", "text", "text/plain; charset=koi8-r", 415],
  ["nothing", "", "text/plain", 422],
  ["nothing but space", " \n\n ", "text/plain", 422],
  ["a verdict that does not exist", '{"text":"a","verdicts":{"1":"song"}}', "application/json", 422],
  ["something else than JSON", "{", "application/json", 400],
] as const)
  test(`a wire is refused with a problem that says why: ${what}`, async () => {
    const { slug } = await openSection()
    const { status: told, body, headers } = await send(await hire("reporter"), `?section=${slug}`, raw, type)
    expect([told, body.status]).toEqual([status, status])
    expect(headers.get("content-type")).toBe("application/problem+json")
    expect(body.detail).toMatch(/\.$/)
  })

test("a megabyte of wire becomes a draft", async () => {
  const { slug } = await openSection()
  const text = wire(rareWord()).repeat(12_000).slice(0, 1_000_000)
  expect((await send(await hire("reporter"), `?section=${slug}`, text)).status).toBe(201)
})

test("a reporter pastes a wire, changes a verdict by keyboard, and goes to the draft", async ({ browser }) => {
  const ada = await hire("reporter")
  const { slug } = await openSection()
  const word = rareWord()
  const page = await atDesk(browser, ada)
  await page.goto("/newsroom/import")
  await page
    .getByLabel("Wire text")
    .fill(`${wire(word)}Not a paragraph at all.\nView of the bridge ©NORDPERS PHOTO ANNE MAES\n`)
  await page.getByRole("button", { name: "Read the wire" }).click()
  const draft = page.getByRole("region", { name: "The draft" })
  await expect(draft).toContainText("©NORDPERS PHOTO ANNE MAES")
  await page.getByLabel("Line 4 is").focus()
  await page.keyboard.type("Crosshead")
  await page.keyboard.press("Tab")
  await expect(page.getByLabel("Line 4 is")).toHaveValue("crosshead")
  await expect(page.getByText("Your choice.")).toBeVisible()
  await page.getByLabel("Section").selectOption(slug)
  await page.getByRole("button", { name: "Make the draft" }).click()
  await page.waitForURL(/\/newsroom\/stories\//)
  const { text } = await storyNow(page.url().split("/").at(-1) ?? "")
  expect(text).toMatchObject({
    headline: `Bridge ${word} opens`,
    section: slug,
    body: [
      { kind: "paragraph" },
      { kind: "crosshead", text: "Not a paragraph at all." },
      { kind: "picture", caption: "View of the bridge", credit: "©NORDPERS PHOTO ANNE MAES" },
    ],
  })
})

test("a file in an old encoding is read in the browser, and one that is no text is refused there", async ({
  browser,
}) => {
  await openSection()
  const page = await atDesk(browser, await hire("reporter"))
  await page.goto("/newsroom/import")
  await page.getByLabel("Wire text").fill("Something that I had begun to type")
  const file = { name: "picture.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]) }
  await page.getByLabel("Wire file").setInputFiles(file)
  await expect(page.getByRole("main").getByRole("alert")).toContainText("This is a PNG picture, not text")
  await expect(page.getByLabel("Wire text")).toHaveValue("Something that I had begun to type")
  await page.getByLabel("Wire file").setInputFiles("tests/wires/16-windows.txt")
  await expect(page.getByRole("region", { name: "The draft" })).toContainText("Café “Zur Post”")
})

test("pasted text and choices outlive an error of the server, and the text a reload", async ({ browser }) => {
  await openSection()
  const word = rareWord()
  const page = await atDesk(browser, await hire("reporter"))
  await page.goto("/newsroom/import")
  await page.getByLabel("Wire text").fill(wire(word))
  await page.getByRole("button", { name: "Read the wire" }).click()
  await page.getByLabel("Line 3 is").selectOption("standfirst")
  await page.route("**/api/v1/import", (route) => route.abort())
  await page.getByRole("button", { name: "Make the draft" }).click()
  await expect(page.getByRole("main").getByRole("alert")).toContainText("could not be reached")
  await expect(page.getByLabel("Line 3 is")).toHaveValue("standfirst")
  await page.reload()
  await expect(page.getByLabel("Wire text")).toHaveValue(wire(word))
})
