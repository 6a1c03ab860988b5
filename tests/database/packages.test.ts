import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { findFeedOf } from "@/lib/feeds/find.server"
import { findReadersList } from "@/lib/front/find.server"
import {
  addPackage,
  changePackage,
  choosePackages,
  findPackage,
  findPackages,
  findPackagesOf,
  removePackage,
} from "@/lib/packages/packages.server"
import { findEvents } from "@/lib/record/events.server"
import { findLive } from "@/lib/story/live.server"
import { perform } from "@/lib/story/perform.server"
import { findListPages } from "@/lib/story/places.server"
import { cast, done, hire, rareWord, storyIn } from "../newsroom"

type Adding = Awaited<ReturnType<typeof addPackage>>
const packageOf = (answer: Adding | Awaited<ReturnType<typeof changePackage>>) => {
  if ("package" in answer) return answer.package
  throw new Error("refused" in answer ? answer.refused : "stale")
}

/** A package of the administrator's with these stories. */
async function packaged(...stories: { id: string }[]) {
  const people = await cast()
  const word = rareWord()
  const made = packageOf(await addPackage(people.cleo, { name: `All about ${word}`, lead: "What is known." }))
  const { slug } = made
  const ids = stories.map(({ id }) => id)
  const now = ids.length ? packageOf(await changePackage(people.ben, slug, made.revision, { stories: ids })) : made
  return { ...people, word, slug, now }
}

const lastEvent = async () => {
  const { _max } = await db.storyEvent.aggregate({ _max: { position: true } })
  return _max.position ?? 0
}
const eventsOf = async (slug: string, after: number) =>
  (await findEvents(after, 1_000)).filter(({ tags }) => tags.includes(`package:${slug}`))

test("an administrator names a package, editors fill it, and nobody else does either", async () => {
  const story = await storyIn("draft")
  const { ada, ben, cleo, slug, word, now } = await packaged(story)
  expect(now).toMatchObject({ name: `All about ${word}`, lead: "What is known.", revision: 2 })
  expect(now.members).toMatchObject([{ story: story.id, status: "draft", live: false, addedBy: ben.name }])
  expect((await findPackages()).find((line) => line.slug === slug)).toMatchObject({ stories: 1, live: 0 })
  for (const refused of [
    await addPackage(ben, { name: "Not mine to add" }),
    await changePackage(ben, slug, 2, { name: "Another" }),
    await changePackage(ada, slug, 2, { stories: [] }),
    await choosePackages(ada, story.id, []),
    await removePackage(ben, slug, 2),
  ])
    expect(refused).toMatchObject({ because: "no right" })
  expect(await addPackage(cleo, { name: `All about ${word}` })).toMatchObject({
    fields: { name: expect.stringContaining(`/packages/${slug} already`) },
  })
  expect(await addPackage(cleo, { name: " " })).toMatchObject({ fields: { name: expect.stringContaining("name") } })
  const renamed = packageOf(await changePackage(cleo, slug, 2, { name: "Otherwise", lead: "" }))
  expect(renamed).toMatchObject({ slug, name: "Otherwise", lead: "", revision: 3, members: [{ story: story.id }] })
})

test("a package whose name no address can spell gets one, and an address can be chosen", async () => {
  const cleo = await hire("admin")
  const [one, two] = [
    packageOf(await addPackage(cleo, { name: "日本" })),
    packageOf(await addPackage(cleo, { name: "中国" })),
  ]
  for (const { slug } of [one, two]) expect(slug).toMatch(/^package(-\d+)?$/)
  expect(one.slug).not.toBe(two.slug)
  const slug = rareWord()
  expect(packageOf(await addPackage(cleo, { name: "日本", slug }))).toMatchObject({ slug, name: "日本" })
  expect(await addPackage(cleo, { name: "Any", slug })).toMatchObject({
    fields: { slug: `There is a package at /packages/${slug} already. Choose another name or another address.` },
  })
  expect(await addPackage(cleo, { name: "Any", slug: "Not One" })).toMatchObject({
    fields: { slug: expect.stringContaining("lower-case") },
  })
  for (const name of ["\u200b", "\u3164\u2060", "\u2800", "\u202e"])
    expect(await addPackage(cleo, { name })).toMatchObject({
      fields: { name: expect.stringContaining("needs a name") },
    })
})

