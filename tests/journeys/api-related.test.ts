import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { sealEvents } from "@/lib/record/seal.server"
import { keepNote } from "@/lib/related/notes.server"
import { perform } from "@/lib/story/perform.server"
import { programOf } from "../api"
import { cast, done, ORIGIN, openSection, pagesFollow, rareWord, storyIn } from "../newsroom"
import { pathOf } from "../reader-pages"

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

test("everything that an item says comes back as it was given, times in UTC, and notes with who wrote them", async () => {
  const { ada, ben } = await cast()
  const [asAda, asBen] = [await programOf(ada), await programOf(ben)]
  const [story, other] = [await storyIn("filed"), await storyIn("published")]
  const at = `/stories/${story.id}/related`
  const said = {
    ...{ reason: "Background", headlineForReaders: "In other words", pinned: true },
    ...{ from: "2026-12-03T09:00:00+01:00", until: "2099-01-01T00:00:00Z" },
  }
  const items = [
    { story: other.id, ...said, note: "The minister asked." },
    { url: "https://example.org/a", headline: "A page", hidden: true, pinned: false },
  ]
  const put = await asBen("PUT", at, { revision: story.revision, items })
  expect(put).toMatchObject({ status: 200, body: { revision: story.revision + 1 } })
  const kept = { ...said, from: "2026-12-03T08:00:00.000Z", until: "2099-01-01T00:00:00.000Z" }
  const note = { note: "The minister asked.", noteBy: ben.name, noteAt: expect.any(String) }
  const added = { addedBy: ben.name, addedAt: expect.any(String) }
  expect(put.body.items).toEqual([
    expect.objectContaining({ story: other.id, headline: other.text.headline, ...kept, ...note, ...added }),
    { link: expect.any(String), url: "https://example.org/a", headline: "A page", source: "", hidden: true, ...added },
  ])
  const again = await asBen("PUT", at, { revision: story.revision + 1, items: put.body.items })
  expect(again.body, "what GET gives, PUT takes, and nothing has changed").toEqual(put.body)

  const seen = await asAda("GET", at)
  expect(seen.status).toBe(200)
  expect(JSON.stringify(seen.body), "who may not write the story is not given its notes").not.toContain("minister")
  const whole = await asBen("GET", `/stories/${story.id}`)
  expect(whole.body.related).toEqual([
    { story: other.id, ...kept },
    { link: expect.any(String), hidden: true },
  ])
  expect(JSON.stringify(whole.body)).not.toContain("minister")

  const patched = await asBen("PATCH", `/stories/${story.id}`, {
    ...{ revision: story.revision + 1, related: [{ story: other.id, note: "" }] },
  })
  expect(patched).toMatchObject({ status: 200, body: { related: [{ story: other.id }] } })
  expect((await asBen("GET", at)).body.items).toEqual([expect.not.objectContaining({ note: expect.anything() })])
})

test("what is wrong with an item is named at its path, and nothing of the list is kept", async () => {
  const asAda = await programOf((await cast()).ada)
  const [story, other] = [await storyIn("draft"), await storyIn("published")]
  const wrong = async (item: object) => {
    const items = [{ story: other.id }, { url: "https://example.org/b", headline: "B" }, item]
    const answer = await asAda("PUT", `/stories/${story.id}/related`, { revision: 1, items })
    expect(answer.status, JSON.stringify(answer.body)).toBe(422)
    return Object.keys(answer.body.errors ?? {})
  }
  const span = { from: "2026-12-03T08:00:00Z", until: "2026-12-03T08:00:00Z" }
  expect(await wrong({ story: other.id, ...span })).toEqual(["items.2.until"])
  expect(await wrong({ url: "https://example.org/", headline: "X", ...span })).toEqual(["items.2.until"])
  expect(await wrong({ story: other.id, from: "2026-12-03T08:00" })).toEqual(["items.2.from"])
  expect(await wrong({ story: other.id, pinned: "yes" })).toEqual(["items.2.pinned"])
  expect(await wrong({ story: other.id, note: "x".repeat(401) })).toEqual(["items.2.note"])
  expect(await wrong({ story: other.id, colour: "red" })).toEqual(["items.2.colour"])
  expect(await wrong({ headline: "X" })).toEqual(["items.2"])
  expect((await asAda("GET", `/stories/${story.id}/related`)).body).toEqual({ revision: 1, items: [] })
})

