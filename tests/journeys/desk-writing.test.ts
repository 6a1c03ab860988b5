import { expect, type Locator } from "@playwright/test"
import { atDesk, atEndOfBody, bodyOf, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, openSection, paragraph, rareWord, storyIn } from "../newsroom"

test("a reporter writes a story from end to end by keyboard, and the server has every block of it", async ({
  browser,
}) => {
  const { ada } = await cast()
  await openSection()
  const word = rareWord()
  const page = await atDesk(browser, ada)
  await page.goto("/newsroom")
  await page.getByRole("button", { name: "New story" }).focus()
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/newsroom\/stories\//)
  await expect(bodyOf(page)).toBeVisible()
  await headlineOf(page).focus()
  await page.keyboard.type(`Rain over ${word}`)
  await page.keyboard.press("Tab")
  await page.keyboard.type("It was announced.")
  await bodyOf(page).focus()
  await page.keyboard.type("First, ")
  await page.keyboard.press("Control+b")
  await page.keyboard.type("the facts")
  await page.keyboard.press("Control+b")
  await page.keyboard.type(".\n")
  await page.keyboard.press("Control+Alt+1")
  await page.keyboard.type("Why now?\n")
  await page.keyboard.type("- one\ntwo\n\n")
  await page.keyboard.press("Control+Alt+2")
  await page.keyboard.type("“Nobody was wet.”")
  await isSaved(page)

  const { text } = await storyNow(page.url().split("/").at(-1) ?? "")
  expect(text).toMatchObject({
    headline: `Rain over ${word}`,
    standfirst: "It was announced.",
    slug: `rain-over-${word}`,
  })
  expect(text.byline).toEqual([{ personId: ada.id, name: ada.name }])
  expect(text.body.map(({ id: _, ...block }) => block)).toEqual([
    { kind: "paragraph", text: [{ text: "First, " }, { text: "the facts", bold: true }, { text: "." }] },
    { kind: "crosshead", text: "Why now?" },
    { kind: "list", ordered: false, items: [[{ text: "one" }], [{ text: "two" }]] },
    { kind: "quote", text: [{ text: "“Nobody was wet.”" }] },
  ])

  await page.getByRole("button", { name: "File", exact: true }).click()
  await expect(page.getByText("Filed: the desk has it.", { exact: true })).toBeVisible()
  await expect(headlineOf(page)).toHaveAttribute("readonly")
  await expect(bodyOf(page)).toHaveAttribute("contenteditable", "false")
})

