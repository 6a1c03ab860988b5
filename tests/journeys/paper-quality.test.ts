import AxeBuilder from "@axe-core/playwright"
import { expect, test } from "@playwright/test"
import { HtmlValidate } from "html-validate"
import { dayAddress, dayAt, monthAddress, yearAddress } from "@/lib/archive/days"
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
  const day = dayAt(story.publishedAt)
  const archive = ["/archive", yearAddress(day.year), monthAddress(day.year, day.month), dayAddress(day)]
  return ["/", story.address, gone.address, "/no/such/page", "/about/security", ...lists, ...archive]
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

const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
)

for (const { colorScheme, width } of LOOKS)
  test(`every public page is open to everybody, in ${colorScheme}, ${width} pixels wide`, async ({ browser }) => {
    test.slow()
    // The pages' own policy lets no script run; axe is one, so for this test the policy is set aside.
    const context = await browser.newContext({ bypassCSP: true, colorScheme, viewport: { width, height: 900 } })
    const page = await context.newPage()
    for (const address of await onePageOfEach()) {
      await page.goto(address)
      const { violations } = await new AxeBuilder({ page }).options(ALL_RULES).analyze()
      expect(violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html}`)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${address} scrolls sideways`).toBeLessThanOrEqual(width)
    }
    await context.close()
  })

/** What axe runs by itself, and the larger contrast of 7:1 that it leaves out (WCAG 2.2, 1.4.6). */
const ALL_RULES = { rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } } }
