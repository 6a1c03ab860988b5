import { type Browser, expect, type Locator, type Page } from "@playwright/test"
import type { Editor } from "@tiptap/core"
import type { Person } from "@/lib/people/people"
import { findStory } from "@/lib/story/find.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, ORIGIN, signIn, storyIn } from "./newsroom"

// What somebody does at the desk's screens, in the words of those who do it.

/** The screens of the newsroom that are about nothing in particular, behind `/newsroom`. */
export const SCREENS = [
  ...["", "/coming", "/corrections", "/front", "/import", "/related", "/related/packages"],
  ...["/related/many", "/related/changes", "/related/files", "/related/gaps", "/related/graph"],
  ...["/jobs", "/people", "/pictures", "/settings"],
]

/** A browser of their own, signed in. */
export async function atDesk(browser: Browser, person: Person, given: { colorScheme?: "dark" | "light" } = {}) {
  const context = await browser.newContext({ baseURL: ORIGIN, ...given })
  await signIn(context, person)
  return context.newPage()
}

export async function openStory(page: Page, id: string): Promise<void> {
  await page.goto(`/newsroom/stories/${id}`)
  await expect(bodyOf(page)).toBeVisible()
}

/** A draft of Ada's with this body, open before her, the cursor behind its last word. */
export async function adaAt(browser: Browser, body: StoryText["body"]) {
  const { ada } = await cast()
  const story = await storyIn("draft", { body })
  const page = await atDesk(browser, ada)
  await openStory(page, story.id)
  await atEndOfBody(page)
  return { ada, story, page, body: bodyOf(page) }
}

export const bodyOf = (page: Page): Locator => page.getByRole("textbox", { name: "Body", exact: true })
export const headlineOf = (page: Page): Locator => page.getByRole("textbox", { name: "Headline", exact: true })

/**
 * Puts the cursor behind the last word of the body. The editor looks after its own selection for a moment when it gets the focus,
 * and puts the cursor back that somebody moved within it: nobody is as fast as a test.
 */
export async function atEndOfBody(page: Page): Promise<void> {
  await expect(async () => {
    await bodyOf(page).focus()
    await page.keyboard.press("Control+End")
    const behind = await bodyOf(page).evaluate((element: HTMLElement & { editor?: Editor }) => {
      const { doc, selection } = element.editor?.state ?? {}
      return doc && selection && doc.textBetween(selection.head, doc.content.size)
    })
    expect(behind).toBe("")
  }).toPass()
}

export const isSaved = (page: Page) => expect(page.getByRole("status")).toHaveText("Saved")

export async function storyNow(id: string): Promise<Story> {
  const story = await findStory(id)
  if (!story) throw new Error(`There is no story ${id}.`)
  return story
}

/** The line to the server is cut for everything that is saved, until it is mended. */
export async function cutTheLine(page: Page) {
  const isSave = (url: URL) => url.pathname.endsWith("/draft")
  await page.route(isSave, (route) => (route.request().method() === "PATCH" ? route.abort() : route.fallback()))
  return () => page.unroute(isSave)
}

/** The words of each paragraph of a story's body as it is kept now; of another block its kind. */
export const wordsOf = async (id: string): Promise<string[]> =>
  (await storyNow(id)).text.body.map((block) =>
    block.kind === "paragraph" ? block.text.map(({ text }) => text).join("") : block.kind,
  )
