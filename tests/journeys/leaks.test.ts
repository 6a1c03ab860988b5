import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { dayAddress, dayAt, monthAddress } from "@/lib/archive/days"
import { db } from "@/lib/db.server"
import { storePicture } from "@/lib/pictures/store.server"
import type { Act } from "@/lib/story/acts"
import { setAside } from "@/lib/story/aside.server"
import { perform } from "@/lib/story/perform.server"
import type { Particulars } from "@/lib/story/planned"
import { saveDraft } from "@/lib/story/save.server"
import type { Story, StoryText } from "@/lib/story/story"
import { cast, done, hire, ORIGIN, openSection, pagesFollow, paragraph, rareWord, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"
import { redAndBlue } from "../unit/pictures/files"

// A word that stands nowhere else in every field of everything that is not public, and then everything that somebody outside can ask for,
// before and after each act: none of the words is there.

const secrets = new Map<string, string>()

/** A word that nobody outside may ever see, and what it is of. */
function secret(of: string): string {
  const word = rareWord()
  secrets.set(word, of)
  return word
}

/** From now on readers may see it, or may not any more. */
const isPublic = (words: readonly string[]) => {
  for (const word of words) secrets.delete(word)
}

const WIDE = 400

async function inEveryField(of: string): Promise<Partial<StoryText>> {
  // The files of a picture have its words in them.
  const words = {
    alt: secret(`${of}: alternative text`),
    caption: secret(`${of}: caption`),
    credit: secret(`${of}: credit`),
  }
  const bytes = await redAndBlue({ width: WIDE, height: 300 }).jpeg().toBuffer()
  const stored = await storePicture(await hire("reporter"), bytes, words)
  if (!("picture" in stored)) throw new Error(stored.refused)
  return {
    headline: `Common ${secret(`${of}: headline`)}`,
    standfirst: `Common ${secret(`${of}: standfirst`)}`,
    kicker: secret(`${of}: kicker`),
    dateline: secret(`${of}: dateline`),
    byline: [{ name: secret(`${of}: byline`) }],
    body: [
      paragraph(`Common ${secret(`${of}: paragraph`)}`),
      { kind: "crosshead", id: randomUUID().slice(0, 12), text: secret(`${of}: crosshead`) },
      { kind: "picture", id: randomUUID().slice(0, 12), pictureId: stored.picture.id, ...words },
    ],
  }
}

/** The files of every picture that a text ever had. */
const filesOf = (text: Partial<StoryText>) =>
  (text.body ?? []).flatMap((block) =>
    block.kind === "picture" ? ["jpg", "webp"].map((end) => `/api/pictures/${block.pictureId}-${WIDE}.${end}`) : [],
  )

const wordsOf = (text: Partial<StoryText>) =>
  [...JSON.stringify(text).matchAll(/\bq[0-9a-f]{12}\b/g)].map(([word]) => word)

async function rewritten(story: Story, changes: Partial<StoryText>): Promise<Story> {
  const saving = await saveDraft(await hire("editor"), story.id, story.revision, changes)
  if (!("saved" in saving)) throw new Error("not saved")
  return saving.saved
}

async function act(story: Story, name: Act, particulars: Partial<Particulars> = {}): Promise<Story> {
  const { ben } = await cast()
  const after = done(await perform(ben, name, story.id, story.revision, particulars))
  await pagesFollow()
  return after
}

const TOMORROW = () => new Date(Date.now() + 86_400_000)
const FEEDS = ["feed.xml", "atom.xml", "feed.json"]

/** Everything that the address of a story may have behind it, whether it is there or not. */
function addressesOf(story: Story): string[] {
  const path = pathOf(story)
  const desk = `/newsroom/stories/${story.id}`
  return [
    ...["", ".json", ".ninjs.json", ".md", ".txt", "/history", "/history?from=1&to=2", "/timemap"].map(
      (end) => path + end,
    ),
    ...[1, 2, 3].flatMap((number) => [`${path}/v/${number}`, `${path}/v/${number}/proof.json`]),
    ...[desk, `${desk}/preview`, `${desk}/changes`, `${desk}/history`, `/api/timegate${path}`],
    ...filesOf(story.text),
    ...["", "/changes", "/impact", "/receipts", "/versions", "/aside", "/related"].map(
      (end) => `/api/v1/stories/${story.id}${end}`,
    ),
  ]
}

async function listsFor(section: string): Promise<string[]> {
  const day = dayAt(new Date())
  const events = await db.storyEvent.findMany({ orderBy: { position: "desc" }, take: 30, select: { position: true } })
  return [
    ...[
      "/",
      `/${section}`,
      "/corrections",
      dayAddress(day),
      monthAddress(day.year, day.month),
      "/sitemap.xml",
      "/news-sitemap.xml",
    ],
    ...FEEDS.flatMap((feed) => [`/${feed}`, `/${section}/${feed}`, `/corrections/${feed}`]),
    ...["common", `common section:${section}`, `section:${section}`].map((q) => `/search?q=${encodeURIComponent(q)}`),
    ...[
      "/api/v1/stories",
      "/api/v1/events",
      "/newsroom",
      "/newsroom/corrections",
      "/newsroom/coming",
      "/api/health/ready",
    ],
    ...["/record", "/record/head.json", "/record/heads/0", "/.well-known/standfirst-record.json"],
    ...events.map(({ position }) => `/record/entries/${position - 1}`),
  ]
}

/** Asks for all of it as somebody who is not signed in. What of the words came, and where. */
async function sweep(stories: readonly Story[], section: string): Promise<string[]> {
  const leaked: string[] = []
  const ask = async (address: string) => {
    const answer = await fetch(ORIGIN + address, { redirect: "manual" })
    const said = `${JSON.stringify([...answer.headers])} ${await answer.text()}`
    // A story's slug may be guessed; what is asked for is not told by the answer.
    for (const [word, of] of secrets) if (said.includes(word)) leaked.push(`${address} (${answer.status}) has ${of}`)
    return said
  }
  const queue = [...stories.flatMap(addressesOf), ...(await listsFor(section))]
  const hand = async () => {
    for (let address = queue.pop(); address; address = queue.pop()) {
      const said = await ask(address)
      // Pictures and parts of the sitemap that these pages lead to.
      if (address === "/sitemap.xml")
        for (const [, part = ""] of said.matchAll(/<loc>[^<]*?(\/sitemap-[^<]+)<\/loc>/g)) queue.push(part)
      if (stories.some((story) => address === pathOf(story)))
        for (const [, picture = ""] of said.matchAll(/"[^"]*?(\/api\/pictures\/[^"?]+)/g)) queue.push(picture)
    }
  }
  await Promise.all(Array.from({ length: 4 }, hand))
  return leaked
}

test("no word of anything that is not public is anywhere outside, before and after each act", {
  tag: "@sweep",
}, async () => {
  test.setTimeout(180_000)
  const { ben } = await cast()
  const section = (await openSection()).slug
  // Addresses are asked for here, so they are no secret.
  const place = () => ({ section, slug: rareWord() })
  const stories: Story[] = []
  for (const status of ["draft", "filed", "scheduled", "spiked"] as const)
    stories.push(await storyIn(status, { ...(await inEveryField(status)), ...place() }))
  stories.push(
    await act(await storyIn("filed", { ...(await inEveryField("embargoed")), ...place() }), "embargo", {
      at: TOMORROW(),
    }),
  )

  const withdrawn = await storyIn("published", { ...(await inEveryField("withdrawn")), ...place() })
  stories.push(await act(withdrawn, "withdraw", { note: "It never happened." }))

  const changed = await rewritten(
    await storyIn("published", { section, headline: "Common one" }),
    await inEveryField("unpublished"),
  )
  stories.push(
    await act(changed, "scheduleChange", {
      at: TOMORROW(),
      as: "correct",
      note: secret("the words of a scheduled correction"),
    }),
  )
  const kept = await rewritten(
    await storyIn("published", { section, headline: "Common two" }),
    await inEveryField("set aside"),
  )
  stories.push(done(await setAside(ben, kept.id, kept.revision)))
  const asked = await storyIn("published", { section, headline: "Common three" })
  stories.push(await act(asked, "askWithdrawal", { note: secret("why somebody asked for a withdrawal") }))
  const going = await storyIn("published", { section, headline: "Common four" })
  stories.push(
    await act(going, "withdrawLater", { at: TOMORROW(), note: secret("the notice of a withdrawal to come") }),
  )
  expect(secrets.size).toBeGreaterThan(50)
  expect(await sweep(stories, section)).toEqual([])

  // One story, act by act: what it gains is public from then on, what it loses is not any more.
  const first = await inEveryField("a story before it was published")
  let story = await storyIn("draft", { ...first, ...place() })
  const sweepWith = async (what: string) => expect(await sweep([story], section), what).toEqual([])
  story = await act(story, "file")
  story = await act(story, "sendBack", { note: secret("a word to the writer") })
  await sweepWith("filed and sent back")
  story = await act(await act(story, "file"), "publish")
  expect((await sweep([story], section)).length, "what is public is found all over").toBeGreaterThan(50)
  isPublic(wordsOf(first))
  const second = await inEveryField("the changes of a live story")
  story = await rewritten(story, second)
  await sweepWith("published, and written on")
  isPublic(wordsOf(second))
  story = await act(story, "correct", { note: "It was otherwise." })
  const third = await inEveryField("changes after a correction")
  story = await rewritten(story, third)
  await sweepWith("corrected, and written on")
  for (const word of [...wordsOf(first), ...wordsOf(second)]) secrets.set(word, "a version of a withdrawn story")
  story = await act(story, "withdraw", { note: "All of it was invented." })
  await sweepWith("withdrawn")
  story = await act(story, "restore")
  await sweepWith("restored as a draft")
})
