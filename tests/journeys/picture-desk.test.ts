import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { storePicture } from "@/lib/pictures/store.server"
import { deskRules, findings } from "../axe"
import { atDesk, bodyOf, openStory } from "../desk"
import { cast, ORIGIN, paragraph, rareWord, storyIn } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"
import { iim, labelled } from "../unit/pictures/labelled"

test("many pictures are added at once: each has its own fate, and what a cut line stopped goes on", async ({
  browser,
}) => {
  const { ada } = await cast()
  const page = await atDesk(browser, ada)
  await page.goto("/newsroom/pictures")
  const word = rareWord()
  const iptc = iim([
    [120, `The strike ${word}`],
    [110, "Belga"],
    [40, "SPAIN OUT"],
  ])
  let cuts = 0
  await page.route("**/api/v1/pictures/uploads/*", (route) =>
    route.request().method() === "PATCH" && cuts++ < 1 ? route.abort() : route.fallback(),
  )
  const file = (name: string, buffer: Buffer, mimeType = "image/jpeg") => ({ name, buffer, mimeType })
  await page
    .getByLabel("Pictures to add")
    .setInputFiles([
      file("one.jpg", await labelled({ iptc })),
      file("two.jpg", await redAndBlue({ width: 90, height: 60 }).jpeg().toBuffer()),
      file("three.jpg", Buffer.from("GIF89a and so on")),
    ])
  await expect(page.getByRole("status").filter({ hasText: "of 3 pictures" })).toHaveText("2 of 3 pictures are here.")
  const uploads = page.getByRole("list", { name: "Uploads" }).getByRole("listitem")
  await expect(uploads.filter({ hasText: "three.jpg" })).toContainText("This is a GIF. Save the picture as JPEG")
  await expect(page.getByRole("button", { name: "Try three.jpg again" })).toBeVisible()

  await page.getByRole("searchbox", { name: "Words" }).fill(word)
  const library = page.getByRole("list", { name: "Pictures, uploaded last first" })
  await expect(library.getByRole("listitem")).toHaveCount(1)
  await expect(library).toContainText("No alternative text")
  await page.getByLabel("State").selectOption("Without alternative text")
  await expect(page).toHaveURL(/state=undescribed/)
  await expect(page.getByText("1 picture, show all")).toBeVisible()
  expect(await findings(page, deskRules({ name: "light", width: 1280, height: 900 }))).toEqual([])

  await library.getByRole("link").press("Enter")
  await expect(page.getByRole("heading", { level: 1 })).toContainText(word)
  await expect(page.getByText("It has no alternative text")).toBeVisible()
  await page.getByLabel("Alternative text").fill("People before a gate")
  await page.getByRole("button", { name: "Save words" }).click()
  await expect(page.getByText("The words are saved.")).toBeVisible()
  await expect(page.getByText("Editors change this."), "a reporter only reads the rights").toBeVisible()
  await page.goto(`/newsroom/pictures?q=${rareWord()}`)
  await expect(page.getByText("No picture fits")).toBeVisible()
})

test("the desk limits a picture, replaces it everywhere, and takes it from readers", async ({ browser, request }) => {
  test.slow()
  const { ada, ben } = await cast()
  const bytes = await labelled({ iptc: iim([[40, "SPAIN OUT - FRANCE OUT"]]) })
  const stored = await storePicture(ada, bytes, { alt: "Red and blue", caption: rareWord() })
  if ("refused" in stored) throw new Error(stored.refused)
  const { id, caption } = stored.picture
  const block = { id: rareWord(), kind: "picture" as const, pictureId: id, caption, credit: "Ada", alt: "Two" }
  const story = await storyIn("published", { body: [paragraph("Words."), block] })
  const address = `${ORIGIN}/${story.text.section}/${story.text.slug}`
  expect(await (await request.get(address)).text()).toContain(`/api/pictures/${id}-`)

  const page = await atDesk(browser, ben)
  await page.goto(`/newsroom/pictures/${id}`)
  const used = page.getByRole("region", { name: "Where it is used" })
  await expect(used.getByRole("link", { name: story.text.headline })).toBeVisible()
  await expect(used).toContainText("before readers")
  const square = page.getByRole("img", { name: "Crop 1:1" })
  const before = await square.getAttribute("viewBox")
  await page.getByLabel("From the left").press("Home")
  await expect(square).not.toHaveAttribute("viewBox", before ?? "")
  await page.getByRole("button", { name: "Save focal point" }).click()
  await expect(page.getByText("The focal point is saved.")).toBeVisible()
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    `${ben.name} moved the focal point: 0 % from the left, 50 % from the top`,
  )
  const rights = page.getByRole("region", { name: "Rights" })
  await rights.getByRole("button", { name: "Take over" }).click()
  await expect(rights.getByLabel("Not in")).toHaveValue("SPAIN, FRANCE")
  await rights.getByRole("button", { name: "Save rights" }).click()
  await expect(page.getByText("The rights are saved.")).toBeVisible()
  expect((await db.picture.findUniqueOrThrow({ where: { id } })).rightsNotIn).toEqual(["SPAIN", "FRANCE"])
  expect(await findings(page, deskRules({ name: "light", width: 1280, height: 900 }))).toEqual([])

  const better = await redAndBlue({ width: 200, height: 100 }).jpeg().toBuffer()
  await page.getByLabel("New file").setInputFiles({ name: "better.jpg", buffer: better, mimeType: "image/jpeg" })
  await page.getByRole("button", { name: "Replace everywhere" }).click()
  await expect(page.getByText("put it in the place of another picture")).toBeVisible()
  const next = new URL(page.url()).pathname.split("/").at(-1) ?? ""
  expect(next).not.toBe(id)
  const html = await (await request.get(address)).text()
  expect([html.includes(`/api/pictures/${next}-200.jpg`), html.includes(id)]).toEqual([true, false])
  expect((await request.get(`${ORIGIN}/api/pictures/${id}-60.jpg`)).status()).toBe(410)
  expect((await request.get(`${ORIGIN}/api/pictures/${next}-200.jpg`)).status()).toBe(200)

  await rights.getByLabel(/^Until/).fill("2026-01-01T00:00")
  await rights.getByRole("button", { name: "Save rights" }).click()
  await expect(page.getByText("Readers have the picture no more.")).toBeVisible()
  await expect(
    page.getByText("Its rights have ended: readers have it no more"),
    "without loading it again",
  ).toBeVisible()
  const over = await (await request.get(address)).text()
  expect([over.includes(next), over.includes("This picture is no longer available.")]).toEqual([false, true])
  expect((await request.get(`${ORIGIN}/api/pictures/${next}-200.jpg`)).status()).toBe(410)
  await openStory(page, story.id)
  await expect(bodyOf(page)).toContainText("This picture may not be used. Its rights end")
})
