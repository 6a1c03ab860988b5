import { expect, type Page } from "@playwright/test"
import { suggest } from "@/lib/related/suggest.server"
import type { Story } from "@/lib/story/story"
import { atDesk, openStory } from "../desk"
import { test } from "../in-browsers"
import { cast, openSection, pagesFollow, paragraph, rareWord, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

/** A name that the recogniser takes for one, and no other test has. */
const nameOf = (word: string) => `Zelda ${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll(/\d/g, "")}`

const aside = (page: Page) => page.getByRole("complementary", { name: "Related news" })

async function read(page: Page, story: Story) {
  await page.goto(pathOf(story))
  return page
}

test("a story is withdrawn: every page that led to it heals with the next request, and the gap is filled by what is next", async ({
  browser,
  page,
}) => {
  const { ben } = await cast()
  const { slug: section } = await openSection(5)
  const [one, two] = [nameOf(rareWord()), nameOf(rareWord())]
  const about = (what: string) => [paragraph(`${what} stood ${one} and ${two}. So said ${one}, and ${two} agreed.`)]
  const target = await storyIn("published", { section, headline: `Target of ${one}`, body: about("On the quay") })
  const other = await storyIn("published", { section, headline: `Next to ${two}`, body: about("At the lock") })
  const link = pathOf(target)
  const picking = await storyIn("published", { section, related: [{ story: target.id, reason: "Earlier" }] })
  const carded = await storyIn("published", {
    section,
    body: [paragraph("Before."), { id: "card", kind: "relatedStory", storyId: target.id }],
  })
  const linking = await storyIn("published", {
    section,
    body: [{ id: "p", kind: "paragraph", text: [{ text: "As was " }, { text: "said before", link }] }],
  })
  const near = await storyIn("published", { section, headline: "Nearby", body: about("By the mill") })
  for (const { id } of [target, other, near]) await suggest({ story: id })
  await pagesFollow()

  await expect(aside(await read(page, picking))).toContainText(target.text.headline)
  await expect((await read(page, carded)).getByRole("article")).toContainText(target.text.headline)
  await expect((await read(page, linking)).getByRole("link", { name: "said before" })).toHaveAttribute("href", link)
  const suggested = aside(await read(page, near))
  await expect(suggested).toContainText(target.text.headline)
  await expect(suggested).toContainText(/In both: /)

  const desk = await atDesk(browser, ben)
  await openStory(desk, target.id)
  await desk.getByRole("button", { name: "Withdraw", exact: true }).click()
  const dialog = desk.getByRole("dialog")
  await expect(dialog).toContainText("It is in the related news of")
  await expect(dialog).toContainText("It is a card in the text of")
  await dialog.getByLabel("The notice that readers will see in its place").fill("It was not so.")
  await dialog.getByLabel("Type “withdraw” to confirm").fill("withdraw")
  await dialog.getByRole("button", { name: "Withdraw" }).click()
  await expect(desk.getByRole("button", { name: "Restore", exact: true })).toBeVisible()

  await expect(aside(await read(page, picking)), "it was all that was related").toHaveCount(0)
  await expect((await read(page, carded)).getByRole("article")).not.toContainText(target.text.headline)
  await expect((await read(page, linking)).getByRole("article")).toContainText("As was said before")
  await expect(page.getByRole("link", { name: "said before" })).toHaveCount(0)
  const healed = aside(await read(page, near))
  await expect(healed).not.toContainText(target.text.headline)
  await expect(healed, "what is next takes its place").toContainText(other.text.headline)
})
