import { expect, type Page } from "@playwright/test"
import { db } from "@/lib/db.server"
import { keep, keyOf, pageOf } from "@/lib/links/pages.server"
import type { Seen } from "@/lib/links/states"
import { addLink } from "@/lib/related/links.server"
import { suggest } from "@/lib/related/suggest.server"
import { perform } from "@/lib/story/perform.server"
import { atDesk, isSaved, openStory, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, nameOfNobody, ORIGIN, paragraph, rareWord, storyIn } from "../newsroom"

const panelOf = (page: Page) => page.getByRole("region", { name: "Related news" })

async function addStory(page: Page, word: string) {
  await panelOf(page).getByLabel("Find a story").fill(word)
  // The same story may be suggested, too.
  await panelOf(page)
    .getByRole("list", { name: "Stories found" })
    .getByRole("button", { name: `Add A story about ${word}` })
    .click()
}

test("related news is found, linked, ordered and removed by keyboard, and saved with the draft", async ({
  browser,
}) => {
  const { ada } = await cast()
  const [here, there] = [rareWord(), rareWord()]
  const [open, hidden, story] = await Promise.all([
    storyIn("published", { headline: `A story about ${here}` }),
    storyIn("draft", { headline: `A story about ${there}` }),
    storyIn("draft"),
  ])
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await addStory(page, here)
  await expect(panelOf(page).getByLabel("Find a story"), "its list goes, and the search stays").toBeFocused()
  await addStory(page, there)
  await expect(panelOf(page).getByRole("listitem").filter({ hasText: there })).toContainText("readers do not see it")

  await panelOf(page).getByRole("button", { name: "Add link" }).press("Enter")
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Address").fill("ftp://example.org")
  await dialog.getByLabel("Headline").fill("A page elsewhere")
  await dialog.getByLabel("Source").fill("Elsewhere Daily")
  await page.keyboard.press("Enter")
  await expect(dialog.getByText("A link needs a whole address")).toBeVisible()
  await dialog.getByLabel("Address").fill(`${ORIGIN}/${story.text.section}/${story.text.slug}`)
  await page.keyboard.press("Enter")
  await expect(dialog.getByText("no story leads to itself")).toBeVisible()
  await dialog.getByLabel("Address").fill("https://example.org/page")
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem")).toHaveCount(3)

  const last = panelOf(page).getByRole("listitem").nth(2)
  await last.getByRole("button", { name: "Move up" }).press("Enter")
  const moved = panelOf(page).getByRole("listitem").nth(1)
  await expect(moved).toContainText("A page elsewhere")
  await expect(moved.getByRole("button", { name: "Move up" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem").first()).toContainText("Elsewhere Daily")
  await expect(panelOf(page)).toContainText("A page elsewhere is now at place 1 of 3.")
  await isSaved(page)
  const { related } = (await storyNow(story.id)).text
  expect(related).toEqual([{ link: expect.any(String) }, { story: open.id }, { story: hidden.id }])

  const first = panelOf(page).getByRole("listitem").first()
  await first.getByRole("button", { name: "Remove" }).press("Enter")
  await expect(panelOf(page).getByRole("listitem").first().getByRole("button", { name: "Remove" })).toBeFocused()
  await isSaved(page)
  expect((await storyNow(story.id)).text.related).toEqual([{ story: open.id }, { story: hidden.id }])
  await page.reload()
  await expect(panelOf(page).getByRole("listitem")).toHaveCount(2)
})

test("related news is put in order by drag", async ({ browser }) => {
  const { ada } = await cast()
  const [one, two, three] = await Promise.all([storyIn("published"), storyIn("published"), storyIn("published")])
  const story = await storyIn("draft", { related: [{ story: one.id }, { story: two.id }, { story: three.id }] })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  const items = panelOf(page).getByRole("listitem")
  // All of it is in view, for the page of a test would scroll under the button that is down; and by its words, for in the field of its
  // reason the mouse would choose words.
  await page.setViewportSize({ width: 1280, height: 1_400 })
  await items.nth(2).getByText(three.text.headline).dragTo(items.nth(0))
  await expect(items.first()).toContainText(three.text.headline)
  await isSaved(page)
  expect((await storyNow(story.id)).text.related).toEqual([{ story: three.id }, { story: one.id }, { story: two.id }])
})

test("an administrator sees every outside link and where it is used, mends it, and cannot remove it while it is used", async ({
  browser,
}) => {
  const { cleo, ada } = await cast()
  const word = rareWord()
  const story = await storyIn("draft", { headline: `A story about ${word}` })
  const page = await atDesk(browser, cleo)
  await openStory(page, story.id)
  await panelOf(page).getByRole("button", { name: "Add link" }).click()
  await page.getByRole("dialog").getByLabel("Address").fill(`https://example.org/${word}`)
  await page.getByRole("dialog").getByLabel("Headline").fill(`Elsewhere about ${word}`)
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem")).toHaveCount(1)
  const { text, id } = await storyIn("draft")
  await panelOf(page).getByRole("button", { name: "Add link" }).click()
  await page.getByRole("dialog").getByLabel("Address").fill(`${ORIGIN.toUpperCase()}//${text.section}/${text.slug}`)
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem").nth(1)).toContainText(text.headline)
  await isSaved(page)
  expect((await storyNow(story.id)).text.related).toEqual([{ link: expect.any(String) }, { story: id }])

  await page.goto("/newsroom/related")
  await page.getByLabel("Used", { exact: true }).selectOption("nowhere")
  await expect(page).toHaveURL(/used=nowhere/)
  await expect(page.getByRole("row").filter({ hasText: word })).toHaveCount(0)
  await page.goto("/newsroom/related")
  const row = page.getByRole("row").filter({ hasText: word })
  await expect(row.getByRole("link", { name: `A story about ${word}` })).toBeVisible()
  await row.getByRole("button", { name: "Edit" }).click()
  await page.getByRole("dialog").getByLabel("Source").fill("The Source")
  await page.keyboard.press("Enter")
  await expect(row).toContainText("The Source")
  await row.getByRole("button", { name: "Remove" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove link" }).click()
  await expect(page.getByRole("alert").filter({ hasText: "This link is still in" })).toBeVisible()

  await perform(cleo, "spike", story.id, (await storyNow(story.id)).revision)
  await page.reload()
  await expect(row.getByRole("listitem")).toContainText(/ spiked$/)

  const hers = await atDesk(browser, ada)
  await hers.goto("/newsroom/related")
  await expect(hers.getByText("Administrators keep the outside links")).toBeVisible()
  await expect(hers.getByRole("table")).toHaveCount(0)
})

test("a link whose page is gone vanishes for readers and is told at the desk, and one whose page moved takes its new address", async ({
  browser,
  request,
}) => {
  const { cleo } = await cast()
  const [gone, moved] = await Promise.all(
    ["gone", "moved"].map(async (word) => {
      const url = `https://${rareWord()}.example/${word}`
      const answer = await addLink(cleo, { url, headline: `Elsewhere ${word} ${rareWord()}`, source: "Elsewhere" })
      if ("refused" in answer) throw new Error(answer.refused)
      await pageOf(url)
      return answer.link
    }),
  )
  if (!gone || !moved) throw new Error("no links")
  const story = await storyIn("published", { related: [{ link: gone.id }, { link: moved.id }] })
  const ofReaders = async () => (await request.get(`/${story.text.section}/${story.text.slug}`)).text()
  expect(await ofReaders()).toContain(gone.headline)

  const see = (url: string, seen: Seen, days: number) =>
    keep(keyOf(url), { seen, read: null }, new Date(Date.now() - days * 24 * 3_600_000))
  await see(gone.url, { seen: "gone" }, 12)
  await see(gone.url, { seen: "gone" }, 10)
  const offer = `https://${rareWord()}.example/new`
  await see(moved.url, { seen: "moved", to: offer }, 1)
  await expect.poll(ofReaders).not.toContain(gone.headline)
  expect(await ofReaders()).toContain(moved.headline)

  const page = await atDesk(browser, cleo)
  await openStory(page, story.id)
  await expect(panelOf(page).getByRole("listitem").first()).toContainText(
    /Its page has been gone since .* readers do not see it/,
  )
  await expect(panelOf(page).getByRole("listitem").nth(1)).not.toContainText("gone since")

  await page.goto("/newsroom/jobs")
  await page.getByRole("link", { name: /^See (the|these) links?$/ }).click()
  await expect(page.getByLabel("Their pages")).toHaveValue("gone")
  const row = (of: { headline: string }) => page.getByRole("row").filter({ hasText: of.headline })
  await expect(row(gone)).toContainText(/There has been nothing at this address since .*Taken off public pages on/)
  await expect(row(moved)).toHaveCount(0)
  await page.getByLabel("Their pages").selectOption("moved")
  await expect(row(gone)).toHaveCount(0)
  await expect(row(moved)).toContainText(offer)
  await row(moved).getByRole("button", { name: "Take the new address" }).press("Enter")
  await expect(page.getByText(`“${moved.headline}” leads to ${offer} now, in every story.`)).toBeVisible()
  await expect.poll(ofReaders).toContain(offer)

  await see(gone.url, { seen: "ok" }, 0)
  await expect.poll(ofReaders).toContain(gone.headline)
  await page.goto("/newsroom/related")
  await expect(row(gone)).toContainText("It answers since")
  await db.outsideHost.deleteMany({ where: { host: new URL(gone.url).hostname } })
  await row(gone).getByRole("button", { name: "Check now" }).click()
  await expect(page.getByText(new RegExp(`“${gone.headline}” (was not found|does not answer now)`))).toBeVisible()

  await page.goto("/newsroom/settings#links")
  const days = page.getByLabel("Days until links to a page that is gone are taken off")
  await expect(days).toHaveValue("7")
  await days.fill("soon")
  await page.getByRole("region", { name: "Outside links" }).getByRole("button", { name: "Save" }).click()
  await expect(page.getByRole("alert").filter({ hasText: "Give a whole number of days" })).toBeVisible()
})

test("what is empty is filled in from the page, what was written stays, and nothing is lost when it cannot be read", async ({
  browser,
}) => {
  const { ada } = await cast()
  const url = `https://${rareWord()}.example/page`
  await pageOf(url)
  const words = { title: "What the page is called", site: "The Daily", checkedAt: new Date() }
  await db.outsidePage.update({ where: { sha256: keyOf(url) }, data: words })
  const story = await storyIn("draft")
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await panelOf(page).getByRole("button", { name: "Add link" }).press("Enter")
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Source").fill("My own words")
  await dialog.getByLabel("Address").fill(`http://${rareWord()}.localhost/nothing`)
  await dialog.getByLabel("Address").press("Tab")
  await expect(dialog.getByRole("status")).toContainText("Write the headline and the source yourself.")
  await dialog.getByLabel("Address").fill(url)
  await dialog.getByLabel("Address").press("Tab")
  await expect(dialog.getByLabel("Headline")).toHaveValue("What the page is called")
  await expect(dialog.getByLabel("Source")).toHaveValue("My own words")
  await page.keyboard.press("Enter")
  await expect(panelOf(page).getByRole("listitem")).toContainText("What the page is called")
  await isSaved(page)
})
test("suggestions come when they are seen, say why, and are added, hidden and brought back", async ({ browser }) => {
  const { ben } = await cast()
  const [one, two] = [nameOfNobody(), nameOfNobody()]
  const about = (verb: string) => [paragraph(`On the quay ${one} ${verb} ${two} for an hour.`)]
  const [first, second] = [
    await storyIn("published", { body: about("met") }),
    await storyIn("published", { body: about("saw") }),
  ]
  for (const { id } of [first, second]) await suggest({ story: id })
  const draft = await storyIn("filed", { body: about("left") })
  const page = await atDesk(browser, ben)
  await openStory(page, draft.id)
  const part = panelOf(page).getByRole("region", { name: "Suggestions" })
  await panelOf(page).getByRole("button", { name: "Add link" }).scrollIntoViewIfNeeded()
  const lines = part.getByRole("list", { name: "Stories suggested" }).getByRole("listitem")
  await expect(lines).toHaveCount(2)
  await expect(lines.first()).toContainText(`In both: ${[one, two].sort().join(", ")}`)

  await part.getByRole("button", { name: `Add ${first.text.headline}` }).press("Enter")
  await expect(lines).toHaveCount(1)
  await expect(part.getByRole("button", { name: `Add ${second.text.headline}` })).toBeFocused()
  await isSaved(page)
  const { related } = (await storyNow(draft.id)).text
  expect(related).toEqual([{ story: first.id }])

  await part.getByRole("button", { name: `Hide ${second.text.headline} here` }).press("Enter")
  await expect(lines).toHaveCount(0)
  await expect(part.getByText(/^Hidden \(\d+\)$/)).toBeFocused()
  await part.getByText(/^Hidden \(\d+\)$/).click()
  const row = part.getByRole("row", { name: second.text.headline })
  await expect(row).toContainText(`Here, ${ben.name}`)
  await row.getByRole("button", { name: `Suggest ${second.text.headline} again` }).click()
  await expect(lines).toHaveCount(1)
})

test("links that no story uses go all at once, after a question; a line that is cut meanwhile is told, and nothing has gone", async ({
  browser,
}) => {
  const { cleo } = await cast()
  const word = rareWord()
  const words = { url: `https://${word}.test/`, headline: `${word} idle`, createdById: cleo.id }
  const { id } = await db.outsideLink.create({ data: { ...words, createdAt: new Date(Date.now() - 2 * 3_600_000) } })
  const page = await atDesk(browser, cleo)
  await page.goto("/newsroom/related?used=nowhere")
  await page.getByRole("button", { name: /^Remove .* that no story uses$/ }).click()
  const dialog = page.getByRole("dialog")
  await page.context().setOffline(true)
  await dialog.getByRole("button", { name: /^Remove \d/ }).click()
  await expect(dialog.getByRole("alert")).toHaveText("The server cannot be reached. Try again in a moment.")
  await page.context().setOffline(false)
  expect(await db.outsideLink.count({ where: { id } })).toBe(1)
  await dialog.getByRole("button", { name: /^Remove \d/ }).click()
  await expect(page.getByText(/^\d+ links? (is|are) removed\.$/)).toBeVisible()
  expect(await db.outsideLink.count({ where: { id } })).toBe(0)
})
