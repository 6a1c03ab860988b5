import { type APIRequestContext, expect, type Page, test } from "@playwright/test"
import { mistakesInAtom, mistakesInJsonFeed, mistakesInRss } from "../feed-rules"
import { fullStory } from "../full-story"
import { readXml, within, wordsIn } from "../xml"

/** A full story, and every list of the paper that holds it. */
async function listsOfAStory() {
  const { text, id } = await fullStory()
  const person = text.byline[0]?.name.split(" ").at(-1)
  const lists = ["", `/${text.section}`, `/topics/${text.topics[0]}`, `/by/${person}`]
  return { id, text, path: `/${text.section}/${text.slug}`, lists }
}

async function mistakesAt(page: Page, request: APIRequestContext, path: string): Promise<string[]> {
  const answer = await request.get(path)
  expect(answer.status(), path).toBe(200)
  const body = await answer.text()
  const self = answer.url()
  if (path.endsWith("feed.json")) return mistakesInJsonFeed(JSON.parse(body), self)
  const root = await readXml(page, body)
  return path.endsWith("atom.xml") ? mistakesInAtom(root, self) : mistakesInRss(root, self)
}

test("every feed of the paper, a section, a topic, a person and of corrections keeps its rules", async ({
  page,
  request,
}) => {
  const { lists } = await listsOfAStory()
  for (const list of [...lists, "/corrections"])
    for (const file of ["feed.xml", "atom.xml", "feed.json"]) {
      const path = `${list}/${file}`
      expect(await mistakesAt(page, request, path), path).toEqual([])
    }
})

test("a feed of nothing keeps its rules too, and of a list that is none there is none", async ({ page, request }) => {
  const { text } = await listsOfAStory()
  for (const file of ["feed.xml", "atom.xml", "feed.json"]) {
    expect(await mistakesAt(page, request, `/${text.section}/${file}`)).toEqual([])
    for (const list of ["/never-was", "/topics/never-was", "/by/never-was"])
      expect((await request.get(`${list}/${file}`)).status(), list).toBe(404)
  }
})

test("the rules find what is wrong with a feed", async ({ page }) => {
  const rss = await readXml(page, '<rss version="2.0"><channel><title>A</title><subtitle/></channel></rss>')
  expect(mistakesInRss(rss, "https://a.test/feed.xml")).toEqual(
    expect.arrayContaining(["subtitle has no place here", "0 of link", "no link to itself, https://a.test/feed.xml"]),
  )
  const atom = await readXml(page, '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id></entry></feed>')
  expect(mistakesInAtom(atom, "")).toEqual(expect.arrayContaining(["entry 0: nobody wrote it", "entry 0: 1 is no IRI"]))
  expect(mistakesInJsonFeed({ items: [{ id: "" }] }, "")).toEqual(expect.arrayContaining(["item 0: id", "no title"]))
  await expect(readXml(page, "<rss><channel></rss>")).rejects.toThrow("not the XML")
})

test("a story in a feed has its whole text, its people, its picture with the credit, and what was corrected", async ({
  page,
  request,
}) => {
  const { id, text, lists } = await listsOfAStory()
  const rss = await readXml(page, await (await request.get(`${lists[1]}/feed.xml`)).text())
  const items = within(rss.children[0] ?? rss, "item")
  const item = items.find((one) => wordsIn(one, "guid") === `urn:uuid:${id}`)
  if (!item) throw new Error("not in the feed")
  expect(within(item, "dc:creator").map(({ text }) => text)).toEqual(text.byline.map(({ name }) => name))
  const [picture] = within(item, "media:content")
  expect(picture && wordsIn(picture, "media:credit")).toBe("©SOMEBODY")
  const html = wordsIn(item, "content:encoded")
  for (const words of [
    "It was “three”; it is two &amp; a half.",
    "A field in &lt;June&gt;",
    "Nobody said so.",
    "Second",
  ])
    expect(html).toContain(words)
})

test("the feed of corrections has the correction, what it was of, and when", async ({ page, request }) => {
  const { text, path } = await listsOfAStory()
  const rss = await readXml(page, await (await request.get("/corrections/feed.xml")).text())
  const ours = within(rss.children[0] ?? rss, "item").find((one) => wordsIn(one, "link").endsWith(path))
  if (!ours) throw new Error("not in the feed")
  expect(wordsIn(ours, "title")).toBe(`Correction: ${text.headline}`)
  expect(wordsIn(ours, "description")).toBe("It was “three”; it is two & a half.")
  await page.goto("/corrections")
  await expect(page.locator('link[type="application/rss+xml"]').last()).toHaveAttribute(
    "href",
    /\/corrections\/feed.xml$/,
  )
})

test("who has a machine's answer already is told so, by its tag and by its time", async ({ request }) => {
  const { path, lists } = await listsOfAStory()
  const index = await (await request.get("/sitemap.xml")).text()
  const month = /sitemap-\d{4}-\d{2}\.xml/.exec(index)?.[0]
  const feeds = [...lists, "/corrections"].flatMap((list) =>
    ["feed.xml", "atom.xml", "feed.json"].map((file) => `${list}/${file}`),
  )
  const forms = ["json", "ninjs2.json", "md", "txt"].map((ending) => `${path}.${ending}`)
  const maps = ["/sitemap.xml", `/${month}`, "/sitemap-pages.xml", "/news-sitemap.xml"]
  for (const address of [...feeds, ...forms, ...maps]) {
    const asked = async (headers: Record<string, string>) => {
      const answer = await request.get(address, { headers })
      return [answer.status(), (await answer.body()).length]
    }
    // Other tests publish beside this one: what changed in between is asked for again.
    await expect(async () => {
      const { etag = "", "last-modified": modified = "" } = (await request.get(address)).headers()
      expect(etag, address).toMatch(/^"[^"]+"$/)
      expect(Date.parse(modified), address).toBeLessThanOrEqual(Date.now())
      expect(await asked({ "if-none-match": etag }), address).toEqual([304, 0])
      expect(await asked({ "if-modified-since": modified }), address).toEqual([304, 0])
      const earlier = new Date(Date.parse(modified) - 1_000).toUTCString()
      expect((await asked({ "if-modified-since": earlier }))[0], address).toBe(200)
      expect((await asked({ "if-none-match": '"other"', "if-modified-since": modified }))[0], address).toBe(200)
    }).toPass()
  }
  for (const address of ["/robots.txt", "/.well-known/security.txt"]) {
    const { etag = "" } = (await request.get(address)).headers()
    expect((await request.get(address, { headers: { "if-none-match": etag } })).status(), address).toBe(304)
  }
})
