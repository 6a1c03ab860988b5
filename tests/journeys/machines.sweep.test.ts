import { expect, type Page, test } from "@playwright/test"
import { dayAddress, dayAt, monthAddress, yearAddress } from "@/lib/archive/days"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import { fullStory } from "../full-story"
import { hire, rareWord, storyIn } from "../newsroom"
import { mistakesInNinjs } from "../ninjs"
import { pathOf, seen } from "../reader-pages"
import { mistakesIn } from "../schema-org"
import { readXml, within, wordsIn } from "../xml"

const jsonLd = async (page: Page) =>
  JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "")

const textsOf = (page: Page, selector: string) => page.locator(selector).allTextContents()

/** Every element of a story's body that holds words by itself. */
const BODY = [
  "p",
  "h2",
  "h3",
  "li",
  "caption",
  "td",
  "th",
  ".caption",
  ".credit",
  ".speaker",
  ".pull-quote figcaption",
  ".embed-title",
]
  .flatMap((name) => [`.story-lead ${name}`, `.prose ${name}`])
  .join(", ")

const wordsOf = (texts: readonly string[]) => texts.join(" ").split(/\s+/).filter(Boolean)

test.describe("by schema.org and IPTC", () => {
  // biome-ignore lint/suspicious/noSkippedTests: who does not have the vocabularies runs everything else; .ci/run has them
  test.skip(!process.env.STANDARDS_DIR && !process.env.CI, "STANDARDS_DIR names no folder")

  test("what every kind of page says of itself is in schema.org's words", async ({ page }) => {
    const story = await fullStory()
    const day = dayAt(story.firstPublishedAt ?? new Date())
    const archive = ["/archive", yearAddress(day.year), monthAddress(day.year, day.month), dayAddress(day)]
    const person = story.text.byline[0]?.name.split(" ").at(-1)
    const lists = [
      "/",
      "/search?q=story",
      `/${story.text.section}`,
      `/topics/${story.text.topics[0]}`,
      `/by/${person}`,
      "/corrections",
    ]
    for (const path of [pathOf(story), ...lists, ...archive]) {
      await page.goto(path)
      const data = await jsonLd(page)
      expect(mistakesIn(data), path).toEqual([])
      if (!path.startsWith("/search"))
        expect(data.url, path).toBe(await page.locator('link[rel="canonical"]').getAttribute("href"))
    }
  })

  test("a story's ninjs is valid in both versions, and so is what is left of a withdrawn one", async ({ request }) => {
    for (const story of [await fullStory(), await storyIn("withdrawn")]) {
      const read = async (ending: string) => (await request.get(`${pathOf(story)}.${ending}`)).json()
      expect(mistakesInNinjs("3.1", await read("json"))).toEqual([])
      expect(mistakesInNinjs("2.2", await read("ninjs2.json"))).toEqual([])
    }
  })
})

test("a story's structured data says what is seen on its page", async ({ page }) => {
  const story = await fullStory()
  await page.goto(pathOf(story))
  const data = await jsonLd(page)
  const one = async (selector: string) => (await textsOf(page, selector))[0]
  expect(data.headline).toBe(await one("h1"))
  expect(data.description).toBe(await one(".standfirst"))
  expect(data.articleSection).toBe(await one(".story-head .kicker a"))
  expect(data.dateline).toBe(await one(".dateline"))
  expect(data.author.map(({ name }: { name: string }) => name)).toEqual(await textsOf(page, ".byline a, .byline span"))
  const author = await page.locator(".byline a").getAttribute("href")
  expect(data.author[0].url.endsWith(author)).toBe(true)
  expect(data.keywords).toEqual(await textsOf(page, ".topics a"))
  const times = await page.locator(".dates time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime")))
  expect([data.datePublished, data.dateModified]).toEqual(times)
  expect(data.correction.map(({ text }: { text: string }) => text)).toEqual(await textsOf(page, ".correction-words"))
  expect(data.correction[0].datePublished).toBe(await page.locator(".correction time").getAttribute("datetime"))
  expect(data.image[0]).toMatchObject({ caption: await one(".caption"), creditText: await one(".credit") })
  expect(data.image[0].url.endsWith(await page.locator("figure img").first().getAttribute("src"))).toBe(true)
  expect(data.wordCount).toBe(wordsOf(await textsOf(page, BODY)).length)
  expect(await one(".print-foot")).toContain(`Version ${data.version},`)
})

test("every word of a story's page is in each of its forms, in order", async ({ page, request }) => {
  const story = await fullStory()
  await page.goto(pathOf(story))
  const head = await textsOf(page, "h1, .standfirst, .correction-words, .byline, .dateline")
  const seen = wordsOf([...head, ...(await textsOf(page, `${BODY}, .prose .story-card a`))])
  expect(seen.length).toBeGreaterThan(40)
  const forms = await page
    .locator('link[rel="alternate"]')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute("type"), new URL(link.getAttribute("href") ?? "").pathname]),
    )
  expect(forms).toEqual(
    expect.arrayContaining([
      ["application/json", `${pathOf(story)}.json`],
      ["text/markdown", `${pathOf(story)}.md`],
      ["text/plain", `${pathOf(story)}.txt`],
    ]),
  )
  const readers = { json: ofJson, "ninjs2.json": ofJson, md: ofMarkdown, txt: (text: string) => text }
  for (const [ending, read] of Object.entries(readers)) {
    const said = wordsOf([read(await (await request.get(`${pathOf(story)}.${ending}`)).text())])
    expect(missingFrom(said, seen), ending).toBeNull()
  }
})

