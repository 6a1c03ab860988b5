import { readdirSync, readFileSync } from "node:fs"
import { type Browser, chromium, expect, type Page, test } from "@playwright/test"
import type { Editor } from "@tiptap/core"
import { chromium as chosen } from "@/server/test/chromium"
import { bodyOf, headlineOf, isSaved } from "../desk"
import { chance, FAULTS, lineOf, robotAt } from "../robot"
import { signIn } from "./browser"
import { deskAt, type Told } from "./desk"
import { childrenOf, killHard, newPlace, type Place, recovers, type Start, serving, start, stop } from "./start"

// Typing robots against lines that fail and processes that are killed. Nothing that they typed may be missing in the end.

/** How many runs, from which seed on, how many at a time, and for how many minutes two robots share a story. The whole: ROBOTS=200 ROBOT_MINUTES=10. */
const RUNS = Number(process.env.ROBOTS ?? 20)
const FROM = Number(process.env.ROBOT_FROM ?? 1)
const AT_ONCE = 5
const MINUTES = Number(process.env.ROBOT_MINUTES ?? 3)
const STROKES = 24

let place: Place
let paper: Start
let desk: ReturnType<typeof deskAt>

test.beforeAll(async () => {
  test.setTimeout(240_000)
  place = await newPlace()
  paper = await serving(start(place))
  desk = deskAt(paper.origin, place)
})

test.afterAll(async () => {
  if (paper) await stop(paper)
  place?.remove()
})

/** A browser of somebody's who is signed in. */
async function signedIn(browser: Browser, email: string) {
  const context = await browser.newContext({ baseURL: paper.origin })
  await signIn(await context.newPage(), paper, place, email)
  return context
}

/** Opens a story, though processes are killed meanwhile: a screen that breaks asks again by itself, an address that nobody answers does not. */
async function open(page: Page, { id }: Told) {
  await expect(async () => {
    // Of a page whose server dies in the middle of it a browser may wait for the end for ever.
    await page.goto(`${paper.origin}/newsroom/stories/${id}`, { timeout: 20_000, waitUntil: "commit" })
    await expect(bodyOf(page)).toBeVisible({ timeout: 20_000 })
  }).toPass({ timeout: 180_000 })
}

type Words = Told & { headline: string; body: { text: { text: string }[] }[] }

/** The story as the server has it, whoever was killed a moment ago. */
const storyNow = (story: Told) => until(() => desk.read(story) as Promise<Words>)

/** Asks until somebody answers. */
async function until<T>(asked: () => Promise<T>): Promise<T> {
  const answers: T[] = []
  let why: unknown
  const asking = async () => {
    answers.push(
      ...(await asked().then(
        (one) => [one],
        (error) => {
          why = error
          return []
        },
      )),
    )
    return answers.length
  }
  await expect
    .poll(asking, { timeout: 60_000 })
    .toBeGreaterThan(0)
    .catch((error) => {
      throw new Error(`Nobody answered for a minute: ${why}`, { cause: error })
    })
  return answers[0] as T
}

const wordsOf = ({ body }: Words) => body.map(({ text }) => text.map((run) => run.text).join(""))

/** Kills one process after the other, a few seconds apart, until it is told to stop. */
function killing(pick: (below: number) => number) {
  let ended = false
  let killed = 0
  const loop = async () => {
    while (!ended) {
      await new Promise((done) => setTimeout(done, 6_000 + pick(6_000)))
      const victim = ["next", "postgres", "front"][pick(3)] ?? ""
      const { [victim]: child } = await childrenOf(place)
      if (!ended && killHard(child)) killed++
    }
  }
  const running = loop()
  return async () => {
    ended = true
    await running
    await recovers(paper)
    return killed
  }
}

test(`${RUNS} runs of a typing robot, each with faults of its own, while processes are killed`, {
  tag: "@soak",
}, async ({ browser }) => {
  test.setTimeout(60 * 60_000)
  const context = await signedIn(browser, "ben@demo.test")
  const stop = killing(chance(99))
  const seeds = Array.from({ length: RUNS }, (_, run) => FROM + run)
  const wrong: string[] = []
  const worker = async () => {
    for (let seed = seeds.shift(); seed; seed = seeds.shift()) {
      const page = await context.newPage()
      await run(page, seed).catch(async (error) => void wrong.push(`seed ${seed}: ${error}\n${await standing(page)}`))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const killed = await stop()
  await context.close()
  expect(wrong).toEqual([])
  test.info().annotations.push({ type: "killed", description: `${killed} processes` })
  if (RUNS > 50) expect(killed).toBeGreaterThan(10)
})

async function run(page: Page, seed: number) {
  const pick = chance(seed)
  const made = await storyNow(await until(() => desk.write("Robot", "world")))
  await open(page, made)
  const typed = { headline: made.headline, body: wordsOf(made) }
  const line = await lineOf(page, pick)
  const robot = robotAt(page, pick, typed)
  await robot.goSomewhere()
  for (let stroke = 0; stroke < STROKES; stroke++) {
    if (stroke % 5 === 0) line(pick(3) ? (FAULTS[pick(FAULTS.length)] ?? null) : null)
    await robot.stroke()
  }
  line(null)
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event("online")))
    await expect(page.getByRole("status")).toHaveText("Saved", { timeout: 2_000 })
  }).toPass({ timeout: 120_000 })
  const now = await storyNow(made)
  expect({ headline: now.headline, body: wordsOf(now) }).toEqual(typed)
  await page.close()
}

