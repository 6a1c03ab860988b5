import { expect, type FileChooser, type Locator, type Page } from "@playwright/test"
import { findings } from "./axe"

// What somebody does who has keys and no mouse, and hears the screen or sees it.

/** Presses these keys, one after the other. After each the focus has to be somewhere, and to be seen there. */
export async function keys(page: Page, ...pressed: string[]) {
  for (const key of pressed) {
    await page.keyboard.press(key)
    await expect.poll(() => whereFocusIs(page), `after ${key} the focus is somewhere, and is seen there`).toBe("seen")
  }
}

/** In words. A text that is written in shows its cursor; what else has the focus has a line around it. */
const whereFocusIs = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return "nowhere"
    if (at.isContentEditable || at.id === "work" || at.tagName === "IFRAME") return "seen"
    const { outlineStyle, outlineWidth, boxShadow, visibility } = getComputedStyle(at)
    const line = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0
    const { width, height } = at.getBoundingClientRect()
    if (visibility === "hidden" || width === 0 || height === 0) return `on something that is not shown: ${at.outerHTML}`
    return line || boxShadow !== "none" ? "seen" : `without a line around ${at.outerHTML.slice(0, 200)}`
  })

/** Presses a key until this has the focus. @returns how often */
export async function until(page: Page, key: "Tab" | "Shift+Tab" | "F6" | "Shift+F6", goal: Locator, most: number) {
  await expect(goal).toBeVisible()
  const there = () => goal.evaluate((element) => element === document.activeElement)
  let times = 0
  while (!(await there())) {
    expect(times, `${key} gets there`).toBeLessThan(most)
    await keys(page, key)
    times++
  }
  return times
}

/** Opens the file chooser of the field that has the focus. A busy browser lets a press pass by now and then, as it does under a hand. */
export async function openChooser(page: Page): Promise<FileChooser> {
  const opened: FileChooser[] = []
  page.once("filechooser", (chooser) => opened.push(chooser))
  await expect(async () => {
    if (!opened.length) await page.keyboard.press("Space")
    await expect.poll(() => opened.length, { timeout: 3_000 }).toBe(1)
  }).toPass()
  return opened[0] as FileChooser
}

/** Axe finds nothing on the screen as it stands, by day and by night. */
export async function nothingFound(page: Page) {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await findings(page), `by ${colorScheme}`).toEqual([])
  }
}