test("a block keeps its id when it is changed or moved, and a copy of it gets another", async ({ browser }) => {
  const { ada } = await cast()
  const [one, two] = [paragraph("One."), paragraph("Two.")]
  const story = await storyIn("draft", { body: [one, two] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await atEndOfBody(page)
  await page.keyboard.type(" More.")
  await page.keyboard.press("Alt+Shift+ArrowUp")
  await page.keyboard.press("Control+a")
  await page.keyboard.press("Control+c")
  await atEndOfBody(page)
  await page.keyboard.press("Enter")
  await page.keyboard.press("Control+v")
  await expect(bodyOf(page).locator("p")).toHaveCount(4)
  await isSaved(page)
  const { body } = (await storyNow(story.id)).text
  expect(body.slice(0, 2)).toMatchObject([
    { id: two.id, text: [{ text: "Two. More." }] },
    { id: one.id, text: [{ text: "One." }] },
  ])
  expect(new Set(body.map(({ id }) => id)).size).toBe(4)
})

test("undo takes back what was written, and the server follows", async ({ browser }) => {
  const { ada } = await cast()
  const kept = paragraph("As it was.")
  const story = await storyIn("draft", { body: [kept] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await atEndOfBody(page)
  await page.keyboard.type(" And a mistake.")
  await isSaved(page)
  // A pause in typing makes two steps of it, and a busy machine pauses.
  await expect(async () => {
    await page.keyboard.press("Control+z")
    await expect(bodyOf(page)).toHaveText("As it was.", { timeout: 500 })
  }).toPass()
  await isSaved(page)
  expect((await storyNow(story.id)).text.body).toEqual([kept])
})

test("a link needs an address that readers may be sent to", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [paragraph("Nothing")] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await bodyOf(page).focus()
  await page.keyboard.press("Control+a")
  await page.keyboard.press("Control+k")
  const address = page.getByRole("textbox", { name: "Address" })
  await address.fill("javascript:alert(1)")
  await page.keyboard.press("Enter")
  await expect(page.getByText(/A link needs an address/)).toBeVisible()
  await address.fill("https://example.org/rain")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("link", { name: "Nothing" })).toBeVisible()
  await isSaved(page)
  expect((await storyNow(story.id)).text.body).toMatchObject([
    { text: [{ text: "Nothing", link: "https://example.org/rain" }] },
  ])
})

test("pasted text from elsewhere becomes blocks of ours: no foreign markup, no unsafe link", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [paragraph("Start.")] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await atEndOfBody(page)
  await page.keyboard.press("Enter")
  await paste(
    bodyOf(page),
    `<h2 style="color:red">Head</h2><p>Some <b>bold</b> <a href="javascript:x">bad</a> <a href="https://example.org/">good</a><script>1</script></p>
     <ul><li><p>one</p></li><li>two<ul><li>three</li></ul></li></ul><table><tr><td>cell</td></tr></table>`,
  )
  const kinds = async () => (await storyNow(story.id)).text.body.map(({ kind }) => kind)
  await expect.poll(kinds).toEqual(["paragraph", "crosshead", "paragraph", "list", "paragraph"])
  const { body } = (await storyNow(story.id)).text
  expect(body[2]).toMatchObject({
    text: [
      { text: "Some " },
      { text: "bold", bold: true },
      { text: " bad " },
      { text: "good", link: "https://example.org/" },
    ],
  })
  expect(body[3]).toMatchObject({ items: [[{ text: "one" }], [{ text: "two" }], [{ text: "three" }]] })
  expect(body[4]).toMatchObject({ text: [{ text: "cell" }] })
})

test("a pasted table is a table; one that arranges a page becomes its parts, and no two cells become one word", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft", { body: [paragraph("Start.")] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await atEndOfBody(page)
  await page.keyboard.press("Enter")
  await paste(
    bodyOf(page),
    `<table><caption>Seats</caption><tr><th>Year</th><th><p>Seats</p><p>won</p></th><th>Share</th></tr>
     <tr><td>2024</td><td>14</td><td>3<br>of 4</td></tr><tr><td colspan=2>2025, <b>not</b> counted</td></tr></table>
     <table><tr><td><table><tr><td>From</td><td>Ada</td></tr></table></td><td><h3>Minutes</h3><ul><li>one</li></ul></td></tr></table>`,
  )
  const kinds = async () => (await storyNow(story.id)).text.body.map(({ kind }) => kind)
  await expect.poll(kinds).toEqual(["paragraph", "table", "table", "crosshead", "list"])
  const { body } = (await storyNow(story.id)).text
  expect(body[1]).toMatchObject({
    caption: "Seats",
    head: ["Year", "Seats won", "Share"],
    rows: [
      ["2024", "14", "3 of 4"],
      ["2025, not counted", "", ""],
    ],
  })
  expect(body[2]).toMatchObject({ head: ["From", "Ada"] })
  await page.keyboard.press("Control+End")
  await page.keyboard.press("Enter")
  const wide = Array.from({ length: 21 }, (_, at) => `<td>n${at}</td>`).join("")
  await paste(bodyOf(page), `<table><tr>${wide}</tr></table>`)
  const words = async () => JSON.stringify((await storyNow(story.id)).text.body)
  for (const cell of ["n0", "n1", "n20"])
    await expect.poll(words, "wider than a table may be: a line each").toContain(`"${cell}"`)
})

/** As the browser brings it when somebody pastes. */
const paste = (place: Locator, html: string) =>
  place.evaluate((element, given) => {
    const clipboard = new DataTransfer()
    clipboard.setData("text/html", given)
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }))
  }, html)

