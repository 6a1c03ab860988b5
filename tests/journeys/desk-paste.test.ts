import { readFileSync } from "node:fs"
import { expect } from "@playwright/test"
import type { Editor } from "@tiptap/core"
import { type Block, wordsOfBody } from "@/lib/blocks/blocks"
import { findings } from "../axe"
import { bare, bodyNow, bring, kindsNow, png, undo } from "../clipboard"
import { adaAt, atDesk, atEndOfBody, bodyOf, headlineOf, openStory, storyNow } from "../desk"
import { docx, inWord, pictureInWord } from "../docx"
import { fullStory } from "../full-story"
import { test } from "../in-browsers"
import { cast, paragraph, storyIn } from "../newsroom"

const FIXTURES = "tests/unit/paste/fixtures"
const clip = (name: string) => readFileSync(`${FIXTURES}/${name}.clip`, "utf8")
const expected = (name: string): { blocks: object[] } =>
  JSON.parse(readFileSync(`${FIXTURES}/${name}.expected.json`, "utf8"))

test("Word's lists and tables stand in the saved story, every clipboard is read in a browser as in a test, and one Undo takes a paste back", {
  tag: "@sweep",
}, async ({ browser }) => {
  const { story, page, body } = await adaAt(browser, [paragraph("Start.")])
  await bring(body, "paste", { html: clip("word-windows-list") })
  const start = { kind: "paragraph", text: [{ text: "Start." }] }
  await expect.poll(async () => bare(await bodyNow(story.id))).toEqual([start, ...expected("word-windows-list").blocks])
  await undo(page)
  await expect.poll(async () => bare(await bodyNow(story.id))).toEqual([start])
  await bring(body, "paste", { html: clip("word-windows-table") })
  await expect
    .poll(async () => bare(await bodyNow(story.id)))
    .toEqual([start, ...expected("word-windows-table").blocks])

  // The browser's own parser gives the same blocks as the one of the unit tests.
  for (const name of [
    "word-mac",
    "word-online",
    "google-docs",
    "google-sheets",
    "excel",
    "libreoffice",
    "outlook-reply",
    "gmail",
    "apple-mail",
    "wikipedia",
    "news-site",
    "cms",
    "notion",
    "slack",
    "hostile",
    "right-to-left",
  ]) {
    await body.evaluate((element: HTMLElement & { editor?: Editor }) => element.editor?.commands.setContent(""))
    await bring(body, "paste", { html: clip(name) })
    await expect.poll(async () => bare(await bodyNow(story.id)), name).toEqual(expected(name).blocks)
  }
  await bring(body, "paste", { html: clip("news-site") })
  const told = page.getByText("https://cdn.example.com/bridge.jpg?w=800")
  await expect(told).toBeVisible()
  expect(await findings(page, {}, "main")).toEqual([])
  await page.getByRole("button", { name: "I have read this" }).click()
  await expect(told).toBeHidden()
  await bring(body, "paste", { html: `<table>${"<tr><td>a</td><td>b</td></tr>".repeat(10_000)}</table>` })
  await expect(page.getByText("The table has 10,000 rows")).toBeVisible()
})

test("what the editor copies comes back block by block, and Ctrl-Shift-V pastes words alone", async ({ browser }) => {
  const { ada } = await cast()
  const [full, story] = [await fullStory(), await storyIn("draft", { body: [] })]
  const page = await atDesk(browser, (await cast()).ben)
  await openStory(page, full.id)
  await bodyOf(page).focus()
  const copied = await bodyOf(page).evaluate((element: HTMLElement & { editor?: Editor }) => {
    element.editor?.commands.selectAll()
    const clipboardData = new DataTransfer()
    element.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }))
    return { html: clipboardData.getData("text/html"), text: clipboardData.getData("text/plain") }
  })
  const other = await atDesk(browser, ada)
  await openStory(other, story.id)
  await bodyOf(other).focus()
  await bring(bodyOf(other), "paste", copied)
  const words = (blocks: readonly Block[]) =>
    bare(blocks).map((block) => (block.kind === "factBox" ? { ...block, body: bare(block.body) } : block))
  await expect.poll(async () => words(await bodyNow(story.id))).toEqual(words(full.text.body))
  await undo(other)
  await expect.poll(() => kindsNow(story.id)).toEqual([])
  await other.keyboard.down("Control")
  await other.keyboard.down("Shift")
  await other.keyboard.down("v")
  await bring(bodyOf(other), "paste", { html: "<h2>Head</h2>", text: "Head\nLine" })
  for (const key of ["v", "Shift", "Control"]) await other.keyboard.up(key)
  await expect.poll(() => kindsNow(story.id)).toEqual(["paragraph", "paragraph"])
})

