import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { env } from "@/lib/env.server"
import { findFeed, findFeedOf } from "@/lib/feeds/find.server"
import { addLink } from "@/lib/related/links.server"
import { suggest } from "@/lib/related/suggest.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { addressOf, type Story } from "@/lib/story/story"
import { cast, done, openSection, paragraph, rareWord, storyIn } from "../../newsroom"
import { inADatabaseOfItsOwn } from "../own-database"

inADatabaseOfItsOwn()

const HOUR = 60 * 60 * 1_000
const addressAt = ({ text }: Story) => env.publicOrigin + addressOf(text)
async function feedOf(section: string) {
  const feed = await findFeedOf("section", section, "feed.xml")
  if (!feed) throw new Error("no such feed")
  return feed
}
const relatedIn = async (section: string, { id }: Story) =>
  (await feedOf(section)).entries.find((entry) => entry.id === `urn:uuid:${id}`)?.related

test("a story in a feed has the related news of its page, and none that is not public", async () => {
  const { ben } = await cast()
  const { slug: section } = await openSection()
  const soon = new Date(Date.now() + HOUR)
  const [other, draft, later, hidden] = await Promise.all([
    ...[storyIn("published"), storyIn("draft"), storyIn("published"), storyIn("published")],
  ])
  if (!other || !draft || !later || !hidden) throw new Error("no stories")
  const added = await addLink(ben, { url: `https://${rareWord()}.test/`, headline: "Elsewhere", source: "Example" })
  if ("refused" in added) throw new Error(added.refused)
  const story = await storyIn("published", {
    section,
    related: [
      { story: draft.id },
      { story: other.id, reason: "Background" },
      { story: later.id, from: soon.toISOString() },
      { story: hidden.id, hidden: true },
      { link: added.link.id, headlineForReaders: "Read on" },
    ],
  })
  expect(await relatedIn(section, story)).toEqual([
    { address: addressAt(other), title: other.text.headline, reason: "Background" },
    { address: added.link.url, title: "Read on" },
  ])
  const { tags, until } = await feedOf(section)
  expect(tags).toEqual(
    expect.arrayContaining([`section:${section}`, `story:${draft.id}`, `story:${other.id}`, `link:${added.link.id}`]),
  )
  expect(until).toEqual(soon)
  expect((await findFeed("atom.xml")).tags).toEqual(expect.arrayContaining(["paper", `link:${added.link.id}`]))

  done(await perform(ben, "withdraw", other.id, other.revision, { note: "It was not so." }))
  expect(await relatedIn(section, story)).toEqual([{ address: added.link.url, title: "Read on" }])
})

test("what the paper suggests below a story stands in feeds, too, as on its page", async () => {
  const { slug: section } = await openSection(5)
  const text = "On Monday Zelda Quintens closed the centre in Molenrode. She had warned Fedasil, said Zelda Quintens."
  const given = { section, standfirst: "", body: [paragraph(text)] }
  const [one, two] = [await storyIn("published", given), await storyIn("published", given)]
  for (const { id } of [one, two]) await suggest({ story: id })
  const page = await findLive(section, one.text.slug)
  const shown = "live" in page ? page.live.related : []
  expect(shown).toHaveLength(1)
  expect(await relatedIn(section, one)).toEqual([
    { address: addressAt(two), title: two.text.headline, reason: shown[0]?.reason },
  ])
  expect((await feedOf(section)).tags).toEqual(
    expect.arrayContaining([`suggestions:${one.id}`, `suggestions:${two.id}`]),
  )
  await db.section.update({ where: { slug: section }, data: { relatedMost: 0 } })
  expect(await relatedIn(section, one)).toEqual([])
})
