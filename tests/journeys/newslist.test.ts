import { expect, type Locator, type Page } from "@playwright/test"
import { perform } from "@/lib/story/perform.server"
import { sayPresence } from "@/lib/story/presence.server"
import { deskRules, findings, type Look, show } from "../axe"
import { atDesk, bodyOf, storyNow } from "../desk"
import { test } from "../in-browsers"
import { cast, done, hire, ORIGIN, openSection, rareWord, signIn, storyIn } from "../newsroom"

const LOOKS: Look[] = [
  { name: "light", width: 1280, height: 900 },
  { name: "dark, 360 pixels wide", colours: "dark", width: 360, height: 900 },
]

async function expectNothing(page: Page, what: string) {
  for (const look of LOOKS) {
    await show(page, look)
    expect(await findings(page, { ...deskRules({ ...look, colours: undefined }) }), `${what}, ${look.name}`).toEqual([])
  }
  await show(page, { name: "light", width: 1280, height: 900 })
}

/** Goes on with Tab, as somebody without a mouse does, until this has the focus. */
async function tabTo(page: Page, wanted: Locator) {
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
  }
  await expect(wanted).toBeFocused()
}

/** The keys act once the page is taken over by its script. */
const keyUntil = (page: Page, key: string, seen: Locator) =>
  expect(async () => {
    if (!(await seen.isVisible())) await page.keyboard.press(key)
    await expect(seen).toBeVisible({ timeout: 1_000 })
  }).toPass()

test("Ben goes through the newslist by keys, and does to several at once what the preview says, each by its revision", async ({
  browser,
}) => {
  test.slow()
  const { ada, ben } = await cast()
  const { slug: section } = await openSection()
  const word = rareWord()
  const [third, second, first] = [
    await storyIn("draft", { section, headline: "" }),
    await storyIn("filed", { section, headline: `Second ${word}` }),
    await storyIn("filed", { section, headline: `First ${word}` }),
  ]
  const page = await atDesk(browser, ben)
  await page.goto(`/newsroom?section=${section}`)
  const link = (name: string) => page.getByRole("link", { name, exact: true })
  const help = page.getByRole("dialog", { name: "Keys of the newslist" })
  await keyUntil(page, "?", help)
  await page.keyboard.press("Escape")
  await page.keyboard.press("j")
  await expect(link(`First ${word}`)).toBeFocused()
  await page.keyboard.press("x")
  await page.keyboard.press("j")
  await expect(link(`Second ${word}`)).toBeFocused()
  await page.keyboard.press("x")
  await page.keyboard.press("j")
  await page.keyboard.press("x")
  await page.keyboard.press("k")
  await expect(link(`Second ${word}`)).toBeFocused()
  const bulk = page.getByRole("region", { name: "What is selected" })
  await expect(bulk).toContainText("3 selected")
  await expect(page.getByRole("checkbox", { name: `Select First ${word}` })).toBeChecked()

  await tabTo(page, bulk.getByRole("button", { name: "Publish", exact: true }))
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Publish: 3 stories" })
  await expect(dialog.getByText("This will happen to 2 of 3, and nothing has yet.")).toBeVisible()
  await expect(dialog.getByRole("list", { name: "What will happen" })).toMatchAriaSnapshot(`
    - list "What will happen":
      - listitem: First ${word} Readers get it at once, at /${section}/${first.text.slug}.
      - listitem: Second ${word} Readers get it at once, at /${section}/${second.text.slug}.
      - listitem: "No headline yet No: Give the story a headline first."
  `)
  expect((await storyNow(first.id)).status).toBe("filed")
  await expectNothing(page, "preview of an act for several")
  // Somebody is faster with one of them: that one is told, and the other is done.
  done(await perform(ben, "sendBack", second.id, second.revision, { note: "Not yet." }))
  await tabTo(page, dialog.getByRole("button", { name: "Publish: 2 stories" }))
  await page.keyboard.press("Enter")
  await expect(dialog.getByText("1 of 2 done; 1 did not happen. Each line says why.")).toBeVisible()
  const lines = dialog.getByRole("list", { name: "What happened" }).getByRole("listitem")
  await expect(lines.nth(0)).toContainText("Publish: done.")
  await expect(lines.nth(1)).toContainText("Somebody changed it after the preview")
  await expect(dialog.getByRole("button", { name: "Done" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("row").filter({ hasText: `First ${word}` })).toContainText("Published")
  expect([(await storyNow(first.id)).status, (await storyNow(third.id)).status]).toEqual(["published", "draft"])

  // Keys are text where one types, and nothing at all once they are turned off.
  await page.keyboard.press("/")
  await expect(page.getByRole("searchbox", { name: "Words" })).toBeFocused()
  await page.keyboard.type(`jx? ${word}`)
  await expect(help).toHaveCount(0)
  await expect(page.getByText("No story fits")).toBeVisible()
  await page.getByRole("link", { name: "show all" }).first().focus()
  await page.goto(`/newsroom?section=${section}`)
  await keyUntil(page, "?", help)
  await help.getByRole("checkbox", { name: "Single keys act on the newslist" }).uncheck()
  await page.keyboard.press("Escape")
  await page.reload()
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible()
  await page.getByRole("button", { name: "Keys" }).click()
  await expect(help.getByRole("checkbox")).not.toBeChecked()
  await help.getByRole("checkbox").check()
  await page.keyboard.press("Escape")
  await page.keyboard.press("j")
  await page.keyboard.press("e")
  await expect(bodyOf(page)).toBeFocused()
  await expect(page).toHaveURL(/\/newsroom\/stories\/[0-9a-f-]+#body-text$/)
  expect(ada.id).not.toBe(ben.id)
})

test("the newslist follows what others do, moves nothing, and is kept as somebody wants it", async ({ browser }) => {
  test.slow()
  const { ada, ben } = await cast()
  const { slug: section } = await openSection()
  const word = rareWord()
  const old = await storyIn("draft", { section, headline: `Old ${word}` })
  const page = await atDesk(browser, ben)
  await page.goto(`/newsroom?section=${section}&status=draft`)
  const row = page.getByRole("row").filter({ hasText: `Old ${word}` })
  await page.getByRole("link", { name: `Old ${word}` }).focus()
  await sayPresence(ada, old.id, "a-tab-of-tests")
  await expect(row).toContainText(`Open now: ${ada.name}`)
  done(await perform(ada, "file", old.id, old.revision))
  await expect(row).toContainText("Filed")
  await expect(row).toContainText("Does not fit any more")
  await expect(page.getByText(`“Old ${word}” is filed now.`)).toBeAttached()
  await storyIn("draft", { section, headline: `New ${word}` })
  const fresh = page.getByRole("button", { name: "1 story is new or changed: show it" })
  await expect(fresh).toBeVisible()
  await expect(page.getByRole("link", { name: `Old ${word}` })).toBeFocused()
  await expect(page.getByRole("row").filter({ hasText: `New ${word}` })).toHaveCount(0)
  await fresh.focus()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("link", { name: `New ${word}` })).toBeFocused()
  await expect(row).toHaveCount(0)

  const filters = page.getByRole("navigation", { name: "Saved filters" })
  await filters.getByRole("button", { name: "Save this filter" }).click()
  await page.keyboard.type(`Drafts ${word}`)
  await page.keyboard.press("Enter")
  const saved = filters.getByRole("link", { name: `Drafts ${word}` })
  await expect(saved).toHaveAttribute("aria-current", "page")
  await filters.getByRole("button", { name: `Change the filter Drafts ${word}` }).click()
  await page.getByRole("dialog").getByLabel("Name of the filter").fill(`Own ${word}`)
  await page.keyboard.press("Enter")
  await filters.getByRole("link", { name: "Mine" }).click()
  await expect(page).toHaveURL("/newsroom?who=me")
  await expect(page.getByText("No story fits")).toBeVisible()
  await filters.getByRole("link", { name: `Own ${word}` }).click()
  await expect(page).toHaveURL(new RegExp(`section=${section}`))
  await expect(page.getByRole("link", { name: `New ${word}` })).toBeVisible()

  await page.getByText("Columns", { exact: true }).click()
  await page.getByRole("checkbox", { name: "Section", exact: true }).uncheck()
  await page.getByRole("checkbox", { name: "Byline", exact: true }).check()
  await page.getByRole("button", { name: "Show these" }).click()
  await expect(page.getByRole("columnheader", { name: "Byline" })).toBeVisible()
  await expect(page.getByRole("columnheader", { name: "Section" })).toHaveCount(0)
  for (const name of ["Another", "Last"]) await storyIn("draft", { section, headline: `${name} ${word}` })
  await page.getByRole("button", { name: "2 stories are new or changed: show them" }).click()
  await page.getByRole("checkbox", { name: `Select Last ${word}` }).check()
  await page.getByRole("checkbox", { name: `Select New ${word}` }).click({ modifiers: ["Shift"] })
  await expect(page.getByRole("region", { name: "What is selected" })).toContainText("3 selected")
  await expectNothing(page, "the newslist with a selection")
  await filters.getByRole("button", { name: `Change the filter Own ${word}` }).click()
  await page.getByRole("button", { name: "Remove filter" }).click()
  await expect(filters.getByRole("link", { name: `Own ${word}` })).toHaveCount(0)
})

test("the palette leads to stories, people, places and acts by words and keys alone, and only to what one may", async ({
  browser,
}) => {
  test.slow()
  const { ada, ben } = await cast()
  const word = rareWord()
  const story = await storyIn("filed", { headline: `Parliament ${word} votes` })
  const page = await atDesk(browser, ben)
  await page.goto("/newsroom/corrections")
  const palette = page.getByRole("dialog", { name: "Find or do" })
  const field = palette.getByRole("combobox")
  await keyUntil(page, "Control+k", palette)
  await expect(field).toBeFocused()
  await expect(palette.getByRole("group", { name: "Acts" }).getByRole("option", { name: "New story" })).toBeVisible()
  await page.keyboard.type(word)
  const option = palette.getByRole("group", { name: "Stories" }).getByRole("option")
  await expect(option).toHaveText([new RegExp(`Parliament ${word} votes`)])
  await expect(option).toHaveAttribute("aria-selected", "true")
  await expect(field).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "")
  await expect(palette.getByRole("status")).toHaveText("1 result")
  await expectNothing(page, "the palette")
  await page.keyboard.press("Enter")
  await expect(bodyOf(page)).toBeVisible()
  await expect(palette).toHaveCount(0)

  // A typing error, and what is open on the screen.
  await bodyOf(page).focus()
  await page.keyboard.press("Control+k")
  await page.keyboard.type(`parlament ${word.slice(0, 9)}x${word.slice(10)}`)
  await expect(option.first()).toContainText(`Parliament ${word} votes`)
  await field.fill("send b")
  await expect(palette.getByRole("option", { name: "Send back this story" })).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("dialog", { name: "Send the story back to its writer" })).toBeVisible()
  await page.keyboard.press("Control+k")
  await expect(palette).toHaveCount(0)
  await page.keyboard.press("Escape")

  // What was chosen lately comes first.
  await page.keyboard.press("Control+k")
  await expect(palette.getByRole("group", { name: "Lately" }).getByRole("option").first()).toContainText(
    /Send back|votes/,
  )
  await page.keyboard.type("com up")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL("/newsroom/coming")
  await page.getByRole("button", { name: "Find or do" }).click()
  await page.keyboard.type(ada.name)
  const people = palette.getByRole("group", { name: "People" }).getByRole("option")
  await expect(people).toHaveCount(1)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/newsroom\?who=Ada/)

  // As fast as somebody can: the first of what is found is meant, though it is not there yet.
  const other = rareWord()
  const quick = await storyIn("draft", { headline: `Quick ${other}` })
  await page.keyboard.press("Control+k")
  await expect(field).toBeFocused()
  await field.fill(other)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(`/newsroom/stories/${quick.id}`)

  const hers = await atDesk(browser, await hire("reporter"))
  await hers.goto(`/newsroom/stories/${story.id}`)
  const own = hers.getByRole("dialog", { name: "Find or do" })
  await keyUntil(hers, "Control+k", own)
  for (const hidden of ["Publish", "Send back", "Webhooks", "People"]) {
    await own.getByRole("combobox").fill(hidden)
    await expect(own.getByRole("option", { name: new RegExp(`^${hidden}`) })).toHaveCount(0)
  }
  await own.getByRole("combobox").fill("sign out")
  await hers.keyboard.press("Enter")
  await expect(hers).toHaveURL(/\/newsroom\/sign-in/)
})

test("without a script the newslist is narrowed by words and has its columns chosen, and shows nothing that would not work", async ({
  browser,
}) => {
  const word = rareWord()
  const { id } = await storyIn("draft", { headline: `Found ${word}` })
  const context = await browser.newContext({ baseURL: ORIGIN, javaScriptEnabled: false })
  await signIn(context, await hire("editor"))
  const page = await context.newPage()
  await page.goto("/newsroom")
  await page.getByRole("searchbox", { name: "Words" }).fill(word)
  await page.getByRole("button", { name: "Show", exact: true }).click()
  await expect(page.getByRole("link", { name: `Found ${word}` })).toHaveAttribute("href", `/newsroom/stories/${id}`)
  await expect(page.getByRole("checkbox", { name: `Select Found ${word}` })).toHaveCount(0)
  await page.getByText("Columns", { exact: true }).click()
  await page.getByRole("checkbox", { name: "Words", exact: true }).uncheck()
  await page.getByRole("button", { name: "Show these" }).click()
  await expect(page.getByRole("columnheader", { name: "Due" })).toBeVisible()
  await expect(page.getByRole("columnheader", { name: "Words" })).toHaveCount(0)
})