test("pasted and dropped pictures are asked for their words and uploaded; another kind of file is refused in a sentence", async ({
  browser,
}) => {
  const { story, page, body } = await adaAt(browser, [paragraph("Start.")])
  const two = [await png("one.png", "#335577"), await png("two.png", "#775533")]
  await bring(body, "paste", { files: [...two, { name: "notes.heic", type: "image/heic", base64: "AAAA" }] })
  const dialog = page.getByRole("dialog")
  await expect(dialog).toHaveAccessibleName("A pasted picture, and 1 more")
  expect(await findings(page, {}, "dialog")).toEqual([])
  await dialog.getByLabel("Alternative text").fill("The first")
  await dialog.getByLabel("Caption").fill("A caption")
  await dialog.getByLabel("Credit").fill("Ada Verlinden")
  await dialog.getByRole("button", { name: "Add picture" }).click()
  await expect(dialog).toHaveAccessibleName("A pasted picture")
  await dialog.getByRole("button", { name: "Later" }).click()
  await expect(page.getByText("“notes.heic” was not taken")).toBeVisible()
  const first = {
    kind: "picture",
    pictureId: expect.any(String),
    caption: "A caption",
    credit: "Ada Verlinden",
    alt: "The first",
  }
  await expect
    .poll(() => bodyNow(story.id))
    .toMatchObject([{ kind: "paragraph" }, first, { kind: "picture", pictureId: null }])
  await body.getByRole("button", { name: "Describe and upload" }).click()
  await dialog.getByLabel("Alternative text").fill("The second")
  await dialog.getByRole("button", { name: "Add picture" }).click()
  await expect
    .poll(() => bodyNow(story.id))
    .toMatchObject([{}, first, { pictureId: expect.any(String), alt: "The second" }])
  await bring(body, "drop", { files: [await png("three.png", "#557733")] })
  await dialog.getByRole("button", { name: "Leave it out" }).click()
  await expect.poll(() => kindsNow(story.id)).toEqual(["paragraph", "picture", "picture"])
})

test("a wire that is pasted into an empty story becomes one, all of it, and one Undo takes it back", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { headline: "", standfirst: "", body: [] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const wire = readFileSync(process.env.SEED_ARTICLE || "tests/wires/01-dateline-byline.txt", "utf8")
  await bodyOf(page).focus()
  await bring(bodyOf(page), "paste", { text: wire })
  const dialog = page.getByRole("dialog", { name: "This looks like a wire" })
  await expect(dialog).toContainText("Headline")
  expect(await findings(page, {}, "dialog")).toEqual([])
  await dialog.getByRole("button", { name: "Make a structured story of it" }).click()
  await expect(headlineOf(page)).not.toHaveValue("")
  const ink = (text: string) => [...text.replace(/\s+/g, "")].sort().join("")
  const words = async () => {
    const { headline, standfirst, dateline, byline, body } = (await storyNow(story.id)).text
    return ink([headline, standfirst, dateline, ...byline.map(({ name }) => name), wordsOfBody(body)].join("\n"))
  }
  // In our own wire "By" and a dash after the dateline are signs, which the fields say themselves.
  const signs = process.env.SEED_ARTICLE ? wire : wire.replace(/^By /m, "").replace(/ – /, " ")
  await expect.poll(words).toBe(ink(signs))
  await bodyOf(page).focus()
  await undo(page)
  await expect(headlineOf(page)).toHaveValue("")
  await expect.poll(words).toBe("")
  await bring(bodyOf(page), "paste", { text: wire })
  await dialog.getByRole("button", { name: "Paste it as it is" }).click()
  await expect.poll(async () => new Set(await kindsNow(story.id))).toEqual(new Set(["paragraph"]))
  expect((await storyNow(story.id)).text.headline).toBe("")
})

test("a Word file that is dropped or chosen becomes blocks, its picture is asked for, and a broken one loses nothing", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [paragraph("Start.")] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const { bytes } = await png("x.png", "#335577")
  const text = [
    inWord("The plan", { style: "Heading1" }),
    inWord("It is ready."),
    inWord("one", { item: true }),
    inWord("two", { item: true }),
    pictureInWord("A plan"),
    inWord("The plan in blue", { style: "Caption" }),
    inWord("So it is.", { style: "Quote" }),
    `<w:tbl>${[
      ["Year", "Cost"],
      ["2026", "12"],
    ]
      .map((row) => `<w:tr>${row.map((words) => `<w:tc>${inWord(words)}</w:tc>`).join("")}</w:tr>`)
      .join("")}</w:tbl>`,
  ].join("")
  const file = docx(text, { "word/media/image1.png": bytes })
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  await atEndOfBody(page)
  await bring(bodyOf(page), "drop", { files: [{ name: "plan.docx", type, base64: file.toString("base64") }] })
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Credit").fill("Somebody")
  await expect(dialog.getByLabel("Alternative text")).toHaveValue("A plan")
  await expect(dialog.getByLabel("Caption")).toHaveValue("The plan in blue")
  await dialog.getByRole("button", { name: "Add picture" }).click()
  await expect
    .poll(async () => bare(await bodyNow(story.id)))
    .toMatchObject([
      { text: [{ text: "Start." }] },
      { kind: "crosshead", text: "The plan" },
      { kind: "paragraph", text: [{ text: "It is ready." }] },
      { kind: "list", ordered: false, items: [[{ text: "one" }], [{ text: "two" }]] },
      {
        kind: "picture",
        pictureId: expect.any(String),
        caption: "The plan in blue",
        credit: "Somebody",
        alt: "A plan",
      },
      { kind: "quote", text: [{ text: "So it is." }] },
      { kind: "table", head: ["Year", "Cost"], rows: [["2026", "12"]] },
    ])
  const before = await bodyNow(story.id)
  const choosing = page.waitForEvent("filechooser")
  await page.getByRole("button", { name: "Word document" }).click()
  const locked = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  await (await choosing).setFiles({ name: "secret.docx", mimeType: type, buffer: locked })
  await expect(page.getByText("“secret.docx” is locked with a password")).toBeVisible()
  const broken = docx("<w:p><w:r>", {})
  await bring(bodyOf(page), "paste", { files: [{ name: "broken.docx", type, base64: broken.toString("base64") }] })
  await expect(page.getByText("“broken.docx” is damaged")).toBeVisible()
  expect(await bodyNow(story.id)).toEqual(before)
})
