import { expect, type Page } from "@playwright/test"
import { atDesk, atEndOfBody, bodyOf, cutTheLine, headlineOf, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, hire, ORIGIN, signIn, storyIn } from "../newsroom"

test("what no server has is offered after a reload, and is saved when it is chosen", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  page.on("dialog", (dialog) => dialog.accept())
  await openStory(page, story.id)
  const mend = await cutTheLine(page)
  await atEndOfBody(page)
  await page.keyboard.type(" And a line that must not be lost.")
  await expect(page.getByRole("status")).toContainText("Not saved")
  await page.reload()
  await mend()
  await expect(bodyOf(page)).not.toContainText("must not be lost")
  await page.getByRole("button", { name: "Look at both texts" }).click()
  await expect(page.getByRole("heading", { name: "Two texts of this story" })).toBeVisible()
  await page.getByRole("button", { name: "All of mine" }).click()
  await page.getByRole("button", { name: "Save this choice" }).click()
  await expect(bodyOf(page)).toContainText("must not be lost")
  await isSaved(page)
  expect(JSON.stringify((await storyNow(story.id)).text.body)).toContain("must not be lost")
  await page.reload()
  await expect(bodyOf(page)).toContainText("must not be lost")
  await expect(page.getByRole("button", { name: "Look at both texts" })).toHaveCount(0)
})

test("a browser keeps what is not saved for the person who wrote it, and nothing that is saved", async ({
  browser,
}) => {
  const [ada, ben] = [await hire("reporter"), await hire("editor")]
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  page.on("dialog", (dialog) => dialog.accept())
  await openStory(page, story.id)
  const mend = await cutTheLine(page)
  await headlineOf(page).fill("Hers alone")
  await expect.poll(() => journalsOf(page)).toEqual([`${ada.id} ${story.id}`])
  await page.reload()
  await signIn(page.context(), ben)
  await openStory(page, story.id)
  await expect(page.getByText(`${ben.name}`)).toBeVisible()
  await expect(page.getByRole("button", { name: "Look at both texts" })).toHaveCount(0)
  await signIn(page.context(), ada)
  await openStory(page, story.id)
  await page.getByRole("button", { name: "Look at both texts" }).click()
  await page.getByRole("button", { name: "All of mine" }).click()
  await mend()
  await page.getByRole("button", { name: "Save this choice" }).click()
  await isSaved(page)
  await expect.poll(() => journalsOf(page)).toEqual([])
})

test("a tab whose process dies takes nothing along that was typed longer ago than 300 ms", async ({ browser }) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await cutTheLine(page)
  await headlineOf(page).fill("")
  const typed: { letter: string; at: number }[] = []
  for (let count = 0; count < 60; count++) {
    const letter = String.fromCharCode(97 + (count % 26))
    await page.keyboard.type(letter)
    typed.push({ letter, at: Date.now() })
  }
  const devtools = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent("crash")
  const crashedAt = Date.now()
  void devtools.send("Page.crash").catch(() => undefined)
  await crashed

  const next = await page.context().newPage()
  await openStory(next, story.id)
  await next.getByRole("button", { name: "Look at both texts" }).click()
  await next.getByRole("button", { name: "All of mine" }).click()
  await next.getByRole("button", { name: "Save this choice" }).click()
  await isSaved(next)
  const { headline } = (await storyNow(story.id)).text
  expect(typed.map(({ letter }) => letter).join("")).toMatch(new RegExp(`^${headline}`))
  expect(typed.slice(headline.length).filter(({ at }) => at < crashedAt - 300)).toEqual([])
})

test("where the browser's disk is full, the server still gets every word, and the writer is told while it does not", async ({
  browser,
}) => {
  const { ada } = await cast()
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: ORIGIN, quotaSize: 1 })
  const mend = await cutTheLine(page)
  await headlineOf(page).fill("Nowhere to put it")
  await expect(page.getByRole("status")).toContainText("This browser cannot keep a copy of it")
  await expect(page.getByRole("status")).toContainText("Leave this page open.")
  expect(await journalsOf(page)).toEqual([])
  await mend()
  await isSaved(page)
  await page.keyboard.type(", and put all the same")
  await isSaved(page)
  expect((await storyNow(story.id)).text.headline).toBe("Nowhere to put it, and put all the same")
  // With room again, the copy is kept as ever.
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: ORIGIN })
  await cutTheLine(page)
  await page.keyboard.type(".")
  await expect.poll(() => journalsOf(page)).toEqual([`${ada.id} ${story.id}`])
  await expect(page.getByRole("status")).not.toContainText("This browser cannot keep a copy of it")
})

/** Whose journals of which stories this browser has. */
const journalsOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((done, fail) => {
        const opening = indexedDB.open("standfirst")
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const asked = opening.result.transaction("journals").objectStore("journals").getAllKeys()
          asked.onsuccess = () => {
            opening.result.close()
            done(asked.result.map((key) => String(key).split(" ").slice(0, 2).join(" ")))
          }
        }
      }),
  )
