import { type BrowserContext, chromium, type Page } from "@playwright/test"
import type { Editor } from "@tiptap/core"
import { chromium as chosen } from "../../server/test/chromium"
import { bodyOf } from "../../tests/desk"
import { bearerOf, hire, paragraph, signIn, storyIn } from "../../tests/newsroom"
import { atMost, median, number, type Outcome, quantile, table } from "../figures"
import { load } from "../load"
import { inPlace } from "../place"
import { cpuOf, spentBetween, sumOf } from "../processes"
import { LOOKS, SAVES } from "../sizes"

const KB = 1_024
const WORDS = 5_000
const SENTENCE = "The lock keeper said that the water had never stood as high in all the years of the canal. "

/** What a writer waits for: the script of the editor's page, the first key, each key in a long story, and what a save costs. */
export function writing(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const node = await place.node()
    const ben = await hire("editor")
    const perBlock = SENTENCE.trim().split(" ").length * 3
    const body = Array.from({ length: Math.ceil(WORDS / perBlock) }, () => paragraph(SENTENCE.repeat(3).trim()))
    const story = await storyIn("draft", { body })
    const address = `${node.origin}/newsroom/stories/${story.id}`
    const open = await chromium.launch(chosen().launchOptions)
    const inContext = async <R>(work: (context: BrowserContext) => Promise<R>) => {
      const context = await open.newContext({ baseURL: node.origin, viewport: { width: 1280, height: 900 } })
      try {
        await signIn(context, ben)
        return await work(context)
      } finally {
        await context.close()
      }
    }
    try {
      const firsts = []
      for (let look = 0; look < Math.max(1, LOOKS / 12); look++)
        firsts.push(await inContext(async (context) => firstKey(await context.newPage(), address)))
      const keys = await inContext(async (context) => keysIn(await context.newPage(), address, LOOKS * 5))
      const save = await savesOf(node.origin, [node.pid, place.pid()], body, (await bearerOf(ben)).authorization)
      return tell({ firsts, keys, ...save })
    } finally {
      await open.close()
    }
  })
}

type First = { script: number; milliseconds: number }

/** From asking for the page, with nothing cached, until there is an editor, and from the first key until it stands there. */
async function firstKey(page: Page, address: string): Promise<First> {
  const session = await page.context().newCDPSession(page)
  const kinds = new Map<string, string>()
  let script = 0
  session.on("Network.responseReceived", ({ requestId, type }) => void kinds.set(requestId, type))
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (kinds.get(requestId) === "Script") script += encodedDataLength
  })
  await session.send("Network.enable")
  await session.send("Network.setCacheDisabled", { cacheDisabled: true })
  // The page itself looks at the clock: a program that drives a browser takes a quarter of a second to find an editor.
  await page.addInitScript(() => {
    const times = { there: 0, pressed: 0, shown: 0 }
    Object.assign(window, { times })
    new MutationObserver(() => {
      times.there ||= document.querySelector("#body-text") ? performance.now() : 0
      if (!times.pressed) return
      requestAnimationFrame(() => {
        times.shown ||= document.querySelector("#body-text")?.textContent?.includes("canal.x") ? performance.now() : 0
      })
    }).observe(document, { childList: true, subtree: true, characterData: true })
    addEventListener("keydown", ({ timeStamp }) => Object.assign(times, { pressed: timeStamp }), true)
  })
  await page.goto(address, { waitUntil: "commit" })
  await bodyOf(page).waitFor()
  await atEnd(page)
  await page.keyboard.type("x")
  await bodyOf(page).getByText("canal.x").first().waitFor()
  const { there, pressed, shown } = await page.evaluate(
    () => (window as unknown as { times: { there: number; pressed: number; shown: number } }).times,
  )
  const milliseconds = there + shown - pressed
  await page.waitForLoadState("networkidle")
  return { script, milliseconds }
}

/** The caret behind the last word, at once: the editor's own command takes the focus with the next frame, and a program's key is faster. */
const atEnd = (page: Page) =>
  bodyOf(page).evaluate((element: HTMLElement & { editor?: Editor }) => {
    if (!element.editor) throw new Error("There is no editor.")
    element.editor.commands.setTextSelection(element.editor.state.doc.content.size - 1)
    element.editor.view.focus()
  })