test(`two robots in one story for ${MINUTES} minutes, while processes are killed: every word of both is there`, {
  tag: "@soak",
}, async ({ browser }) => {
  test.setTimeout((MINUTES + 10) * 60_000)
  const story = await desk.write("Two robots", "world")
  const stop = killing(chance(5))
  const ends = Date.now() + MINUTES * 60_000
  const logs = await Promise.all(
    ["ada@demo.test", "ben@demo.test"].map(async (email, who) => {
      const page = await (await signedIn(browser, email)).newPage()
      await open(page, story)
      const pick = chance(who + 40)
      const line = await lineOf(page, pick)
      const log: string[] = []
      while (Date.now() < ends) {
        if (log.length % 6 === 0) line(pick(4) ? null : (FAULTS[pick(FAULTS.length)] ?? null))
        const word = `${"ab"[who]}${log.length}q`
        if (await typeWord(page, pick, word)) log.push(word)
      }
      line(null)
      await settle(page)
      return log
    }),
  )
  const killed = await stop()
  const text = wordsOf(await storyNow(story)).join(" ")
  for (const log of logs) {
    expect(log.length).toBeGreaterThan(MINUTES * 10)
    expect(
      log.filter((word) => !text.includes(`${word} `)),
      text,
    ).toEqual([])
  }
  expect(killed).toBeGreaterThan(MINUTES * 3)
})

/** What is to be seen, for whoever looks for the reason. */
const standing = (page: Page) =>
  page
    .evaluate(() => `${location.href}\n${document.body.innerText.slice(0, 600)}`)
    .catch((error) => `${page.url()}: ${error}`)

/** Types a word at the end of some paragraph; false while both texts are shown, where the writer first keeps both. */
async function typeWord(page: Page, pick: (below: number) => number, word: string) {
  if (await keepBoth(page)) return false
  const put = await bodyOf(page)
    .evaluate(
      (element: HTMLElement & { editor?: Editor }, pick) => {
        const { editor } = element
        if (!editor) return false
        // At once, as a click does: the editor's own command takes the focus with the next frame, and the first key may be faster.
        editor.view.focus()
        const places: number[] = []
        editor.state.doc.forEach((node, offset) => void places.push(offset + node.nodeSize - 1))
        const at = places[pick % places.length] ?? 1
        return editor.chain().focus().setTextSelection(at).insertContent(" ").run()
      },
      pick(1_000),
      { timeout: 2_000 },
    )
    .catch(() => false)
  if (!put) return false
  // As fast as fingers, and as slow as those of somebody who thinks.
  await page.keyboard.type(`${word} `, { delay: 15 + pick(200) })
  return true
}

/** Where both changed the same words: looks at both texts, and keeps both. */
async function keepBoth(page: Page) {
  const look = page.getByRole("button", { name: "Look at both texts" })
  if (!(await look.isVisible())) return false
  await look.click()
  await page.getByRole("button", { name: "Save this choice" }).click()
  return true
}

async function settle(page: Page) {
  await expect(async () => {
    await keepBoth(page)
    await page.evaluate(() => dispatchEvent(new Event("online")))
    await expect(page.getByRole("status"), await standing(page)).toHaveText("Saved", { timeout: 2_000 })
  }).toPass({ timeout: 120_000 })
}

test("a browser that is killed while nothing can be saved: at most 300 ms of typing are gone, and the rest is offered", async () => {
  const profile = await newPlace()
  const { launchOptions } = chosen()
  const launch = async () => {
    const server = await chromium.launchPersistentContext(profile.folder, { ...launchOptions, baseURL: paper.origin })
    return { context: server, page: await server.newPage() }
  }
  try {
    const story = await desk.write("Killed", "world")
    const first = await launch()
    await signIn(first.page, paper, place, "ben@demo.test")
    await open(first.page, story)
    const line = await lineOf(first.page, chance(3))
    line("cut")
    await headlineOf(first.page).fill("")
    const typed: { letter: string; at: number }[] = []
    for (let count = 0; count < 120; count++) {
      const letter = String.fromCharCode(97 + (count % 26))
      await first.page.keyboard.type(letter)
      typed.push({ letter, at: Date.now() })
    }
    const browser = pidOf(profile.folder)
    const killedAt = Date.now()
    process.kill(browser, "SIGKILL")
    await first.context.close().catch(() => undefined)

    const second = await launch()
    await open(second.page, story)
    await second.page.getByRole("button", { name: "Look at both texts" }).click({ timeout: 30_000 })
    await second.page.getByRole("button", { name: "All of mine" }).click()
    await second.page.getByRole("button", { name: "Save this choice" }).click()
    await isSaved(second.page)
    const { headline } = await storyNow(story)
    const all = typed.map(({ letter }) => letter).join("")
    expect(all.startsWith(headline)).toBe(true)
    const lost = typed.slice(headline.length)
    test.info().annotations.push({ type: "lost", description: `${lost.length} letters` })
    expect(lost.filter(({ at }) => at < killedAt - 300)).toEqual([])
    await second.context.close()
  } finally {
    profile.remove()
  }
})

/** The browser that works in a profile: the process that is no child of another such. */
function pidOf(profile: string): number {
  const said = (pid: string, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "utf8")
    } catch {
      return ""
    }
  }
  const found = readdirSync("/proc").find((pid) => {
    const command = /^\d+$/.test(pid) ? said(pid, "cmdline") : ""
    return command.includes(`--user-data-dir=${profile}`) && !command.includes("--type=")
  })
  if (!found) throw new Error("The browser's process was not found.")
  return Number(found)
}
