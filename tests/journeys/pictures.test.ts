import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { storePicture } from "@/lib/pictures/store.server"
import { perform } from "@/lib/story/perform.server"
import { cast, done, hire, ORIGIN, openSection, paragraph, rareWord, signIn, storyIn } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"

// The phone that Lighthouse measures with.
test.use({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 })

async function publishedWithPicture() {
  const bytes = await redAndBlue({ width: 1_300, height: 800 }).jpeg().toBuffer()
  const stored = await storePicture(await hire("reporter"), bytes, { alt: "Red and blue", credit: "Ada" })
  if (!("picture" in stored)) throw new Error(stored.refused)
  const section = (await openSection()).slug
  const { id } = stored.picture
  const block = { id: rareWord(), kind: "picture" as const, pictureId: id, caption: "", credit: "Ada", alt: "Two" }
  const story = await storyIn("published", { section, body: [block, paragraph("Words.")] })
  return { picture: id, story, section, address: `${ORIGIN}/${section}/${story.text.slug}` }
}

const pictureOf = (id: string) => db.picture.findUniqueOrThrow({ where: { id } })

test("a phone gets the lead picture as AVIF in its own width, as soon as that is made", async ({ page }) => {
  const { picture, address } = await publishedWithPicture()
  await page.goto(address)
  expect(await page.locator("article picture source[type='image/avif']").count()).toBeLessThanOrEqual(1)
  await expect.poll(async () => (await pictureOf(picture)).avif, { timeout: 120_000 }).toBe(true)
  const lead = page.locator("article img").first()
  await expect(async () => {
    await page.goto(address)
    expect(await lead.evaluate((img: HTMLImageElement) => img.currentSrc)).toBe(
      `${ORIGIN}/api/pictures/${picture}-768.avif`,
    )
  }).toPass()
  await expect(lead).toHaveJSProperty("complete", true)
  expect(await lead.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
})

test("a shared story has its own picture, which goes with the story", async ({ page, request }) => {
  const { story, address } = await publishedWithPicture()
  const shared = page.locator("meta[property='og:image']")
  await expect(async () => {
    await page.goto(address)
    await expect(shared).toHaveAttribute("content", new RegExp(`/api/pictures/share-${story.id}-`), { timeout: 1_000 })
  }).toPass({ timeout: 120_000 })
  const file = (await shared.getAttribute("content")) ?? ""
  const answer = await request.get(file)
  expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/jpeg"])
  const { ben } = await cast()
  done(await perform(ben, "withdraw", story.id, story.revision, { note: "It never happened." }))
  expect((await request.get(file)).status()).toBe(410)
})

test("nothing else hands out a picture: no copy of it outlives the withdrawal of its story", async ({ request }) => {
  const { picture } = await publishedWithPicture()
  const { widths } = await pictureOf(picture)
  const file = `/api/pictures/${picture}-${widths[0]}.jpg`
  expect((await request.get(file)).status()).toBe(200)
  const copy = await request.get(`/_next/image?url=${encodeURIComponent(file)}&w=640&q=75`)
  expect([copy.status(), copy.headers()["content-type"] ?? ""]).toEqual([404, expect.not.stringContaining("image/")])
})

test("an editor moves the focal point with the keyboard and by pointing, and cards follow", async ({
  page,
  context,
}) => {
  const { picture, story, section } = await publishedWithPicture()
  await signIn(context, (await cast()).ben)
  await page.setViewportSize({ width: 1_280, height: 900 })
  await page.goto(`${ORIGIN}/newsroom/stories/${story.id}`)
  await page.getByRole("button", { name: "Focal point" }).click()
  const dialog = page.getByRole("dialog", { name: "Focal point" })
  const left = dialog.getByLabel("From the left")
  await expect(left).toHaveValue("50")
  await left.press("Home")
  await left.press("ArrowRight")
  await dialog.getByRole("button", { name: "Save focal point" }).click()
  await expect(dialog).toBeHidden()
  expect(await pictureOf(picture)).toMatchObject({ focalX: 0.01, focalY: 0.5 })

  await page.getByRole("button", { name: "Focal point" }).click()
  await expect(left).toHaveValue("1")
  const box = await dialog.locator("img").boundingBox()
  if (!box) throw new Error("the picture is not seen")
  await page.mouse.click(box.x + box.width * 0.9, box.y + box.height * 0.25)
  await dialog.getByRole("button", { name: "Save focal point" }).click()
  await expect(dialog).toBeHidden()
  const { focalX, focalY } = await pictureOf(picture)
  expect([Math.abs(focalX - 0.9) < 0.02, Math.abs(focalY - 0.25) < 0.02]).toEqual([true, true])

  const mark = [focalX, focalY].map((share) => String(Math.round(share * 100)).padStart(3, "0")).join("")
  await expect(async () => {
    await page.goto(`${ORIGIN}/${section}`)
    const shown = await page
      .locator(".card-picture img")
      .first()
      .evaluate((img: HTMLImageElement) => img.currentSrc)
    expect(shown).toContain(`/api/pictures/${picture}-16x9-${mark}-`)
  }).toPass({ timeout: 120_000 })
})
