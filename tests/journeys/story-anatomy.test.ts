import { readFile } from "node:fs/promises"
import { brotliCompressSync, constants } from "node:zlib"
import { expect, type Page, test } from "@playwright/test"
import { storePicture } from "@/lib/pictures/store.server"
import { suggest } from "@/lib/related/suggest.server"
import { perform } from "@/lib/story/perform.server"
import { fullStory } from "../full-story"
import { cast, nameOfNobody, openSection, pagesFollow, paragraph, storyIn } from "../newsroom"
import { makeLive, makePaper, takeAway } from "../paper"
import { pathOf, seen } from "../reader-pages"

test.use({ javaScriptEnabled: false })

test("a long story has a list of contents whose links lead to its crossheads", async ({ page }) => {
  await page.goto(pathOf(await fullStory()))
  const contents = page.getByRole("navigation", { name: "In this story" })
  await expect(contents.getByRole("link")).toHaveText(["What then?", "What then?", "Who pays?", "And now?"])
  const anchors = await contents
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")))
  expect(new Set(anchors).size).toBe(4)
  for (const anchor of anchors) await expect(page.locator(anchor ?? "")).toHaveRole("heading")
  await contents.getByRole("link", { name: "Who pays?" }).click()
  await expect(page).toHaveURL(/#who-pays$/)
  await expect(page.getByRole("heading", { name: "Who pays?" })).toBeInViewport()
})

test("an embed is a link with words, and nothing of the other site is asked for", async ({ page }) => {
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).host))
  await page.goto(pathOf(await fullStory()))
  const link = page.getByRole("link", { name: /Elephants at the <zoo>/ })
  await expect(link).toHaveAttribute("href", "https://www.youtube.com/watch?v=jNQXAC9IVRw")
  await expect(link).toContainText("Video on YouTube: opens youtube.com")
  await page.mouse.wheel(0, 5_000)
  expect(new Set(asked)).toEqual(new Set([new URL(page.url()).host]))
})

test("a table that is wider than the screen scrolls by keys, and the page does not", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(pathOf(await fullStory()))
  const table = page.getByRole("region", { name: "What it costs" })
  await expect(table.getByRole("columnheader")).toHaveCount(3)
  await expect(table.getByRole("rowheader")).toHaveText(["Bread", "Milk"])
  await table.focus()
  await expect(table).toBeFocused()
  const scrolled = () => table.evaluate((element) => element.scrollLeft)
  expect(await scrolled()).toBe(0)
  await page.keyboard.press("ArrowRight")
  await expect.poll(scrolled).toBeGreaterThan(0)
})

test("a story card comes and goes with its story", async ({ page }) => {
  const { ben } = await cast()
  const section = (await openSection()).slug
  const other = await storyIn("filed", { section })
  const story = await storyIn("published", {
    section,
    body: [paragraph("Words."), { kind: "relatedStory", id: "a", storyId: other.id }],
  })
  await page.goto(pathOf(story))
  const card = page.locator("article").getByRole("link", { name: other.text.headline })
  await expect(card).toHaveCount(0)
  const published = await seen(await perform(ben, "publish", other.id, other.revision))
  await page.reload()
  await expect(card).toHaveAttribute("href", pathOf(published))
  await seen(await perform(ben, "withdraw", other.id, published.revision, { note: "It never happened." }))
  await page.reload()
  await expect(card).toHaveCount(0)
})

test("a suggestion comes with its reason, and goes by the next request when its story does", async ({ page }) => {
  const { ben } = await cast()
  const section = (await openSection(5)).slug
  const names = [nameOfNobody(), nameOfNobody()].sort()
  const told = () => ({ section, body: [paragraph(`On the quay ${names[0]} waited for ${names[1]}.`)] })
  const story = await storyIn("published", told())
  await suggest({ story: story.id })
  await page.goto(pathOf(story))
  const related = page.getByRole("complementary", { name: "Related news" })
  await expect(related).toHaveCount(0)
  const other = await storyIn("published", told())
  await suggest({ story: other.id })
  await pagesFollow()
  await page.reload()
  await expect(related.getByRole("link")).toHaveText([other.text.headline])
  await expect(related).toContainText(`In both: ${names.join(", ")}`)
  await seen(await perform(ben, "withdraw", other.id, other.revision, { note: "It never happened." }))
  await page.reload()
  await expect(related).toHaveCount(0)
})