/** From the key to behind the frame that shows it, in milliseconds. */
async function keysIn(page: Page, address: string, count: number): Promise<number[]> {
  await page.goto(address)
  await atEnd(page)
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    addEventListener(
      "keydown",
      async ({ timeStamp }) => {
        const channel = new MessageChannel()
        const after = new Promise((done) => {
          channel.port1.onmessage = () => done(performance.now())
        })
        requestAnimationFrame(() => channel.port2.postMessage(null))
        times.push(Number(await after) - timeStamp)
      },
      true,
    )
  })
  for (let key = 0; key < count; key++) await page.keyboard.type(key % 6 ? "e" : " ", { delay: 40 })
  return page.evaluate(() => (window as unknown as { times: number[] }).times)
}

/** Saves of one paragraph in the long story, as the editor asks for them: bytes sent with their headers, and CPU of all processes. */
async function savesOf(origin: string, roots: readonly number[], body: ReturnType<typeof paragraph>[], bearer: string) {
  const story = await storyIn("draft", { body })
  const url = new URL(`/api/v1/stories/${story.id}/draft`, origin)
  const [, , changed] = body
  let revision = story.revision
  const next = (index: number) => {
    const put = [{ ...changed, text: [{ text: `${SENTENCE.repeat(3)} Save ${index}.` }] }]
    const headers = {
      ...{ authorization: bearer, "content-type": "application/json", "idempotency-key": `bench-tab-${revision}` },
      ...{ "user-agent": "x".repeat(110), accept: "*/*", "accept-language": "en-GB,en;q=0.9", cookie: "x".repeat(80) },
    }
    return {
      method: "PATCH" as const,
      url,
      headers,
      body: JSON.stringify({ revision: revision++, fields: {}, body: { put } }),
    }
  }
  await load(next, 20, 1)
  const count = SAVES
  const before = cpuOf(roots)
  const times = await load(next, count, 1)
  const spent = spentBetween(before, cpuOf(roots))
  const { headers, body: sent } = next(0)
  const head = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
  return {
    saveBytes: Buffer.byteLength(sent) + head + url.pathname.length + 20,
    saveTimes: times,
    saveCpu: spent && sumOf(spent) / count,
  }
}

type Seen = { firsts: First[]; keys: number[]; saveBytes: number; saveTimes: number[]; saveCpu: number | null }

function tell({ firsts, keys, saveBytes, saveTimes, saveCpu }: Seen): Outcome {
  const script = median(firsts.map((one) => one.script)) / KB
  const first = median(firsts.map(({ milliseconds }) => milliseconds))
  const key = quantile(keys, 0.99)
  const rows = [
    ["script over the wire", `${number(script)} KB`],
    ["first key on a cold cache, median", `${number(first)} ms`],
    ["key to paint, median", `${number(median(keys), 1)} ms`],
    ["key to paint, 99 %", `${number(key, 1)} ms`],
    ["a save of one paragraph: sent", `${number(saveBytes)} bytes`],
    ["a save: CPU of all processes", `${number(saveCpu, 1)} ms`],
    ["a save: median", `${number(median(saveTimes), 1)} ms`],
  ]
  return {
    tables: [table(`Writing in a story of ${WORDS} words`, [["what", "is"], ...rows])],
    figures: {
      script,
      first,
      keys: { median: median(keys), p99: key },
      saveBytes,
      saveCpu,
      saveTime: median(saveTimes),
    },
    bars: [
      atMost("editor: script over the wire", script, 350, "KB"),
      atMost("editor: first key on a cold cache", first, 1_500, "ms"),
      atMost("editor: key to paint in 5,000 words, p99", key, 50, "ms"),
      atMost("editor: a save of one paragraph, sent", saveBytes / KB, 4, "KB", 1),
      ...(saveCpu === null ? [] : [atMost("editor: a save of one paragraph, CPU", saveCpu, 30, "ms", 1)]),
    ],
  }
}
