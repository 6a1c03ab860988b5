import { expect } from "@playwright/test"
import { wordsOfBody } from "@/lib/blocks/blocks"
import { db } from "@/lib/db.server"
import { storePicture } from "@/lib/pictures/store.server"
import { bare, bodyNow, bring, kindsNow, png, undo } from "../clipboard"
import { adaAt, atDesk, bodyOf, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, ORIGIN, paragraph, rareWord, storyIn } from "../newsroom"
import { inRtf, pictureInRtf } from "../rtf"

test("Word's pictures are read from its clipboard, and ours go in as what they are, where they may be used", async ({
  browser,
}) => {
  const { ada } = await cast()
  const { story, page, body } = await adaAt(browser, [paragraph("Start.")])
  const dialog = page.getByRole("dialog")
  const { bytes } = await png("x.png", "#335577")
  await bring(body, "paste", {
    html: `<p class=MsoNormal>Words.<img width=640 height=400 src="file:///C:/Temp/clip_image002.png" alt="A field"></p>`,
    rtf: inRtf(pictureInRtf(bytes, 640, 400)),
  })
  await expect(dialog.getByLabel("Credit")).toBeVisible()
  await dialog.getByLabel("Credit").fill("Ada Verlinden")
  await dialog.getByRole("button", { name: "Add picture" }).click()
  const uploaded = { kind: "picture", pictureId: expect.any(String), credit: "Ada Verlinden", alt: "A field" }
  await expect.poll(() => bodyNow(story.id)).toMatchObject([{}, uploaded])

  const ours = await storePicture(ada, (await png("o.png", "#775533")).bytes, {
    ...{ alt: "The quay", decorative: false, caption: "The quay at dawn", credit: "Cleo" },
  })
  if ("refused" in ours) throw new Error(ours.refused)
  const { id, width } = ours.picture
  const address = (one: string) => `${ORIGIN}/api/pictures/${one}-${width}.webp`
  const gone = "00000000-0000-4000-8000-000000000000"
  // As a browser copies a picture that was clicked: its file and its address.
  const image = (one: string) => `<img src="${address(one)}" alt="">`
  await bring(body, "paste", { html: image(id), files: [await png("o.png", "#775533")] })
  const words = { alt: "The quay", caption: "The quay at dawn", credit: "Cleo" }
  await expect.poll(() => bodyNow(story.id)).toMatchObject([{}, uploaded, { kind: "picture", pictureId: id, ...words }])
  await expect(body.getByRole("img", { name: "The quay" })).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await undo(page)
  await expect.poll(() => bodyNow(story.id)).toMatchObject([{}, uploaded])
  await db.picture.update({ where: { id }, data: { rightsUntil: new Date(0) } })
  await bring(body, "paste", { html: `<p>Two more.</p>${image(id)}${image(gone)}` })
  await expect(page.getByText("The picture “The quay at dawn” of ours was not taken")).toBeVisible()
  await expect(page.getByText("are not in its library any more")).toBeVisible()
  await expect.poll(() => kindsNow(story.id)).toEqual(["paragraph", "picture", "paragraph"])
})

test("what a pasted wire calls related becomes related news, as an import does it, and one Undo takes it back with the rest", async ({
  browser,
}) => {
  const { ada } = await cast()
  const known = await storyIn("published", { headline: `The first sack of ${rareWord()}` })
  const story = await storyIn("draft", { headline: "", standfirst: "", body: [], related: [] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await bodyOf(page).focus()
  const elsewhere = `https://example.org/${rareWord()}`
  const text = [
    "Old mill turns again after sixty years",
    "",
    "The water mill of Ter Beek has ground its first flour since 1964, before some three hundred people who had come to watch.",
    "The wheel was rebuilt by pupils of a technical school, who needed two winters and eleven oak trees for it.",
    "Read more:",
    `- How a millstone is dressed | The Weekly Mill (${elsewhere})`,
    `- ${known.text.headline}`,
    "- Nobody knows this headline",
  ].join("\n")
  const relatedNow = async () => (await storyNow(story.id)).text.related
  const paste = async () => {
    await bring(bodyOf(page), "paste", { text })
    const dialog = page.getByRole("dialog", { name: "This looks like a wire" })
    await expect(dialog).toContainText("How a millstone is dressed")
    await dialog.getByRole("button", { name: "Make a structured story of it" }).click()
  }
  await paste()
  await expect.poll(relatedNow).toEqual([{ link: expect.any(String) }, { story: known.id }])
  const panel = page.getByRole("region", { name: "Related news" })
  await expect(panel).toContainText("The Weekly Mill")
  await expect(panel).toContainText(known.text.headline)
  await expect(page.getByText("these are not among our stories yet")).toBeVisible()
  const words = wordsOfBody((await storyNow(story.id)).text.body)
  expect(words).toContain("Read more\nNobody knows this headline")
  expect(words).not.toContain("millstone")
  await bodyOf(page).focus()
  await undo(page)
  await expect(headlineOf(page)).toHaveValue("")
  await expect.poll(relatedNow).toEqual([])
  await expect.poll(() => bodyNow(story.id)).toEqual([])
  // Where the server cannot be reached for it, nothing of it is lost.
  await page.route(
    (url) => url.pathname === `/newsroom/stories/${story.id}`,
    (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()),
  )
  await paste()
  await expect(page.getByText("could not be linked now")).toBeVisible()
  await expect(bodyOf(page)).toContainText("How a millstone is dressed")
  await expect(bodyOf(page)).toContainText(known.text.headline)
})

test("what is pasted to harm leads nowhere, loses nothing of the draft and lets it be written on", async ({
  browser,
}) => {
  const { story, page, body } = await adaAt(browser, [paragraph("Start.")])
  const start = { kind: "paragraph", text: [{ text: "Start." }] }
  const before = async () => expect(bare(await bodyNow(story.id))).toEqual([start])
  for (const html of [
    `${"<blockquote>".repeat(400)}${"<p>a</p>".repeat(600_000)}`,
    "a<br><br>".repeat(60_000),
    `<p>a</p>${`<img src="data:image/png;base64,${"A".repeat(300)}">`.repeat(15_000)}`,
  ]) {
    await bring(body, "paste", { html })
    await expect(page.getByText(/^This (?:is larger|has more (?:paragraphs|pictures)) than/)).toBeVisible({
      timeout: 30_000,
    })
    await before()
    await page.getByRole("button", { name: "I have read this" }).click()
  }
  await bring(body, "paste", {
    html:
      `${"<table><tr><td>".repeat(5_000)}<a href="javascript:alert(1)">deep</a>${"</table>".repeat(5_000)}` +
      `<p><a href="data:text/html,x">data</a> <img src="x" onerror="document.title='harmed'"><svg onload="document.title='harmed'"></svg></p>`,
    rtf: `{\\rtf1${"{".repeat(3_000_000)}`,
  })
  await expect(body).toContainText("data", { timeout: 30_000 })
  await page.keyboard.type("!")
  await isSaved(page)
  expect(JSON.stringify(await bodyNow(story.id))).not.toMatch(/"link"|javascript:|harmed/)
  expect(await page.title()).not.toBe("harmed")
  expect(wordsOfBody(await bodyNow(story.id))).toMatch(/^Start\.deep\ndata ?!$/)
})