test("the stories of a package are ordered as one, and whoever was slower is told and overwrites nothing", async () => {
  const [one, two, three] = [await storyIn("draft"), await storyIn("draft"), await storyIn("draft")]
  const { ben, cleo, slug } = await packaged(one, two)
  const order = async () => (await findPackage(slug))?.members.map(({ story }) => story)
  const other = packageOf(await changePackage(cleo, slug, 2, { stories: [three.id, two.id, one.id] }))
  expect(other.members.map(({ story, addedBy }) => [story, addedBy])).toEqual([
    [three.id, cleo.name],
    [two.id, ben.name],
    [one.id, ben.name],
  ])
  const late = await changePackage(ben, slug, 2, { stories: [one.id] })
  expect(late).toMatchObject({ stale: { revision: 3 } })
  expect(await order()).toEqual([three.id, two.id, one.id])
  expect(await changePackage(ben, slug, 3, { stories: [one.id, one.id] })).toMatchObject({
    fields: { stories: "The same story stands in it twice." },
  })
  const gone = "01a20bc1-d049-75bb-95e5-86347f3d7092"
  expect(await changePackage(ben, slug, 3, { stories: [one.id, gone] })).toMatchObject({
    fields: { stories: expect.stringContaining("does not exist any more") },
  })
  expect(await order()).toEqual([three.id, two.id, one.id])
  // Both at once: one is done, the other is told.
  const both = await Promise.all([
    changePackage(ben, slug, 3, { stories: [two.id] }),
    changePackage(cleo, slug, 3, { stories: [three.id] }),
  ])
  expect(both.filter((answer) => "package" in answer)).toHaveLength(1)
  expect(both.filter((answer) => "stale" in answer)).toHaveLength(1)
})

test("a story joins packages at their end and leaves them, from where it is written", async () => {
  const [one, two] = [await storyIn("draft"), await storyIn("draft")]
  const [first, second] = [await packaged(one), await packaged()]
  const { ben } = first
  const before = await lastEvent()
  const answer = await choosePackages(ben, two.id, [first.slug, second.slug])
  expect("packages" in answer && answer.packages.map(({ slug }) => slug).toSorted()).toEqual(
    [first.slug, second.slug].toSorted(),
  )
  expect((await findPackage(first.slug))?.members.map(({ story }) => story)).toEqual([one.id, two.id])
  expect(await eventsOf(first.slug, before)).toMatchObject([
    { act: "packages", actor: { id: ben.id }, tags: expect.arrayContaining([`story:${two.id}`]) },
  ])
  const again = await lastEvent()
  await choosePackages(ben, two.id, [first.slug, second.slug])
  expect(await eventsOf(first.slug, again)).toEqual([])
  await choosePackages(ben, two.id, [second.slug])
  expect((await findPackagesOf(two.id)).map(({ slug }) => slug)).toEqual([second.slug])
  expect(await choosePackages(ben, two.id, ["no-such-package"])).toMatchObject({ because: "bad input" })
  expect((await findPackagesOf(two.id)).map(({ slug }) => slug)).toEqual([second.slug])
})

test("readers have a package's page as soon as a story of it is public: in its order, what is public and nothing else", async () => {
  const [one, hidden, two] = [await storyIn("published"), await storyIn("filed"), await storyIn("published")]
  const { ben, cleo, slug, now } = await packaged(hidden)
  expect(await findReadersList("package", slug, undefined)).toBeNull()
  expect(await findFeedOf("package", slug, "feed.xml")).toBeNull()
  expect(await findListPages()).not.toContain(`/packages/${slug}`)

  const full = packageOf(await changePackage(ben, slug, now.revision, { stories: [two.id, hidden.id, one.id] }))
  const shown = async () => (await findReadersList("package", slug, undefined))?.placed.map(({ story }) => story.id)
  expect(await shown()).toEqual([two.id, one.id])
  packageOf(await changePackage(ben, slug, full.revision, { stories: [one.id, hidden.id, two.id] }))
  expect(await shown()).toEqual([one.id, two.id])
  expect((await findReadersList("package", slug, undefined))?.tags).toContain(`package:${slug}`)
  expect((await findFeedOf("package", slug, "feed.xml"))?.entries).toHaveLength(2)
  expect(await findListPages()).toContain(`/packages/${slug}`)

  const page = await findLive(one.text.section, one.text.slug)
  expect(page).toMatchObject({ live: { packages: [{ slug, name: now.name }] } })
  expect("live" in page && page.live.tags).toContain(`package:${slug}`)

  const before = await lastEvent()
  done(await perform(ben, "publish", hidden.id, hidden.revision))
  done(await perform(ben, "withdraw", two.id, two.revision, { note: "It was not so." }))
  expect((await eventsOf(slug, before)).map(({ act }) => act)).toEqual(["publish", "withdraw"])
  expect(await shown()).toEqual([one.id, hidden.id])

  const { revision = 0 } = (await findPackage(slug)) ?? {}
  expect(await removePackage(cleo, slug, revision - 1)).toMatchObject({ stale: { slug } })
  expect(await removePackage(cleo, slug, revision)).toEqual({ removed: slug })
  expect(await findReadersList("package", slug, undefined)).toBeNull()
  expect(await findLive(one.text.section, one.text.slug)).toMatchObject({ live: { packages: [] } })
})
