import { expect } from "@playwright/test"
import sharp from "sharp"
import { findings } from "../axe"
import { atDesk, atEndOfBody, bodyOf, isSaved, openStory, storyNow } from "../desk"
import { fullStory } from "../full-story"
import { test } from "../in-browsers"
import { cast, hire, paragraph, rareWord, storyIn } from "../newsroom"

test("a story with every kind of block opens, shows them with their fields, and saves unchanged", async ({
  browser,
}) => {
  const story = await fullStory()
  const page = await atDesk(browser, await hire("editor"))
  await openStory(page, story.id)
  const shown = bodyOf(page)
  await expect(shown.getByRole("group", { name: "Pull quote" }).getByLabel("Words to pull out")).toHaveValue(
    /Nobody said so/,
  )
  await expect(shown.getByRole("group", { name: "Embed" }).first().getByLabel("Address")).toHaveValue(
    "https://www.youtube.com/watch?v=jNQXAC9IVRw",
  )
  await expect(shown.getByRole("textbox", { name: "Row 2, column 3" })).toHaveValue("Mons")
  await expect(shown.getByLabel("Heading of the box")).toHaveValue("In short")
  await expect(shown).toContainText("Read more")
  await expect(shown.getByRole("group", { name: "Story card" })).toContainText("A story about")
  await atEndOfBody(page)
  await page.keyboard.type("And so on.")
  await isSaved(page)
  // The words were put behind the last line of text; nothing else is any different.
  const body = story.text.body.map((block) =>
    block.kind === "crosshead" && block.text === "And now?" ? { ...block, text: "And now?And so on." } : block,
  )
  expect((await storyNow(story.id)).text.body).toEqual(body)
  expect(await findings(page, {}, `[aria-label="Body"]`)).toEqual([])
})

test("the fields of a block are changed in its form, and a block is moved and taken out", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft", {
    body: [
      paragraph("First."),
      { kind: "pullQuote", id: "pull", quote: "Before", speaker: "Somebody" },
      { kind: "embed", id: "film", provider: "youtube", item: "jNQXAC9IVRw" },
      { kind: "table", id: "table", caption: "Prices", head: ["A", "B"], rows: [["1", "2"]] },
    ],
  })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const body = bodyOf(page)
  await body.getByLabel("Words to pull out").fill("After")
  await body.getByLabel("Speaker").fill("")
  await body.getByLabel("Address").fill("https://nowhere.test/1")
  await expect(body.getByText("The one before it is kept.")).toBeVisible()
  await body.getByLabel("Address").fill("https://vimeo.com/76979871")
  await body.getByRole("textbox", { name: "Row 1, column 2" }).fill("3")
  await body.getByRole("button", { name: "Add row" }).click()
  await isSaved(page)
  expect((await storyNow(story.id)).text.body.slice(1)).toEqual([
    { kind: "pullQuote", id: "pull", quote: "After" },
    { kind: "embed", id: "film", provider: "vimeo", item: "76979871" },
    {
      kind: "table",
      id: "table",
      caption: "Prices",
      head: ["A", "B"],
      rows: [
        ["1", "3"],
        ["", ""],
      ],
    },
  ])
  await body.getByText("Pull quote", { exact: true }).click()
  await page.getByRole("button", { name: "Move block up" }).click()
  await body.getByRole("button", { name: "Remove table" }).click()
  await isSaved(page)
  const kinds = async () => (await storyNow(story.id)).text.body.map(({ kind }) => kind)
  await expect.poll(kinds).toEqual(["pullQuote", "paragraph", "embed"])
})

test("new blocks come from the toolbar, a fact box is written in like the body", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [paragraph("First.")] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const body = bodyOf(page)
  await atEndOfBody(page)
  await page.getByRole("button", { name: "Embed" }).click()
  await page.getByLabel("Address").fill("https://bsky.app/profile/desk.bsky.social/post/3kabcdefgh2ij")
  await page.getByRole("button", { name: "Add embed" }).click()
  await expect(body.getByRole("group", { name: "Embed" })).toContainText("Message on Bluesky")
  await page.getByRole("button", { name: "Fact box" }).click()
  await body.getByLabel("Heading of the box").fill("In short")
  await body.locator("section p:not([contenteditable])").last().click()
  await page.keyboard.type("One\nTwo")
  await isSaved(page)
  const saved = (await storyNow(story.id)).text.body
  expect(saved[1]).toMatchObject({ kind: "embed", provider: "bluesky", item: "desk.bsky.social/3kabcdefgh2ij" })
  expect(saved[2]).toMatchObject({
    kind: "factBox",
    heading: "In short",
    body: [
      { kind: "paragraph", text: [{ text: "One" }] },
      { kind: "paragraph", text: [{ text: "Two" }] },
    ],
  })
})

const aPng = sharp({ create: { width: 800, height: 450, channels: 3, background: "#335577" } })
  .png()
  .toBuffer()

test("a story card is found by its words, an embed gets a poster, and readers see both", async ({
  browser,
  request,
}) => {
  const { ben } = await cast()
  const word = rareWord()
  const other = await storyIn("published", { headline: `The ${word} is open again` })
  const story = await storyIn("filed", {
    body: [
      { kind: "embed", id: "film", provider: "youtube", item: "jNQXAC9IVRw", title: "A film" },
      paragraph("First."),
    ],
  })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await atEndOfBody(page)
  await page.getByRole("button", { name: "Story card" }).click()
  await page.getByRole("dialog").getByLabel("Find a story").fill(word)
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Add The ${word}` })
    .click()
  await expect(bodyOf(page).getByRole("group", { name: "Story card" })).toContainText(`The ${word} is open again`)
  await bodyOf(page).getByRole("button", { name: "Choose a poster" }).click()
  await page.getByLabel("File").setInputFiles({ name: "poster.png", mimeType: "image/png", buffer: await aPng })
  await page.getByRole("dialog").getByLabel("Credit").fill("Ada Verlinden")
  await page.getByRole("button", { name: "Add picture" }).click()
  await expect(bodyOf(page).getByAltText("The poster")).toBeVisible()
  const saved = async () => (await storyNow(story.id)).text.body
  await expect
    .poll(saved)
    .toMatchObject([
      { kind: "embed", title: "A film", pictureId: expect.any(String), credit: "Ada Verlinden" },
      { kind: "paragraph" },
      { kind: "relatedStory", storyId: other.id },
    ])
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText(/^Published\./)).toBeVisible()
  const html = await (await request.get(`/${story.text.section}/${story.text.slug}`)).text()
  expect(html).toContain(`href="/${other.text.section}/${other.text.slug}"`)
  expect(html).toContain("Ada Verlinden")
  await bodyOf(page).getByRole("button", { name: "Remove poster" }).click()
  const poster = async () => Object.keys((await saved())[0] ?? {}).filter((field) => /picture|credit/.test(field))
  await expect.poll(poster).toEqual([])
  expect((await saved())[0]).toMatchObject({ kind: "embed", title: "A film" })
})

test("the reason of related news is written beside it, and readers see it", async ({ browser, request }) => {
  const { ben } = await cast()
  const other = await storyIn("published")
  const story = await storyIn("filed", { related: [{ story: other.id }] })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await page.getByRole("combobox", { name: "Reason" }).fill("Background")
  await isSaved(page)
  expect((await storyNow(story.id)).text.related).toEqual([{ story: other.id, reason: "Background" }])
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText(/^Published/).first()).toBeVisible()
  const { section, slug } = (await storyNow(story.id)).text
  await expect
    .poll(async () => (await request.get(`/${section}/${slug}`)).text())
    .toContain('<p class="kicker">Background</p>')
})