test("a note, and what is hidden or not yet shown, is in nothing that somebody outside can ask for", async () => {
  const { ben } = await cast()
  const { slug: section } = await openSection(5)
  const [word, hidden, coming] = [rareWord(), rareWord(), rareWord()]
  const target = await storyIn("published")
  const [away, soon] = [await storyIn("published"), await storyIn("published")]
  const story = await storyIn("published", {
    ...{ section, slug: rareWord() },
    related: [
      { story: target.id },
      { story: away.id, hidden: true, headlineForReaders: hidden, reason: hidden },
      { story: soon.id, from: inMinutes(60), headlineForReaders: coming, reason: coming },
    ],
  })
  for (const { id } of [target, away, soon]) await keepNote(ben, { id: story.id, target: id, text: `Because ${word}.` })
  const saved = done(await perform(ben, "correct", story.id, story.revision, { note: "It was otherwise." }))
  expect(saved.liveId).not.toBeNull()
  await pagesFollow()
  while (await sealEvents());
  const path = pathOf(story)
  const asBen = await programOf(ben)
  const addresses = [
    ...["", ".json", ".ninjs2.json", ".md", ".txt", "/history", "/history?from=1&to=2", "/timemap"].map(
      (end) => path + end,
    ),
    ...[1, 2].flatMap((number) => [`${path}/v/${number}`, `${path}/v/${number}/proof.json`]),
    ...["", "/feed.xml", "/feed.json", "/atom.xml"].map((end) => `/${section}${end}`),
    ...["/", "/feed.xml", "/record", "/record/head.json", "/sitemap.xml"],
    `/api/v1/stories/${story.id}/related`,
  ]
  const secrets = [word, hidden, coming, away.id, soon.id]
  for (const address of addresses) {
    const answer = await fetch(ORIGIN + address)
    const said = `${JSON.stringify([...answer.headers])} ${await answer.text()}`
    // Lists of the whole paper hold the other stories for themselves.
    const mine = address.startsWith(path) ? secrets : secrets.slice(0, 3)
    for (const secret of mine) expect(said.includes(secret), `${address} has ${secret}`).toBe(false)
    if (address === path) expect(said).toContain(target.text.headline)
  }
  for (const inside of [`/stories/${story.id}/versions`, `/stories/${story.id}`, `/stories/${story.id}/receipts`])
    expect(JSON.stringify((await asBen("GET", inside)).body), inside).not.toContain(word)
  const first = await db.storyEvent.findFirstOrThrow({ where: { storyId: story.id }, orderBy: { position: "asc" } })
  const events = await asBen("GET", `/events?after=${first.position - 1}&limit=200`)
  expect(JSON.stringify(events.body)).toContain(story.id)
  expect(JSON.stringify(events.body)).not.toContain(word)
})

test("an item comes and goes on the page and in its forms by itself, at its moment", async () => {
  test.setTimeout(90_000)
  const [coming, going] = [await storyIn("published"), await storyIn("published")]
  const moment = new Date(Date.now() + 12_000)
  const story = await storyIn("published", {
    related: [
      { story: coming.id, from: moment.toISOString() },
      { story: going.id, until: moment.toISOString() },
    ],
  })
  const read = async (end: string) => (await fetch(ORIGIN + pathOf(story) + end)).text()
  for (const end of ["", ".txt"]) {
    const before = await read(end)
    // A busy machine may have taken longer than that.
    if (new Date() < moment) {
      expect(before).toContain(going.text.headline)
      expect(before).not.toContain(coming.text.headline)
    }
  }
  for (const end of ["", ".txt"]) {
    await expect.poll(() => read(end), { timeout: 60_000 }).toContain(coming.text.headline)
    expect(await read(end)).not.toContain(going.text.headline)
  }
})
