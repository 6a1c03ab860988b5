import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { env } from "@/lib/env.server"
import { takeNewAddress } from "@/lib/links/ask.server"
import { keyOf } from "@/lib/links/pages.server"
import type { Person } from "@/lib/people/people"
import { readFile } from "@/lib/related/files"
import { planFile } from "@/lib/related/files.server"
import { answerRelated } from "@/lib/related/for-others.server"
import { keepLists } from "@/lib/related/keep-list.server"
import { addLink, editLink } from "@/lib/related/links.server"
import { settleRelated } from "@/lib/related/settle.server"
import { lineAt } from "@/lib/related/target-at.server"
import { findStory } from "@/lib/story/find.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story } from "@/lib/story/story"
import { linkRelated } from "@/lib/wire/related.server"
import { cast, done, rareWord, storyIn } from "../../newsroom"

const pathOf = ({ text }: Story) => `/${text.section}/${text.slug}`
/** An address of the paper, in spellings that lead to the same page. */
const spellings = (path: string) => [
  env.publicOrigin + path,
  env.publicOrigin.toUpperCase() + path.toUpperCase(),
  `${env.publicOrigin}/${path}`,
  `${env.publicOrigin}/.${path}?from=there#top`,
  env.publicOrigin.replace("http:", "https:") + path.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`),
  ` ${env.publicOrigin}${path}/history `,
]
const OTHERS = ["/", "/search?q=x", "/newsroom/stories", "/about/security", "/nowhere/at-all"]

const wordsOf = (url: string) => ({ url, headline: "A page elsewhere, as it seems", source: "Somebody" })

/** A link that was made before its address was one of the paper. */
const oldLink = ({ id }: Person, url: string) => db.outsideLink.create({ data: { ...wordsOf(url), createdById: id } })

test("an address of the paper is no outside link, however it is written: it is the story there, or it is refused at its field", async () => {
  const { ada, cleo } = await cast()
  const [draft, published, own] = [await storyIn("draft"), await storyIn("published"), await storyIn("draft")]
  const link = await oldLink(cleo, `https://${rareWord()}.test/`)
  for (const story of [draft, published])
    for (const url of spellings(pathOf(story))) {
      const settled = await settleRelated(ada, [{ ...wordsOf(url), reason: "Earlier" }], { field: "items", of: own.id })
      expect(settled, url).toMatchObject({ related: [{ story: story.id, reason: "Earlier" }] })
      const { id, text, status } = story
      const line = { story: { story: id, headline: text.headline, status, live: status === "published" } }
      expect(await lineAt(ada, { ...wordsOf(url), headline: "" }, own.id), url).toMatchObject(line)
      for (const answer of [await addLink(ada, wordsOf(url)), await editLink(cleo, link.id, wordsOf(url))])
        expect(answer, url).toMatchObject({ fields: { url: expect.stringContaining("address of this paper") } })
    }
  for (const path of OTHERS)
    for (const answer of [
      await settleRelated(ada, [wordsOf(env.publicOrigin + path)], { field: "items" }),
      await lineAt(ada, wordsOf(env.publicOrigin + path), own.id),
    ])
      expect(JSON.stringify(answer), path).toContain("a page of this paper and no story")
  const itself = [wordsOf(spellings(pathOf(own))[3] ?? "")]
  expect(await settleRelated(ada, itself, { field: "items", of: own.id })).toMatchObject({
    fields: { "items.0.url": expect.stringContaining("no story leads to itself") },
  })
  expect(await db.outsideLink.count({ where: { url: { contains: own.text.slug } } })).toBe(0)
})

test("an address that readers had before a story moved is that story's still", async () => {
  const { ada, ben } = await cast()
  const story = await storyIn("published")
  const saved = await saveDraft(ben, story.id, story.revision, { slug: `${story.text.slug}-now` })
  if (!("saved" in saved)) throw new Error("not saved")
  done(await perform(ben, "minor", story.id, saved.saved.revision))
  for (const path of [pathOf(story), `${pathOf(story)}-now`])
    expect(await lineAt(ada, wordsOf(env.publicOrigin + path))).toMatchObject({ story: { story: story.id } })
})

test("the same holds for a file, for an act on many stories, for a wire, and for the new address of a page that moved", async () => {
  const { cleo } = await cast()
  const [draft, own] = [await storyIn("draft"), await storyIn("draft")]
  const line = (url: string) => `${own.id},link,${url},Words\n`
  const file = `story,kind,target,targetHeadline\n${[
    env.publicOrigin.toUpperCase() + pathOf(draft),
    `${env.publicOrigin}//newsroom/stories`,
    env.publicOrigin + pathOf(own),
  ]
    .map(line)
    .join("")}`
  const answer = await planFile(cleo, { lines: readFile(file).lines, whole: false, spoiled: [] })
  expect(answer).toMatchObject({
    plan: { lines: [{ id: own.id, after: [{ story: draft.id }] }] },
    bad: [
      { line: 3, sentence: expect.stringContaining("a page of this paper and no story") },
      { line: 4, sentence: expect.stringContaining("not related news to itself") },
    ],
  })

  const keep = (url: string, revision: number) =>
    keepLists(cleo, {
      ...{ batch: randomUUID(), what: "import", about: [], undoes: null },
      stories: [{ id: own.id, revision, after: [{ page: wordsOf(url) }, { page: wordsOf(url) }] }],
    })
  expect(await keep(env.publicOrigin + pathOf(draft), own.revision)).toMatchObject({
    results: [{ done: expect.stringMatching(/^Done/) }],
  })
  const kept = await findStory(own.id)
  expect(kept?.text.related).toEqual([{ story: draft.id }])
  for (const url of [env.publicOrigin + pathOf(own), `${env.publicOrigin}/search`])
    expect(await keep(url, kept?.revision ?? 0)).toMatchObject({
      results: [{ refused: expect.stringMatching(/paper|itself/) }],
    })

  const wire = [{ line: 1, headline: "Words", url: spellings(pathOf(draft))[4] ?? "", source: "" }]
  expect(await linkRelated(cleo, wire)).toMatchObject({ items: [{ story: draft.id }] })

  const url = `https://${rareWord()}.test/`
  const { id } = await oldLink(cleo, url)
  const page = { sha256: keyOf(url), url, state: "moved", offer: env.publicOrigin.toUpperCase() + pathOf(draft) }
  await db.outsidePage.create({ data: page })
  expect(await takeNewAddress(cleo, id)).toMatchObject({ refused: expect.stringContaining("one of this paper") })
})

test("a link whose address is the paper's own, or none that readers are sent to, is shown to no reader and takes no place", async () => {
  const { ben } = await cast()
  const draft = await storyIn("draft")
  const urls = [...spellings(pathOf(draft)), "javascript:alert(1)", "https://a.test/\nb", "https://a.test/\u202eb"]
  const old = await Promise.all(urls.map((url) => oldLink(ben, url)))
  const fit = await Promise.all([1, 2, 3, 4, 5].map((n) => oldLink(ben, `https://${rareWord()}.test/${n}`)))
  const related = [...old, ...fit].map(({ id }) => ({ link: id }))
  const story = await storyIn("published", { related })
  const found = await findLive(story.text.section, story.text.slug)
  const shown = "live" in found ? found.live.related.map(({ address }) => address) : []
  expect(shown).toEqual(fit.map(({ url }) => url))
  const { body } = await answerRelated(env.publicOrigin + pathOf(story))
  expect(body).toMatchObject({ related: fit.map(({ url }) => ({ url })) })
})