/** The first word that does not follow the ones before it; null where all do. */
function missingFrom(said: readonly string[], seen: readonly string[]): string | null {
  let at = 0
  for (const word of seen) {
    const next = said.indexOf(word, at)
    if (next < 0) return `${word}, after ${said.slice(Math.max(0, at - 5), at).join(" ")}`
    at = next + 1
  }
  return null
}

const ofJson = (text: string) => stringsIn(JSON.parse(text)).join("\n")

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value]
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : []
}

/** CommonMark without its marks: an escaped character is itself. */
const ofMarkdown = (text: string) =>
  text.replace(
    /\\([!-/:-@[-`{-~])|\\\n|\]\(<[^>]*>\)|<\/?(?:em|strong)>|!?\[|[*#>]/g,
    (_mark, itself) => itself ?? "\n",
  )

test("a story's forms move with it and go with it, and of a draft there is none", async ({ request }) => {
  const ben = await hire("editor")
  const story = await storyIn("published", { headline: `Moved ${rareWord()}` })
  const draft = await storyIn("draft")
  const slug = rareWord()
  const saved = await saveDraft(ben, story.id, story.revision, { slug })
  if (!("saved" in saved)) throw new Error("not saved")
  const moved = await seen(await perform(ben, "update", story.id, saved.saved.revision))
  const endings = ["json", "ninjs2.json", "md", "txt"]
  for (const ending of endings) {
    const old = await request.get(`${pathOf(story)}.${ending}`, { maxRedirects: 0 })
    expect([old.status(), old.headers().location]).toEqual([308, `/${story.text.section}/${slug}.${ending}`])
    expect((await request.get(`${pathOf(draft)}.${ending}`)).status()).toBe(404)
  }
  const notice = `We took this back: ${rareWord()} & more.`
  await seen(await perform(ben, "withdraw", story.id, moved.revision, { note: notice }))
  for (const ending of endings)
    for (const path of [pathOf(story), `/${story.text.section}/${slug}`]) {
      const gone = await request.get(`${path}.${ending}`, { maxRedirects: 0 })
      const text = await gone.text()
      expect(gone.status(), path).toBe(410)
      expect(ending === "md" ? ofMarkdown(text) : text).toContain(notice)
      expect(text).not.toMatch(/Moved|Why|It is/)
    }
})

test("a story is in the sitemap of its month with its pictures, at the time of its last change, until it is withdrawn", async ({
  page,
  request,
}) => {
  const story = await fullStory()
  await page.goto(pathOf(story))
  const { url, dateModified, image } = await jsonLd(page)
  const entry = async () => {
    const index = await readXml(page, await (await request.get("/sitemap.xml")).text())
    for (const { children } of index.children.filter((file) => wordsIn(file, "sitemap:loc").includes("sitemap-2"))) {
      const [loc, changed] = children
      const file = await readXml(page, await (await request.get(loc?.text ?? "")).text())
      expect(file.children.length).toBeLessThanOrEqual(50_000)
      const found = file.children.find((one) => wordsIn(one, "sitemap:loc") === url)
      if (found) return { found, changed: changed?.text ?? "" }
    }
    return null
  }
  const before = await entry()
  expect(before && wordsIn(before.found, "sitemap:lastmod")).toBe(dateModified)
  expect(Date.parse(before?.changed ?? "")).toBeGreaterThanOrEqual(Date.parse(dateModified))
  const images = within(before?.found ?? { name: "", attributes: {}, children: [], text: "" }, "image:image")
  expect(images.map((one) => wordsIn(one, "image:loc"))).toEqual([image[0].url])
  expect((await request.get(image[0].url)).headers()["content-type"]).toBe("image/jpeg")
  const news = await readXml(page, await (await request.get("/news-sitemap.xml")).text())
  const [item] = news.children.filter((one) => wordsIn(one, "sitemap:loc") === url)
  expect(item && within(item, "news:news").map((one) => wordsIn(one, "news:title"))).toEqual([story.text.headline])
  await seen(await perform(await hire("editor"), "withdraw", story.id, story.revision, { note: "It was wrong." }))
  expect(await entry()).toBeNull()
})

test("the sitemap of pages names every list with something to read, and none without", async ({ page, request }) => {
  const { text } = await fullStory()
  const file = await readXml(page, await (await request.get("/sitemap-pages.xml")).text())
  const paths = file.children.map((one) => new URL(wordsIn(one, "sitemap:loc")).pathname)
  const person = text.byline[0]?.name.split(" ").at(-1)
  expect(paths).toEqual(
    expect.arrayContaining(["/", `/${text.section}`, `/topics/${text.topics[0]}`, `/by/${person}`, "/corrections"]),
  )
  const idle = await hire("reporter")
  expect(paths).not.toContain(`/by/${idle.name.split(" ").at(-1)}`)
})

test("security.txt names a contact and a policy that can be read, and has not expired", async ({ page, request }) => {
  const text = await (await request.get("/.well-known/security.txt")).text()
  const said = Object.fromEntries(
    text
      .trim()
      .split("\n")
      .map((line) => line.split(": ")),
  )
  expect(said.Contact).toMatch(/^mailto:security@/)
  expect(Date.parse(said.Expires)).toBeGreaterThan(Date.now() + 80 * 24 * 60 * 60 * 1_000)
  await page.goto(said.Policy)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reporting a weakness")
  await expect(page.getByRole("link", { name: said.Contact.replace("mailto:", "") })).toBeVisible()
})
