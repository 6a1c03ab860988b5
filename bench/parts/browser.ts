import { type Browser, type BrowserContext, chromium } from "@playwright/test"
import { chromium as chosen } from "../../server/test/chromium"
import { atLeast, atMost, number, type Outcome, table } from "../figures"
import { readsAs } from "../lighthouse"
import { call } from "../load"
import { inPlace, storyWithPicture } from "../place"
import { ACCEPT } from "../readers"
import { countPage, type Load } from "./browser-count"

/** A phone that many readers have. */
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }
const KB = 1_024
/** These are held to the bars of Lighthouse. */
const JUDGED = ["story", "front", "section", "search", "results"]
/** Results of a search are kept out of search engines, which Lighthouse takes for a mistake. */
const NOT_INDEXED = ["results"]

type Line = Load & { name: string; html: number; identity: number }

/** What a page weighs and asks for as a browser counts it, and what Lighthouse says of it. */
export function browser(): Promise<Outcome> {
  return inPlace({ demo: true }, async (place) => {
    const node = await place.node()
    const story = await storyWithPicture(place.databaseUrl)
    const paths = await pathsOf(node.origin, story)
    const open = await chromium.launch(chosen().launchOptions)
    const lines: Line[] = []
    try {
      for (const [name, path] of Object.entries(paths))
        lines.push(await measure(open, name, new URL(path, node.origin)))
    } finally {
      await open.close()
    }
    const judged = await readsAs(
      JUDGED.map((name) => ({ name, address: new URL(paths[name] ?? "/", node.origin).href })),
    )
    return tell(lines, judged)
  })
}

/** Every kind of page: the story's, and those that it leads to. */
async function pathsOf(origin: string, story: string): Promise<Record<string, string>> {
  const headers = { ...ACCEPT, "accept-encoding": "identity" }
  const { body } = await call({ method: "GET", url: new URL(story, origin), headers })
  const linked = (start: string) => new RegExp(`href="(/${start}/[^"/]+)"`).exec(body.toString())?.[1]
  const [topic, person, section] = [linked("topics"), linked("by"), `/${story.split("/")[1]}`]
  return {
    ...{ story, front: "/", section, search: "/search", results: "/search?q=tram" },
    ...(topic && { topic }),
    ...(person && { person }),
    ...{ corrections: "/corrections", archive: "/archive", missing: `${section}/nothing-here` },
  }
}

async function measure(open: Browser, name: string, url: URL): Promise<Line> {
  const ask = (coding: string) => call({ method: "GET", url, headers: { ...ACCEPT, "accept-encoding": coding } })
  const [packed, plain] = [await ask("br"), await ask("identity")]
  return {
    ...(await inNewBrowser(open, (context) => countPage(context, url.href))),
    ...{ name, html: packed.body.length, identity: plain.body.length },
  }
}

async function inNewBrowser<R>(open: Browser, work: (context: BrowserContext) => Promise<R>): Promise<R> {
  const context = await open.newContext(PHONE)
  try {
    return await work(context)
  } finally {
    await context.close()
  }
}

function tell(lines: readonly Line[], judged: Awaited<ReturnType<typeof readsAs>>): Outcome {
  const kb = (bytes: number) => number(bytes / KB, 1)
  const rows = lines.map((line) => [
    ...[line.name, String(line.requests), kb(line.bytes), kb(line.html), kb(line.identity), kb(line.fonts)],
    ...[kb(line.pictures), kb(line.lead), String(line.scripts), String(line.cookies), String(line.others.length)],
  ])
  const weights = table(
    "A page as Chromium counts it, at 412 px and 1.75 pixels each, nothing cached; KB as they were sent",
    [
      [
        "page",
        "requests",
        "all KB",
        "HTML br",
        "HTML plain",
        "fonts",
        "pictures",
        "lead",
        "scripts",
        "cookies",
        "others",
      ],
      ...rows,
    ],
  )
  const marks = judged.map((one) => [
    ...[one.name, ...Object.values(one.scores).map((score) => number(score * 100))],
    ...[number(one.lcp), number(one.cls, 3), number(one.tbt), one.short.join(", ")],
  ])
  const says = table("Lighthouse, mobile, simulated slow 4G", [
    ["page", "performance", "accessibility", "practices", "SEO", "LCP ms", "CLS", "TBT ms", "not whole"],
    ...marks,
  ])
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0)
  const story = lines.find(({ name }) => name === "story")
  return {
    tables: [weights, says],
    figures: { pages: lines, lighthouse: judged },
    bars: [
      atMost(
        "scripts on all pages",
        sum(({ scripts }) => scripts),
        0,
      ),
      atMost(
        "cookies on all pages",
        sum(({ cookies }) => cookies),
        0,
      ),
      atMost(
        "third parties on all pages",
        sum(({ others }) => others.length),
        0,
      ),
      atMost("story: HTML with its styles, brotli", (story?.html ?? Number.NaN) / KB, 6, "KB", 2),
      atMost("story: fonts", (story?.fonts ?? Number.NaN) / KB, 65, "KB", 1),
      atMost("story: lead picture", (story?.lead ?? Number.NaN) / KB, 60, "KB", 1),
      atMost("story: requests", story?.requests ?? Number.NaN, 7),
      ...judged.flatMap(({ name, scores, lcp, cls, tbt }) => [
        atLeast(`${name}: lowest Lighthouse score`, lowestOf(name, scores) * 100, 100, "", 0),
        atMost(`${name}: LCP`, lcp, 1_200, "ms"),
        atMost(`${name}: CLS`, cls, 0, "", 3),
        atMost(`${name}: TBT`, tbt, 0, "ms"),
      ]),
    ],
  }
}

function lowestOf(name: string, { seo, ...others }: Awaited<ReturnType<typeof readsAs>>[number]["scores"]) {
  return Math.min(...Object.values(others), ...(NOT_INDEXED.includes(name) ? [] : [seo]))
}
