import { expect } from "@playwright/test"
import sharp from "sharp"
import { db } from "@/lib/db.server"
import { storePicture } from "@/lib/pictures/store.server"
import { perform } from "@/lib/story/perform.server"
import { createPreviewLink, endPreviewLink } from "@/lib/story/preview-links.server"
import { saveDraft } from "@/lib/story/save.server"
import { call } from "../api"
import { findings } from "../axe"
import { atDesk, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, done, ORIGIN, paragraph, storyIn } from "../newsroom"

/** A draft with a picture that readers do not have. */
async function withPicture() {
  const { ada } = await cast()
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#7a8b6f" } })
    .jpeg()
    .toBuffer()
  const stored = await storePicture(ada, bytes, { alt: "A field" })
  if ("refused" in stored) throw new Error(stored.refused)
  const { id } = stored.picture
  return storyIn("draft", {
    body: [
      paragraph("It is so."),
      { kind: "picture", id: "field", pictureId: id, caption: "A field", credit: "Ada", alt: "A field" },
    ],
  })
}

test("whoever is given the address of a draft sees it as it is now, pictures too, and nothing else, until it is ended", async ({
  browser,
}) => {
  const { ben } = await cast()
  const story = await withPicture()
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  await page.getByRole("button", { name: "Show it to others" }).click()
  const dialog = page.getByRole("dialog", { name: "Show the draft to others" })
  await expect(dialog).toContainText("No address opens this draft now.")
  await dialog.getByLabel("It opens the draft for").selectOption("1 day")
  await dialog.getByRole("button", { name: "Make an address" }).click()
  const address = await dialog.getByLabel("Address of the draft").inputValue()
  await expect(dialog.getByRole("listitem")).toContainText(`Made by ${ben.name}`)
  expect(await findings(page)).toEqual([])

  const guest = await browser.newContext({ baseURL: ORIGIN })
  const paper = await guest.newPage()
  const answer = await paper.goto(address)
  expect(answer?.headers()["cache-control"]).toBe("no-store")
  expect(answer?.headers()["x-robots-tag"]).toBe("noindex, nofollow")
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText(story.text.headline)
  await expect(paper.getByText("please do not pass it on")).toBeVisible()
  const picture = paper.locator("figure img").first()
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  const file = await picture.evaluate((img: HTMLImageElement) => img.currentSrc)
  expect((await fetch(file)).status, "without the address").toBe(404)
  await paper.goto("/newsroom")
  await expect(paper).toHaveURL(/sign-in/)
  expect((await guest.request.get(`/api/v1/stories/${story.id}`)).status()).toBe(401)

  const { revision } = await storyNow(story.id)
  const saving = await saveDraft(ben, story.id, revision, { headline: "As it is now" })
  expect(saving).toHaveProperty("saved")
  await paper.goto(address)
  await expect(paper.getByRole("heading", { level: 1 })).toHaveText("As it is now")

  await dialog.getByRole("button", { name: /^End the address/ }).click()
  await expect(dialog).toContainText("No address opens this draft now.")
  expect((await paper.goto(address))?.status()).toBe(404)
  await expect(paper.getByRole("heading", { name: "This address opens nothing any more" })).toBeVisible()
  expect((await guest.request.get(file)).status()).toBe(404)
})

test("an address is over at its time, is never told again, and opens nothing that is not its own", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  const at = `/api/v1/stories/${story.id}/preview-links`
  const headers = { origin: ORIGIN }
  const made = await (await page.request.post(at, { data: { days: 30 }, headers })).json()
  const listed = await (await page.request.get(at)).text()
  const token = new URL(made.url).pathname.split("/").at(-1) ?? "none"
  expect(listed).toContain(made.id)
  expect(listed).not.toContain(token)
  expect(await db.previewLink.findFirst({ where: { tokenHash: token } })).toBeNull()
  const opens = async (path: string) => (await fetch(ORIGIN + path)).status
  expect(await opens(`/newsroom/shown/${token}`)).toBe(200)
  expect(await opens(`/newsroom/shown/${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toBe(404)
  await db.previewLink.update({ where: { id: made.id }, data: { expiresAt: new Date(Date.now() - 1) } })
  expect(await opens(`/newsroom/shown/${token}`)).toBe(404)
  const other = await storyIn("draft")
  const told = await call("DELETE", `/stories/${other.id}/preview-links/${made.id}`, { headers: {} })
  expect(told.status).toBe(401)
})

test("with a story that is taken back its addresses end for good, and whoever is of the desk may end one", async () => {
  const { ada, ben } = await cast()
  const [spiked, withdrawn, filed] = [await storyIn("filed"), await storyIn("published"), await storyIn("filed")]
  const opens = async ({ url }: { url: string }) => (await fetch(url)).status
  const made = async (story: { id: string }) => {
    const found = await storyNow(story.id)
    const answer = await createPreviewLink(ben, found, 30)
    if ("refused" in answer) throw new Error(answer.refused)
    return { url: answer.url, id: answer.link.id }
  }
  const [first, second, third] = [await made(spiked), await made(withdrawn), await made(filed)]
  expect([await opens(first), await opens(second), await opens(third)]).toEqual([200, 200, 200])
  done(await perform(ben, "spike", spiked.id, spiked.revision))
  done(await perform(ben, "withdraw", withdrawn.id, withdrawn.revision, { note: "It was not so." }))
  expect([await opens(first), await opens(second), await opens(third)]).toEqual([404, 404, 200])
  expect(await createPreviewLink(ben, await storyNow(withdrawn.id), 1)).toMatchObject({ because: "not ready" })
  done(await perform(ben, "restore", spiked.id, (await storyNow(spiked.id)).revision))
  expect(await opens(first), "it does not come back with the story").toBe(404)
  expect(await endPreviewLink(ada, await storyNow(filed.id), third.id)).toEqual({ ended: true })
  expect(await opens(third)).toBe(404)

  const many = await Promise.all(
    Array.from({ length: 30 }, async () => createPreviewLink(ben, await storyNow(filed.id), 1)),
  )
  expect(many.filter((answer) => "link" in answer)).toHaveLength(20)
})

test("two drafts are looked at beside each other in one browser, each with its pictures", async ({ browser }) => {
  const { ben } = await cast()
  const stories = [await withPicture(), await withPicture()]
  const guest = await browser.newContext({ baseURL: ORIGIN })
  const files = []
  for (const story of stories) {
    const answer = await createPreviewLink(ben, await storyNow(story.id), 1)
    const page = await guest.newPage()
    await page.goto("url" in answer ? answer.url : "")
    files.push(
      await page
        .locator("figure img")
        .first()
        .evaluate((img: HTMLImageElement) => img.src),
    )
  }
  for (const file of files) expect((await guest.request.get(file)).status(), file).toBe(200)
})