test("an old story says so, and related news gives reason and age", async ({ page }) => {
  const paper = await makePaper()
  const earlier = await makeLive(paper, { publishedAt: new Date("2020-01-02T10:00:00Z") })
  const story = await makeLive(paper, {
    publishedAt: new Date("2021-01-02T10:00:00Z"),
    related: [{ story: earlier.id, reason: "Background" }],
  })
  await page.goto(story.address)
  await expect(page.getByText("This story is over a year old. It was published on 2 January 2021.")).toBeVisible()
  const related = page.getByRole("complementary", { name: "Related news" })
  await expect(related).toContainText("Background")
  await expect(related).toContainText(/2 January 2020 \(\d+ years ago\)/)
})

test("who signs as staff leads to the policy on bylines, and an error is reported without an account", async ({
  page,
}) => {
  const story = await makeLive(await makePaper(), { byline: [] })
  await page.goto(story.address)
  await page.getByRole("link", { name: "Staff" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Who writes what you read" })).toBeVisible()
  await page.getByRole("link", { name: "Tell us" }).click()
  await expect(page.getByRole("heading", { name: "Report an error" })).toBeInViewport()
  await expect(page.getByRole("main").getByRole("link", { name: /@/ })).toHaveAttribute("href", /^mailto:/)
})

test("a withdrawn story's related news and cards are nowhere, and its own page holds none of its words", async ({
  request,
}) => {
  const paper = await makePaper()
  const gone = await makeLive(paper, { headline: "Words that are taken back" })
  const story = await makeLive(paper, {
    related: [{ story: gone.id }],
    body: [{ kind: "relatedStory", id: "a", storyId: gone.id }],
  })
  await takeAway(gone.id, "The reason.")
  expect(await (await request.get(story.address)).text()).not.toContain("Words that are taken back")
})

/** A story as long as an agency's usual one (some 430 words), with one picture. */
async function usualStory() {
  const { ada } = await cast()
  const picture = await storePicture(ada, await readFile("prisma/demo/pictures/talks.webp"), {
    ...{ alt: "A table", decorative: false, caption: "", credit: "" },
  })
  if ("refused" in picture) throw new Error(picture.refused)
  const prose = usualWords.map((text, at) => ({ kind: "paragraph" as const, id: `p${at}`, text: [{ text }] }))
  return storyIn("published", {
    headline: "Belgium took part in three days of talks on the closed bridge at Oosterlinde",
    standfirst: "The head of the office spoke for twenty states. The minister calls it administration; others do not.",
    kicker: "News",
    dateline: "Brussels",
    section: (await openSection()).slug,
    byline: [{ personId: ada.id, name: ada.name }, { name: "Belga" }],
    body: [
      ...[
        {
          kind: "picture" as const,
          id: "a",
          pictureId: picture.picture.id,
          caption: "A table set for talks.",
          credit: "Photo: Belga",
          alt: "A table",
        },
      ],
      ...prose.slice(0, 4),
      { kind: "crosshead", id: "c", text: "Officials, not ministers" },
      {
        kind: "quote",
        id: "q",
        text: [{ text: "It is clearly a technical mission, and nothing else." }],
        speaker: "The minister",
      },
      ...prose.slice(4),
      {
        kind: "paragraph",
        id: "l",
        text: [{ text: "It can be read " }, { text: "in full", link: "https://elsewhere.test/full?a=1" }],
      },
    ],
  })
}

const usualWords = [
  "The lock keeper had rung at four in the morning, which was early even for him, and told the harbour office that the lower gate would not close. By six, eleven barges lay one behind another as far as the power station, and the first skippers had lit their stoves.",
  "Nobody had expected it, although the report that the province ordered two winters ago says on its ninth page that the hinges are older than the war. It was put into a drawer, because the money was to come from a fund that was then abolished.",
  "What happens now depends on a part that is made in a single workshop near Liège. The foreman there, a patient woman with a cold, says that forging it takes five days and cooling it takes three, and that no telephone call has ever made steel cool faster.",
  "Meanwhile gravel is being unloaded by crane on to lorries, forty of them for every barge. The village along the towpath counts them. On Tuesday the children of the third class had reached two hundred and six before they were called in for lunch.",
  "The minister for public works visited the lock on Wednesday, wore the helmet that was handed to him and said that lessons would be drawn. Asked which, he named the drawer. It was the only moment in which anybody laughed.",
  "Skippers are paid by the tonne that arrives. Those who wait earn nothing and owe their banks all the same, and so a collection was begun in the chapel of Saint Nicholas, who looks after them. By evening it held four hundred euros, a coil of rope and a cheque from a competitor.",
  "Across the border, where the same river has three locks of the same age, engineers asked for the drawings. They were found in the cellar of the town hall, rolled in oilcloth and perfectly dry, with a note in pencil by the man who had drawn them: to be looked at again in thirty years.",
]

test("a story of usual length with one picture is at most 6 KB with its styles, compressed", async ({ request }) => {
  const answer = await request.get(pathOf(await usualStory()), { headers: { "accept-encoding": "br" } })
  expect(answer.headers()["content-encoding"]).toBe("br")
  const html = withFiveSections(await answer.text())
  expect(html).not.toMatch(/<link[^>]*rel="stylesheet"/)
  expect(html).toContain("<style>")
  // As hard as pages are compressed (server/pages/kept.ts).
  const sent = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
  expect(sent.length).toBeLessThanOrEqual(6_144)
})

/** A page with the menu of a usual paper: other tests have opened dozens of sections in this one. */
function withFiveSections(html: string) {
  return html.replace(/<nav aria-label="(?:Sections|More of the paper)">.*?<\/nav>/gs, (nav) => {
    let sections = 0
    return nav.replace(/<li><a href="\/[a-z0-9-]+"[^>]*>.*?<\/a><\/li>/g, (item) =>
      /href="\/(?:corrections|search)"/.test(item) || ++sections <= 5 ? item : "",
    )
  })
}

test("a printed story of usual length takes one or two pages: no navigation, footnotes, credit, version and address", async ({
  page,
}) => {
  const story = await usualStory()
  await page.goto(pathOf(story))
  await page.emulateMedia({ media: "print" })
  for (const hidden of ["Sections", "More of the paper"])
    await expect(page.getByRole("navigation", { name: hidden })).toBeHidden()
  await expect(page.locator("figcaption .credit").first()).toHaveText("Photo: Belga")
  const foot = page.locator(".print-foot")
  await expect(foot).toBeVisible()
  await expect(foot.getByRole("listitem")).toHaveText(["https://elsewhere.test/full?a=1"])
  await expect(foot).toContainText(/Version 1, .*http.*\/.+/)
  expect(await foot.textContent()).toContain(pathOf(story))
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(2)
})

test("on a printed page every link in the text has the number of its footnote", async ({ page }) => {
  await page.goto(pathOf(await fullStory()))
  await page.emulateMedia({ media: "print" })
  const numbered = await countNumbered(page)
  await expect(page.locator(".print-foot").getByRole("listitem")).toHaveCount(numbered)
  expect(numbered).toBe(2)
})

/** Links of the text that the style sheet gives a number. */
const countNumbered = (page: Page) => page.locator(".prose :is(p, li) a").count()

/** How many pages a PDF has: its page objects (ISO 32000-1, 7.7.3.3). */
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
