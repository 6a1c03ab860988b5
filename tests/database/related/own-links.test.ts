import { expect, test } from "@playwright/test"
import { linksOf } from "@/lib/blocks/links"
import { env } from "@/lib/env.server"
import { suggest } from "@/lib/related/suggest.server"
import { impactOf } from "@/lib/story/impact.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { saveDraft } from "@/lib/story/save.server"
import type { Story } from "@/lib/story/story"
import { cast, done, openSection, rareWord, storyIn } from "../../newsroom"

async function pageOf({ text: { section, slug } }: Story) {
  const found = await findLive(section, slug)
  if (!("live" in found)) throw new Error("not live")
  return found.live
}
const addressOf = ({ text }: Story) => `/${text.section}/${text.slug}`

test("words of a story lead to another one of the paper only while readers have it, and to where it is", async () => {
  const { ben } = await cast()
  const { slug: section } = await openSection()
  const other = await storyIn("published", { section })
  const draft = await storyIn("filed", { section })
  const links = [
    addressOf(other),
    `${env.publicOrigin}${addressOf(other)}/v/1#top`,
    addressOf(draft),
    `/${section}/${rareWord()}`,
    "/newsroom/stories",
    `/${section}`,
    "https://elsewhere.test/a/b",
  ]
  const run = (link: string) => ({ text: `to ${link} `, link, bold: true })
  const item = { id: "i", kind: "list" as const, ordered: false, items: [[run(addressOf(other))]] }
  const box = { id: "f", kind: "factBox" as const, heading: "Box", body: [{ ...item, id: "j" }] }
  const story = await storyIn("published", {
    section,
    body: [{ id: "p", kind: "paragraph", text: links.map(run) }, item, box],
  })
  const page = await pageOf(story)
  const open = [addressOf(other), `${addressOf(other)}/v/1#top`, `/${section}`, "https://elsewhere.test/a/b"]
  expect(linksOf(page.body)).toEqual([...open, addressOf(other), addressOf(other)])
  expect(page.body[0], "no word goes").toMatchObject({
    text: links.map((link) => ({ text: `to ${link} `, bold: true })),
  })
  expect(page.tags).toEqual(expect.arrayContaining([`story:${other.id}`, `story:${draft.id}`]))

  await suggest({ story: story.id })
  const impact = await impactOf(other.id)
  expect(impact?.shownBy, "who withdraws it is told beforehand").toMatchObject([{ id: story.id, how: "text" }])

  done(await perform(ben, "publish", draft.id, draft.revision))
  expect(linksOf((await pageOf(story)).body)).toContain(addressOf(draft))
  const saved = await saveDraft(ben, other.id, other.revision, { slug: `${other.text.slug}-now` })
  if (!("saved" in saved)) throw new Error("not saved")
  const moved = done(await perform(ben, "minor", other.id, saved.saved.revision))
  expect(linksOf((await pageOf(story)).body)[0]).toBe(`${addressOf(other)}-now`)
  done(await perform(ben, "withdraw", moved.id, moved.revision, { note: "It was not so." }))
  expect(linksOf((await pageOf(story)).body)).toEqual([addressOf(draft), `/${section}`, "https://elsewhere.test/a/b"])
})

test("no other spelling of an address of the paper leads round that, and each leads to where the story is", async () => {
  const { slug: section } = await openSection()
  const [other, draft] = [await storyIn("published", { section }), await storyIn("filed", { section })]
  const spellings = (path: string) => [
    env.publicOrigin.toUpperCase() + path,
    `${env.publicOrigin}/${path}`,
    `${env.publicOrigin}/.${path}`,
    `/.${path}`,
    path.toUpperCase(),
    path.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`),
  ]
  const inner = ["/NEWSROOM/stories", `${env.publicOrigin}//api/v1/stories`, "/%6eewsroom"]
  const links = [...spellings(addressOf(draft)), ...inner, ...spellings(addressOf(other))]
  const text = links.map((link) => ({ text: `to ${link} `, link }))
  const story = await storyIn("published", { section, body: [{ id: "p", kind: "paragraph", text }] })
  const page = await pageOf(story)
  expect(linksOf(page.body)).toEqual(spellings("/x/y").map(() => addressOf(other)))
  expect(page.body).toMatchObject([{ text: links.map((link) => ({ text: `to ${link} ` })) }])
})
