import { expect, test } from "@playwright/test"
import { changeRights } from "@/lib/pictures/edit.server"
import { storePicture } from "@/lib/pictures/store.server"
import { deskRules, findings } from "../axe"
import { adaAt, atDesk, bodyOf, isSaved, openStory, storyNow } from "../desk"
import { cast, paragraph, rareWord, storyIn } from "../newsroom"
import { redAndBlue } from "../unit/pictures/files"

const FREE = { for: "ours" as const, sections: [] as string[], until: null, notIn: [] as string[], note: "" }

async function inLibrary(caption: string, more: { alt?: string; credit?: string } = {}) {
  const { ada } = await cast()
  const bytes = await redAndBlue({ width: 300, height: 200 }).jpeg().toBuffer()
  const stored = await storePicture(ada, bytes, { caption, credit: "Belga", ...more }, { described: false })
  if ("refused" in stored) throw new Error(stored.refused)
  return stored.picture.id
}

test("a picture of the library comes into a story by keyboard: what its rights forbid is told before, what it lacks is asked for", async ({
  browser,
}) => {
  test.slow()
  const { ben } = await cast()
  const word = rareWord()
  const tram = await inLibrary(`The tram ${word}`, { alt: "A tram in the rain" })
  const bare = await inLibrary(`The bridge ${word}`)
  const barred = await inLibrary(`The goal ${word}`, { alt: "A goal" })
  await changeRights(ben, barred, { ...FREE, notIn: ["BELGIUM"] })
  await changeRights(ben, tram, { ...FREE, for: "paper", notIn: ["SPAIN"] })
  const { page, body, story } = await adaAt(browser, [paragraph("It rains.")])
  let fetched = 0
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/pictures")) fetched++
  })

  await page.getByRole("button", { name: "Picture", exact: true }).press("Enter")
  const dialog = page.getByRole("dialog", { name: "A picture" })
  await expect(dialog.getByLabel("File")).toBeFocused()
  expect(fetched, "nothing is fetched before it is wanted").toBe(0)
  await page.keyboard.press("Shift+Tab")
  await expect(dialog.getByRole("button", { name: "From the library" })).toBeFocused()
  await page.keyboard.press("Enter")
  const search = dialog.getByRole("searchbox", { name: "Find a picture" })
  await search.focus()
  await page.keyboard.type(word)
  await expect(dialog.getByRole("status")).toHaveText("3 pictures found.")
  await expect(dialog).toMatchAriaSnapshot(`
    - dialog "A picture":
      - heading "A picture" [level=2]
      - button "Close"
      - group "Where it comes from":
        - button "From this computer"
        - button "From the library" [pressed]
      - text: Find a picture
      - searchbox "Find a picture": ${word}
      - text: State
      - combobox "State"
      - checkbox "Only what this story may show"
      - status: 3 pictures found.
      - list "Pictures found":
        - listitem:
          - 'button /The goal ${word} Belga May not be used here. It may not appear in Belgium/ [disabled]'
        - listitem:
          - button "The bridge ${word} Belga No alternative text yet."
        - listitem:
          - 'button /The tram ${word} Belga For this paper only: it is not handed on to others. Not in Spain./'
  `)
  expect(await findings(page, deskRules({ name: "light", width: 1280, height: 900 }))).toEqual([])

  // What may not be used says so, is read, and is not chosen.
  await page.keyboard.press("ArrowDown")
  await expect(dialog.getByRole("button", { name: /The goal/ })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(dialog.getByRole("status")).toContainText("It may not be used here. It may not appear in Belgium")
  await page.keyboard.press("ArrowRight")
  await expect(dialog.getByRole("button", { name: /The bridge/ })).toBeFocused()
  await page.keyboard.press("ArrowUp")
  await expect(search).toBeFocused()

  // One that nobody has described yet is described now.
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Enter")
  const alt = dialog.getByLabel("Alternative text")
  await expect(alt).toBeFocused()
  await dialog.getByRole("button", { name: "Use picture" }).press("Enter")
  await expect(dialog.getByText("Describe what the picture shows, or mark it as decorative.")).toBeVisible()
  await expect(alt).toBeFocused()
  await page.keyboard.type("A bridge over a river")
  await page.keyboard.press("Tab")
  await dialog.getByRole("button", { name: "Use picture" }).press("Enter")
  await expect(dialog).toBeHidden()
  await isSaved(page)
  const [, first] = (await storyNow(story.id)).text.body
  const words = { caption: `The bridge ${word}`, credit: "Belga", alt: "A bridge over a river" }
  expect(first).toMatchObject({ kind: "picture", pictureId: bare, ...words })

  // In its place another one, straight from the block: the caption is the story's, description and credit are the picture's.
  await body.getByRole("button", { name: "From the library" }).press("Enter")
  await expect(search).toBeFocused()
  await page.keyboard.type(`tram ${word}`)
  await expect(dialog.getByRole("status")).toHaveText("1 picture found.")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(dialog.getByRole("button", { name: "Use picture" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(dialog).toBeHidden()
  await isSaved(page)
  const [, second] = (await storyNow(story.id)).text.body
  expect(second).toMatchObject({ pictureId: tram, caption: `The bridge ${word}`, alt: "A tram in the rain" })
  await expect(body.getByRole("img", { name: "A tram in the rain" })).toBeVisible()
})

test("a poster whose rights have ended says so in the editor, as a picture does; what is not found says what to try", async ({
  browser,
}) => {
  const { ben } = await cast()
  const id = await inLibrary(rareWord(), { alt: "A poster" })
  const embed = { kind: "embed" as const, id: rareWord(), provider: "vimeo" as const, item: "76979871", pictureId: id }
  const story = await storyIn("draft", { body: [paragraph("Look."), embed] })
  await changeRights(ben, id, { ...FREE, until: new Date(Date.now() - 1_000) })
  const page = await atDesk(browser, ben)
  await openStory(page, story.id)
  const frame = bodyOf(page).getByRole("group", { name: "Embed" })
  await expect(frame.getByRole("img", { name: "The poster" })).toBeVisible()
  await expect(frame).toContainText("This picture may not be used. Its rights end on")

  await frame.getByRole("button", { name: "Replace poster" }).click()
  const dialog = page.getByRole("dialog", { name: "A picture" })
  await dialog.getByRole("button", { name: "From the library" }).click()
  const nothing = rareWord()
  await dialog.getByRole("searchbox", { name: "Find a picture" }).fill(nothing)
  await expect(dialog.getByRole("status")).toHaveText(
    `No picture fits “${nothing}”. Try fewer words, or another state.`,
  )
  await page.route("**/api/v1/pictures?*", (route) => route.abort())
  await dialog.getByRole("checkbox", { name: "Only what this story may show" }).check()
  await expect(dialog.getByRole("alert")).toContainText("The server cannot be reached.")
})
