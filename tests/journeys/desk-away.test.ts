import { expect, type Page, type Route } from "@playwright/test"
import { saveDraft } from "@/lib/story/save.server"
import { adaAt, atEndOfBody, headlineOf, isSaved, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, paragraph } from "../newsroom"

// The newsroom is away while a screen is asked for: the screen that is there stays, with the words on it.

const WAYS = {
  "cannot be reached": (route: Route) => route.abort("connectionrefused"),
  "is said to be away": (route: Route) =>
    route.fulfill({ status: 503, contentType: "text/html", body: "<h1>One moment, please</h1>" }),
}

/** From now on no screen is to be had, in this way. */
async function away(page: Page, way: (route: Route) => Promise<void>) {
  let asked = 0
  const isOurs = (url: URL) => url.pathname.startsWith("/newsroom")
  await page.route(isOurs, async (route) => {
    const { rsc, "next-router-prefetch": beforehand } = route.request().headers()
    if (!rsc || beforehand) return route.fallback()
    asked++
    await way(route)
  })
  return { asked: () => asked, isBack: () => page.unroute(isOurs) }
}

test("somebody else saves while the newsroom goes away in the middle of its answer: who writes stays on the screen", async ({
  browser,
}) => {
  const { ben } = await cast()
  const { story, page, body } = await adaAt(browser, [paragraph("One.")])
  await page.addInitScript(() => {
    const ask = window.fetch
    let cut = 0
    window.fetch = async (input, init) => {
      const answer = await ask(input, init)
      if (!new Headers(init?.headers).has("rsc") || cut++ > 1) return answer
      document.documentElement.dataset.cut = String(cut)
      const half = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("0:"))
          controller.error(new TypeError("network error"))
        },
      })
      return new Response(half, { status: answer.status, headers: answer.headers })
    }
  })
  await page.reload()
  await expect(body).toBeVisible()
  await atEndOfBody(page)
  const { revision } = await storyNow(story.id)
  await saveDraft(ben, story.id, revision, { standfirst: "By Ben." })
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
  await expect(page.locator("html")).toHaveAttribute("data-cut", "2")
  await page.keyboard.type(" Two.")
  await expect(page.getByRole("textbox", { name: "Standfirst" })).toHaveText("By Ben.")
  await isSaved(page)
  await expect(page.locator("html"), "the same page all the while").toHaveAttribute("data-cut", "2")
  expect((await storyNow(story.id)).text).toMatchObject({ body: [{ text: [{ text: "One. Two." }] }] })
})

for (const [name, way] of Object.entries(WAYS)) {
  test(`somebody else saves while the newsroom ${name}: who writes goes on writing, and sees the other's words in the end`, async ({
    browser,
  }) => {
    const { ben } = await cast()
    const { story, page, body } = await adaAt(browser, [paragraph("One.")])
    const { asked, isBack } = await away(page, way)
    await saveDraft(ben, story.id, story.revision, { standfirst: "By Ben." })
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))
    await expect.poll(asked).toBeGreaterThan(1)
    await expect(page.getByText("The newsroom does not answer just now.")).toBeVisible()
    await body.click()
    await page.keyboard.press("Control+End")
    await page.keyboard.type(" Two.")
    await isSaved(page)
    await isBack()
    await expect(page.getByText("The newsroom does not answer just now.")).toHaveCount(0)
    await expect(page.getByRole("textbox", { name: "Standfirst" })).toHaveText("By Ben.")
    await page.keyboard.type(" Three.")
    await isSaved(page)
    const { text } = await storyNow(story.id)
    expect(text).toMatchObject({ standfirst: "By Ben.", body: [{ text: [{ text: "One. Two. Three." }] }] })
  })

  test(`a link that is followed while the newsroom ${name} leads there when it is back`, async ({ browser }) => {
    const { page, story } = await adaAt(browser, [paragraph("One.")])
    const { asked, isBack } = await away(page, way)
    await page.getByRole("link", { name: "Newslist" }).first().click()
    await expect.poll(asked).toBeGreaterThan(1)
    await headlineOf(page).fill("Written meanwhile")
    await isSaved(page)
    await isBack()
    await page.waitForURL((url) => url.pathname === "/newsroom")
    await expect(page.getByRole("heading", { name: "Newslist" })).toBeVisible()
    expect((await storyNow(story.id)).text.headline).toBe("Written meanwhile")
  })
}
