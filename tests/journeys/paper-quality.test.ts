import AxeBuilder from "@axe-core/playwright"
import { type Browser, expect, test } from "@playwright/test"
import { HtmlValidate } from "html-validate"
import { db } from "@/lib/db.server"
import { makeLive, makePaper, makeVersion, takeAway, word } from "../paper"

const run = (text: string) => [{ text }]

/** One page of every kind, with everything on it. */
async function onePageOfEach() {
  const paper = await makePaper()
  const topic = word()
  await db.topic.create({ data: { slug: topic, name: `Topic ${topic}` } })
  const other = await makeLive(paper)
  const story = await makeLive(paper, {
    standfirst: "A standfirst.",
    kicker: "Analysis",
    dateline: "Brussels",
    topics: [topic],
    byline: [{ personId: paper.person.id, name: paper.person.name }, { name: "Belga" }],
    related: [{ story: other.id }],
    body: [
      { kind: "picture", id: "a", pictureId: null, caption: "Caption", credit: "Credit", decorative: true },
      { kind: "paragraph", id: "b", text: [{ text: "Words with " }, { text: "a link", link: "https://example.org/" }] },
      { kind: "crosshead", id: "c", text: "Crosshead" },
      { kind: "quote", id: "d", text: run("Quote"), speaker: "Speaker" },
      { kind: "list", id: "e", ordered: false, items: [run("One"), run("Two")] },
      { kind: "divider", id: "f" },
      { kind: "hologram", id: "g", text: "Of a later release" },
    ],
  })
  await makeVersion(story.id, "correct", {}, "A correction.")
  const gone = await makeLive(paper)
  await takeAway(gone.id, "A notice.")
  const lists = [`/${paper.section}`, `/topics/${topic}`, `/by/${paper.person.slug}`, "/corrections"]
  return ["/", story.address, gone.address, "/no/such/page", ...lists]
}

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  // React writes elements without content as <meta/>, and boolean attributes as "": both are HTML.
  rules: { "void-style": "off", "attribute-boolean-style": "off", "no-trailing-whitespace": "off" },
})

test("every public page is valid HTML, asks for no script, sets no cookie and knows one host", async ({ request }) => {
  for (const address of await onePageOfEach()) {
    const answer = await request.get(address)
    const html = await answer.text()
    const report = await validator.validateString(html)
    const errors = report.results.flatMap(({ messages }) => messages.map((m) => `${address}: ${m.ruleId} ${m.message}`))
    expect(errors).toEqual([])
    expect(html.replace(/<script type="application\/ld\+json">/g, "")).not.toMatch(/<script|\sstyle=|__next_f/)
    expect(html).not.toContain("standfirst-status")
    expect(answer.headers()["set-cookie"]).toBeUndefined()
    expect(answer.headers()["content-security-policy"]).toContain("script-src 'none'")
    for (const [, host] of html.matchAll(/<(?:link|img|source)[^>]+(?:href|src)="https?:\/\/([^/"]+)/g))
      expect(host).toBe(new URL(answer.url()).host)
  }
})

for (const colorScheme of ["light", "dark"] as const)
  test(`every public page is open to everybody, in ${colorScheme}, narrow and wide`, async ({ browser, baseURL }) => {
    for (const address of await onePageOfEach()) {
      for (const width of [320, 1280]) {
        const page = await open(browser, `${baseURL}${address}`, width, colorScheme)
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
        expect(violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html}`)).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(wide, `${address} scrolls sideways at ${width}`).toBeLessThanOrEqual(width)
        await page.context().close()
      }
    }
  })

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]

/** The page's own policy lets no script run; axe needs one, so for this test the policy is set aside. */
async function open(browser: Browser, address: string, width: number, colorScheme: "light" | "dark") {
  const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(address)
  return page
}