test("a correction alone says that the text is as it was, and no praise outlives the text that it is of", async ({
  browser,
}) => {
  const { ben } = await cast()
  const story = await storyIn("published")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await page.getByRole("button", { name: "Correct", exact: true }).click()
  const dialog = page.getByRole("dialog")
  await expect(dialog.getByText("Nothing in the text has changed since the live version")).toBeVisible()
  await dialog.getByLabel("What was wrong, and what is right").fill("The photo was of 2019.")
  await dialog.getByRole("button", { name: "Correct" }).click()
  await expect(page.getByText("Corrected: readers have the correction. The text is as it was.")).toBeVisible()
  await headlineOf(page).fill("Another headline")
  await expect(page.getByText(/^Corrected:/)).toHaveCount(0)
  await page.getByRole("button", { name: "Correct", exact: true }).click()
  await expect(dialog.getByLabel("What was wrong, and what is right")).toBeVisible()
  await expect(dialog.getByText("Nothing in the text has changed")).toHaveCount(0)
})

test("an editor publishes, corrects with words, and withdraws with a notice; refusals are sentences", async ({
  browser,
}) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(page.getByText(/^Published\./)).toBeVisible()
  await expect(page.getByRole("link", { name: "See it on the paper" })).toHaveAttribute(
    "href",
    `/${story.text.section}/${story.text.slug}`,
  )
  await page.getByRole("button", { name: "Update", exact: true }).click()
  await expect(page.getByRole("alert").filter({ hasText: "Nothing has changed since the live version" })).toBeVisible()

  await headlineOf(page).fill("A better headline")
  await page.getByRole("button", { name: "Correct", exact: true }).click()
  const correct = page.getByRole("dialog").getByRole("button", { name: "Correct" })
  await correct.click()
  await expect(page.getByRole("alert").filter({ hasText: "Say in the correction" })).toBeVisible()
  await page.getByLabel("What was wrong, and what is right").fill("The headline was not good enough.")
  await page.getByLabel(/^Clarification:/).check()
  await expect(page.getByLabel("What could be misunderstood, and what is meant")).toHaveValue(/not good enough/)
  await page.getByLabel(/^Correction:/).check()
  await correct.click()
  await expect(page.getByText(/^Corrected:/)).toBeVisible()
  await expect(page.getByRole("region", { name: "History" })).toContainText("The headline was not good enough.")

  const leading = await storyIn("published", { related: [{ story: story.id }] })
  await page.getByRole("button", { name: "Withdraw", exact: true }).click()
  await expect(page.getByText(`It is in the related news of “${leading.text.headline}”`)).toBeVisible()
  await page.getByLabel("The notice that readers will see in its place").fill("It never happened.")
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click()
  await expect(page.getByText("Nothing was done yet: type the word withdraw here.")).toBeVisible()
  await page.getByLabel("Type “withdraw” to confirm").fill("Withdraw")
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click()
  await expect(page.getByText(/^Withdrawn:/)).toBeVisible()
  const now = await storyNow(story.id)
  expect(now).toMatchObject({ status: "withdrawn", liveId: null, withdrawnNote: "It never happened." })
  expect(now.text.headline).toBe("A better headline")
})

test("an editor schedules a story by date and time", async ({ browser }) => {
  const { ben } = await cast()
  const story = await storyIn("filed")
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await page.getByRole("button", { name: "Schedule", exact: true }).click()
  const send = page.getByRole("dialog").getByRole("button", { name: "Schedule" })
  await send.click()
  await expect(page.getByRole("alert").filter({ hasText: "Say when" })).toBeVisible()
  await page.getByLabel("Date and time").fill("2099-01-02T10:00")
  await send.click()
  await expect(page.getByText("Scheduled.", { exact: true })).toBeVisible()
  const expected = await page.evaluate(() => new Date("2099-01-02T10:00").toISOString())
  expect((await storyNow(story.id)).publishAt?.toISOString()).toBe(expected)
})
