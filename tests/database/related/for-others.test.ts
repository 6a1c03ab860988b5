import { expect, test } from "@playwright/test"
import { z } from "zod"
import { env } from "@/lib/env.server"
import { answerRelated } from "@/lib/related/for-others.server"
import { addLink } from "@/lib/related/links.server"
import { perform } from "@/lib/story/perform.server"
import type { Story } from "@/lib/story/story"
import { cast, done, openSection, rareWord, storyIn } from "../../newsroom"

const told = z.object({
  url: z.string(),
  related: z.array(z.looseObject({ kind: z.string(), url: z.string(), headline: z.string() })),
})
const ask = async (url: string) => told.parse((await answerRelated(url)).body)
const addressOf = ({ text }: Story) => `${env.publicOrigin}/${text.section}/${text.slug}`

test("other sites get a story's related news as its page shows them, at the address that it has now", async () => {
  const { ben } = await cast()
  const { slug: section, name } = await openSection()
  const [other, draft] = [await storyIn("published", { section, kicker: "Analysis" }), await storyIn("draft")]
  const added = await addLink(ben, { url: `https://${rareWord()}.test/`, headline: "Elsewhere", source: "Example" })
  if ("refused" in added) throw new Error(added.refused)
  const related = [{ story: draft.id }, { story: other.id, reason: "Background" }, { link: added.link.id }]
  const story = await storyIn("published", { section, related })
  const answer = await answerRelated(addressOf(story))
  expect(answer).toMatchObject({ status: 200, headers: { "Access-Control-Allow-Origin": "*" } })
  const { url, headline } = { url: addressOf(other), headline: other.text.headline }
  expect(answer.body).toEqual({
    url: addressOf(story),
    related: [
      {
        ...{ kind: "story", url, headline, reason: "Background", kicker: "Analysis", language: "en", section: name },
        publishedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      { kind: "link", url: added.link.url, headline: "Elsewhere", source: "Example" },
    ],
  })
  expect(await ask(`/${section}/${story.text.slug}?from=there#top`), "a path will do").toEqual(answer.body)

  const saved = await perform(ben, "withdraw", other.id, other.revision, { note: "It was not so." })
  done(saved)
  expect((await ask(addressOf(story))).related, "with the next request").toHaveLength(1)
  expect(await answerRelated(addressOf(other))).toMatchObject({ status: 410, body: { detail: "It was not so." } })
  expect(await answerRelated(addressOf(draft))).toMatchObject({ status: 404 })
})

test("of a page elsewhere they get the public stories that lead to it, and to no other", async () => {
  const { ben } = await cast()
  const url = `https://${rareWord()}.test/report?of=2026`
  const links: string[] = []
  for (const headline of ["The report", "A report"]) {
    const added = await addLink(ben, { url, headline })
    if ("refused" in added) throw new Error(added.refused)
    links.push(added.link.id)
  }
  const [one = "", two = ""] = links
  const first = await storyIn("published", { related: [{ link: one }] })
  const second = await storyIn("published", { related: [{ link: two }, { link: one }] })
  await storyIn("draft", { related: [{ link: one }] })
  const sixth = await Promise.all(Array.from({ length: 5 }, () => storyIn("published")))
  await storyIn("published", { related: [...sixth.map(({ id }) => ({ story: id })), { link: one }] })
  const { related } = await ask(url)
  expect(
    related.map((item) => item.url),
    "newest first, and none whose readers do not have it",
  ).toEqual([second, first].map(addressOf))
  expect((await ask(`${url}&page=2`)).related).toEqual([])
})

test("a page is the same one however its address is written, ours and others'", async () => {
  const { ben } = await cast()
  const word = rareWord()
  const added = await addLink(ben, { url: `HTTPS://${word}.Test:443/Report?of=2026#page-3`, headline: "The report" })
  if ("refused" in added) throw new Error(added.refused)
  const story = await storyIn("published", { related: [{ link: added.link.id }] })
  const own = addressOf(story)
  for (const url of [
    `https://${word}.test/Report?of=2026`,
    ` https://${word.toUpperCase()}.TEST:443/Report?of=2026#top`,
    added.link.url,
  ])
    expect((await ask(url)).related, url).toMatchObject([{ url: own }])
  for (const url of [`https://${word}.test/report?of=2026`, `https://${word}.test:8443/Report?of=2026`])
    expect((await ask(url)).related, url).toEqual([])
  for (const url of [
    own.toUpperCase(),
    own.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`),
    `${own}#top`,
  ])
    expect(await ask(url), url).toMatchObject({ url: own, related: [{ url: added.link.url }] })
})

test("what is no address is refused in words", async () => {
  for (const url of [
    null,
    "",
    "nonsense",
    "javascript:alert(1)",
    `${env.publicOrigin}/search?q=x`,
    "https://a:b@c.test/",
  ])
    expect(await answerRelated(url), String(url)).toMatchObject({
      status: 400,
      body: { errors: { url: expect.any(String) } },
    })
})
