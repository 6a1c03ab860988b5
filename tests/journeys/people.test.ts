import { expect } from "@playwright/test"
import { test } from "../in-browsers"
import { hire, ORIGIN, rareWord, signIn, storyIn } from "../newsroom"

test("Cleo adds somebody, who chooses a password at the one-time address and is in", async ({
  page,
  context,
  browser,
}) => {
  const word = rareWord()
  await signIn(context, await hire("admin"))
  await page.goto("/newsroom/people")
  await page.getByRole("button", { name: "Add person" }).click()
  const dialog = page.getByRole("dialog", { name: "Add person" })
  await dialog.getByLabel("Name").fill(`Dora ${word}`)
  await dialog.getByLabel("Email").fill(`${word}@test.invalid`)
  await dialog.getByRole("button", { name: "Add person" }).click()
  const address = await dialog.getByLabel("One-time address").inputValue()
  await dialog.getByRole("button", { name: "Done" }).click()
  await page.getByLabel("Words").fill(word)
  await expect(page).toHaveURL(`/newsroom/people?q=${word}&state=`)
  await expect(page.getByText("1 person, show all")).toBeVisible()
  const row = page.getByRole("row").filter({ hasText: word })
  await expect(row).toContainText("Has not chosen a password")

  const theirs = await (await browser.newContext({ baseURL: ORIGIN })).newPage()
  await theirs.goto(address)
  await theirs.getByLabel("New password").fill("six quiet barges at dawn")
  await theirs.getByRole("button", { name: "Save and sign in" }).click()
  await expect(theirs).toHaveURL(`${ORIGIN}/newsroom`)
  await theirs.goto(address)
  await expect(theirs.getByRole("heading", { name: "This address opens nothing any more" })).toBeVisible()

  await row.getByRole("button", { name: `Change Dora ${word}` }).click()
  const change = page.getByRole("dialog")
  await change.getByLabel("Name").fill(`<Dora ${word}`)
  await change.getByRole("button", { name: "Change name" }).click()
  await expect(change.getByRole("alert")).toContainText("A name has no < or >")
  await change.getByLabel("Name").fill(`Dorah ${word}`)
  await change.getByRole("button", { name: "Change name" }).click()
  await expect(change.getByText(`The name is now Dorah ${word}.`)).toBeVisible()
  await change.getByRole("button", { name: "Disable" }).click()
  await expect(page.getByRole("status").filter({ hasText: "is disabled" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(row).toContainText("Disabled")
  await theirs.goto("/newsroom")
  await expect(theirs).toHaveURL(/\/newsroom\/sign-in/)
})

test("the list of people has pages, and is narrowed by words and state", async ({ page, context }) => {
  const word = rareWord()
  const crowd = Array.from({ length: 51 }, (_, at) => ({
    name: `${word} ${at + 100}`,
    ...(at === 7 && { disabled: true as const }),
  }))
  await Promise.all(crowd.map((one) => hire("reporter", one)))
  await signIn(context, await hire("admin"))
  await page.goto(`/newsroom/people?q=${word}`)
  const rows = page.getByRole("row").filter({ hasText: word })
  await expect(rows).toHaveCount(50)
  await expect(page.getByText("51 people")).toBeVisible()
  await page.getByRole("link", { name: "Next page" }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`${word} 150`)
  await expect(page.getByText("Page 2 of 2")).toBeVisible()
  await page.getByLabel("State").selectOption("Disabled")
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`${word} 107`)
  // Whoever no longer fits what is shown stays in the dialog until it is closed.
  await rows.getByRole("button", { name: "Change" }).click()
  await page.getByRole("button", { name: "Enable" }).click()
  await expect(page.getByRole("status").filter({ hasText: "may sign in" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(page.getByText("Nobody fits")).toBeVisible()
})

test("a reporter is told whom to ask about people, and sees no list", async ({ page, context }) => {
  await signIn(context, await hire("reporter"))
  await page.goto("/newsroom/people")
  await expect(page.getByText("Administrators keep the list of people")).toBeVisible()
  await expect(page.getByRole("button", { name: "Add person" })).toHaveCount(0)
})

test("a token is shown once, works, and ends", async ({ page, context, request }) => {
  await signIn(context, await hire("reporter"))
  await page.goto("/newsroom/settings")
  const name = `program ${rareWord()}`
  await page.getByLabel("What will use the token").fill(name)
  await page.getByRole("button", { name: "Create token" }).click()
  const token = await page.getByLabel("Token", { exact: true }).inputValue()
  const ask = () => request.get("/api/v1/stories", { headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).status()).toBe(200)
  await page.reload()
  await expect(page.getByText(name)).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await page.getByRole("button", { name: `End ${name}` }).click()
  await expect(page.getByText("The token is ended.")).toBeVisible()
  expect((await ask()).status()).toBe(401)
})

test("Ada changes her password and stays signed in here alone", async ({ page, context, browser }) => {
  const ada = await hire("reporter")
  await signIn(context, ada)
  const other = await browser.newContext({ baseURL: ORIGIN })
  await signIn(other, ada)
  await page.goto("/newsroom/settings")
  await page.getByLabel("Present password").fill("four calm herons upstream")
  await page.getByLabel("New password").fill("six quiet barges at dawn")
  await page.getByRole("button", { name: "Change password" }).click()
  await expect(page.getByText("Your password is changed.")).toBeVisible()
  await page.reload()
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible()
  expect((await other.request.get("/newsroom/settings", { maxRedirects: 0 })).status()).toBe(307)
  await other.close()
})

test("Cleo adds a section and a topic, renames one, and removes a section that nothing is in", async ({
  page,
  context,
}) => {
  const word = rareWord()
  await signIn(context, await hire("admin"))
  await page.goto("/newsroom/settings")
  await page.getByLabel("New topic").fill(`Topic ${word}`)
  await page.getByRole("button", { name: "Add topic" }).click()
  await page
    .getByRole("listitem")
    .filter({ hasText: word })
    .getByRole("button", { name: `Rename Topic ${word}` })
    .click()
  await page.getByLabel(`Name of the topic /topic-${word}`).fill(`Subject ${word}`)
  await page.getByRole("region", { name: "Topics" }).getByRole("button", { name: "Save" }).click()
  await expect(page.getByLabel(`Name of the topic /topic-${word}`)).toHaveValue(`Subject ${word}`)
  await page.getByLabel("New section").fill(`Section ${word}`)
  await page.getByRole("button", { name: "Add section" }).click()
  const sections = page.getByRole("region", { name: "Sections", exact: true })
  const added = sections.getByRole("listitem").filter({ hasText: `Section ${word}` })
  await expect(added).toBeVisible()
  await added.getByRole("button", { name: `Remove Section ${word}` }).click()
  await expect(page.getByText(`The section /section-${word} is removed.`)).toBeVisible()
  await expect(page.getByText(`Section ${word}`)).toHaveCount(0)
  const { text } = await storyIn("published")
  await page.reload()
  const row = sections.getByRole("listitem").filter({ hasText: `/${text.section}` })
  await row.getByRole("button", { name: /^Remove/ }).click()
  await expect(page.getByRole("alert").filter({ hasText: "Stories are in this section" })).toBeVisible()
  await expect(row).toBeVisible()
})
