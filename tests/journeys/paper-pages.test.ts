import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { makeDraft, makeLive, makePaper, makeVersion, takeAway, word } from "../paper"

test.use({ javaScriptEnabled: false })

const words = (text: string) => [{ text }]

test("a reader without scripts reads a whole story: head, text, picture words, correction, related news", async ({
  page,
}) => {
  const paper = await makePaper()
  const other = await makeLive(paper)
  const draft = await makeDraft(paper)
  const headline = `Talks & “terms” ${word()}`
  const story = await makeLive(paper, {
    headline,
    standfirst: "What was said, and what was not.",
    kicker: "Analysis",
    byline: [{ personId: paper.person.id, name: paper.person.name }],
    body: [
      { kind: "paragraph", id: "a", text: words("The first paragraph.") },
      { kind: "crosshead", id: "b", text: "A crosshead" },
      { kind: "quote", id: "c", text: words("“Curly marks stay”"), speaker: "The minister" },
      {
        kind: "picture",
        id: "d",
        pictureId: null,
        caption: "At the station",
        credit: "Photo: Belga",
        decorative: true,
      },
    ],
    related: [{ story: other.id }, { story: draft.id }],
  })
  await makeVersion(story.id, "correct", {}, "It was three days, not two.")
  const answer = await page.goto(story.address)
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline)
  await expect(page.locator(".standfirst")).toHaveText("What was said, and what was not.")
  await expect(page.locator("article")).toContainText("The first paragraph.")
  await expect(page.locator("article h2")).toHaveText("A crosshead")
  await expect(page.locator("article blockquote")).toHaveText("“Curly marks stay”")
  await expect(page.locator("figcaption .caption")).toHaveText("At the station")
  await expect(page.locator("figcaption .credit")).toHaveText("Photo: Belga")
  await expect(page.getByLabel("Corrections")).toContainText("It was three days, not two.")
  const related = page.getByRole("complementary", { name: "Related news" })
  await expect(related.getByRole("link")).toHaveText([other.headline])
  await page.getByRole("link", { name: paper.person.name }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(paper.person.name)
  await expect(page.getByRole("link", { name: headline })).toBeVisible()
})

test("a story's page agrees with itself: HTML, Open Graph, JSON-LD and feed tell one time and one headline", async ({
  page,
  request,
}) => {
  const paper = await makePaper()
  const story = await makeLive(paper, { publishedAt: new Date("2026-11-20T08:05:09.321Z") })
  await makeVersion(story.id, "update", { headline: "Changed </script> & told" }, "", new Date("2026-11-21T09:00:01Z"))
  await page.goto(story.address)
  const times = page.locator(".story-meta time")
  await expect(times.nth(0)).toHaveAttribute("datetime", "2026-11-20T08:05:09Z")
  await expect(times.nth(1)).toHaveAttribute("datetime", "2026-11-21T09:00:01Z")
  const meta = (property: string) => page.locator(`meta[property="${property}"]`)
  await expect(meta("article:published_time")).toHaveAttribute("content", "2026-11-20T08:05:09Z")
  await expect(meta("article:modified_time")).toHaveAttribute("content", "2026-11-21T09:00:01Z")
  await expect(meta("og:title")).toHaveAttribute("content", "Changed </script> & told")
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "")
  expect(data).toMatchObject({
    headline: "Changed </script> & told",
    datePublished: "2026-11-20T08:05:09Z",
    dateModified: "2026-11-21T09:00:01Z",
  })
  const canonical = await page.locator('link[rel="canonical"]').getAttribute("href")
  expect(canonical).toMatch(new RegExp(`^https?://.*${story.address}$`))
  expect(data.url).toBe(canonical)
  const feed = await (await request.get(`/${paper.section}/feed.xml`)).text()
  expect(feed).toContain("<title>Changed &lt;/script&gt; &amp; told</title>")
  expect(feed).toContain("Fri, 20 Nov 2026 08:05:09 GMT")
  expect(feed).toContain(`<link>${canonical}</link>`)
})

test("addresses answer as they should: 404 never public, 308 moved, 410 withdrawn, to GET and HEAD alike", async ({
  request,
  page,
}) => {
  const paper = await makePaper()
  const story = await makeLive(paper, { headline: `Gone ${word()}` })
  const old = story.address
  const slug = word()
  await makeVersion(story.id, "update", { slug })
  const present = `/${paper.section}/${slug}`
  const moved = await request.get(old, { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([308, present])
  expect((await page.goto(old))?.url()).toContain(present)
  await takeAway(story.id, "We took this story back: its source was not who he said.")
  for (const address of [old, present]) {
    const gone = await request.get(address, { maxRedirects: 0 })
    expect(gone.status()).toBe(410)
    expect(await gone.text()).toContain("its source was not who he said")
    expect(await gone.text()).not.toContain(story.headline)
    expect((await request.head(address, { maxRedirects: 0 })).status()).toBe(410)
  }
  const draft = await makeDraft(paper)
  for (const address of [`/${paper.section}/${draft.slug}`, `/${word()}`, "/a/b/c", `/${paper.section}?page=2`, "/?"]) {
    const expected = address === "/?" ? 200 : 404
    expect((await request.get(address)).status(), address).toBe(expected)
    expect((await request.head(address)).status(), address).toBe(expected)
  }
})

test("no list, feed or sitemap holds a withdrawn story", async ({ request }) => {
  const paper = await makePaper()
  const story = await makeLive(paper, { byline: [{ personId: paper.person.id, name: "Ada" }] })
  const sitemaps = async () => [...(await (await request.get("/sitemap.xml")).text()).matchAll(/sitemap-2[\d-]+\.xml/g)]
  const places = [`/${paper.section}`, `/${paper.section}/feed.xml`, "/news-sitemap.xml", "/feed.json"]
  const textOf = async (path: string) => (await request.get(path)).text()
  const holds = async () => {
    const maps = await Promise.all((await sitemaps()).map(([file]) => textOf(`/${file}`)))
    const texts = [...(await Promise.all(places.map(textOf))), maps.join()]
    return texts.map((text) => text.includes(story.address))
  }
  expect(await holds()).toEqual([true, true, true, true, true])
  await takeAway(story.id, "Withdrawn.")
  expect(await holds()).toEqual([false, false, false, false, false])
})

test("an edit of a live story stays in the newsroom until it is published", async ({ request }) => {
  const paper = await makePaper()
  const story = await makeLive(paper, { headline: "As readers know it" })
  await db.story.update({ where: { id: story.id }, data: { headline: "Not yet for readers", slug: word() } })
  const text = await (await request.get(story.address)).text()
  expect(text).toContain("As readers know it")
  expect(text).not.toContain("Not yet for readers")
})

test("who asks for a feed again with its ETag gets 304 and no bytes", async ({ request }) => {
  const paper = await makePaper()
  await makeLive(paper)
  const first = await request.get(`/${paper.section}/atom.xml`)
  const etag = first.headers().etag ?? ""
  const again = await request.get(`/${paper.section}/atom.xml`, { headers: { "if-none-match": etag } })
  expect([again.status(), await again.text()]).toEqual([304, ""])
})
