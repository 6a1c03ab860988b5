import { setTimeout as sleep } from "node:timers/promises"
import { expect, type Page, type Route } from "@playwright/test"
import type { Editor } from "@tiptap/core"
import { bodyOf, headlineOf } from "./desk"

/** Numbers that look like chance, the same for the same seed: from 0 up to, and without, what is given. */
export function chance(seed: number) {
  let state = seed * 2_654_435_761 + 1
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Chance = ReturnType<typeof chance>

/** What the line between a screen and the server does to a save. */
export const FAULTS = ["cut", "lost", "late", "doubled", "sick", "slow", "signed out"] as const
export type Fault = (typeof FAULTS)[number]

/** A line that does what it is told to every save of a page. `slow`: how long a slow answer takes, in milliseconds. */
export async function lineOf(page: Page, pick: Chance, slow = 5_000) {
  let fault: Fault | null = null
  // Being slow is what this line is for: nothing waits here for something else to be done.
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { ref: false })
  const WAYS: Record<Fault, (route: Route) => Promise<unknown>> = {
    cut: (route) => route.abort(),
    lost: async (route) => {
      await route.fetch()
      await route.abort()
    },
    late: async (route) => {
      const response = await route.fetch()
      await pause(200 + pick(1_500))
      await route.fulfill({ response })
    },
    doubled: async (route) => {
      const response = await route.fetch()
      void pause(200 + pick(1_500)).then(() => route.fetch().catch(() => undefined))
      await route.fulfill({ response })
    },
    sick: (route) => route.fulfill({ status: 503, body: "One moment, please" }),
    slow: async (route) => {
      await pause(slow)
      await route.continue()
    },
    "signed out": (route) =>
      route.fulfill({
        ...{ status: 401, contentType: "application/problem+json" },
        body: JSON.stringify({ type: "urn:standfirst:problem:signed-out", detail: "Nobody is signed in." }),
      }),
  }
  await page.route(
    (url) => url.pathname.endsWith("/draft"),
    async (route) => {
      const way = fault && route.request().method() === "PATCH" ? WAYS[fault] : (one: Route) => one.fallback()
      // A page that was closed meanwhile takes no answer.
      await way(route).catch(() => undefined)
    },
  )
  return (next: Fault | null) => {
    fault = next
  }
}

/** What a robot has typed, as it should stand. */
export type Typed = { headline: string; body: string[] }

/**
 * A writer who types in the headline and in paragraphs of the body, anywhere in them, takes letters back and begins new paragraphs. After
 * every stroke the text and the caret have to be where typing puts them.
 */
export function robotAt(page: Page, pick: Chance, typed: Typed) {
  let at: { place: "headline" | number; offset: number } = { place: "headline", offset: typed.headline.length }
  const words = () => (at.place === "headline" ? typed.headline : (typed.body[at.place] ?? ""))
  const set = (text: string) => {
    if (at.place === "headline") typed.headline = text
    else typed.body[at.place] = text
  }

  async function goSomewhere() {
    const place = pick(3) === 0 ? "headline" : pick(typed.body.length)
    const text = place === "headline" ? typed.headline : (typed.body[place] ?? "")
    at = { place, offset: pick(3) > 0 ? text.length : 0 }
    if (place === "headline") {
      await headlineOf(page).focus()
      await page.keyboard.press(at.offset ? "Control+End" : "Control+Home")
    } else await placeCaret(page, place, at.offset)
  }

  async function type() {
    const word = Array.from({ length: 1 + pick(8) }, () => String.fromCharCode(97 + pick(26))).join("")
    await page.keyboard.type(word, { delay: pick(3) * 10 })
    set(words().slice(0, at.offset) + word + words().slice(at.offset))
    at.offset += word.length
  }

  async function takeBack() {
    const count = Math.min(at.offset, 1 + pick(3))
    for (let back = 0; back < count; back++) await page.keyboard.press("Backspace")
    set(words().slice(0, at.offset - count) + words().slice(at.offset))
    at.offset -= count
  }

  async function begin() {
    if (at.place === "headline" || typed.body.length > 5) return type()
    await page.keyboard.press("Enter")
    typed.body.splice(at.place, 1, words().slice(0, at.offset), words().slice(at.offset))
    at = { place: at.place + 1, offset: 0 }
  }

  return {
    async stroke() {
      const what = pick(10)
      if (what < 2) await goSomewhere()
      else if (what === 2) await takeBack()
      else if (what === 3) await begin()
      else await type()
      // The editor hears of a moved caret a moment after the browser moved it.
      const caret = at.place === "headline" ? at.offset : [at.place, at.offset]
      await expect
        .poll(() => shown(page), { intervals: [0, 20, 50, 100], timeout: 30_000 })
        .toEqual({ ...typed, caret })
    },
    goSomewhere,
  }
}

/** Puts the caret into a paragraph, as a click into it does. The editor looks after its own selection for a moment when it gets the focus. */
async function placeCaret(page: Page, index: number, into: number) {
  await bodyOf(page).focus()
  await expect(async () => {
    await bodyOf(page).evaluate(
      (element: HTMLElement & { editor?: Editor }, [index, into]) => {
        const { editor } = element
        let from = 0
        editor?.state.doc.forEach((_node, offset, at) => {
          if (at === index) from = offset + 1 + into
        })
        editor?.commands.setTextSelection(from)
      },
      [index, into] as const,
    )
    expect((await shown(page)).caret).toEqual([index, into])
  }).toPass({ intervals: [20] })
}

/** What stands on the screen, and where the caret is. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement
    const headline = document.querySelector<HTMLTextAreaElement>("textarea")
    const { editor } = document.querySelector("#body-text") as HTMLElement & { editor?: Editor }
    if (!editor || !headline) throw new Error("This is not a story's screen.")
    const { doc, selection } = editor.state
    const body: string[] = []
    doc.forEach((node) => void body.push(node.textContent))
    const caret =
      field === headline ? headline.selectionStart : [selection.$head.index(0), selection.$head.parentOffset]
    return { headline: headline.value, body, caret }
  })
