import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { programOf } from "../api"
import { cast, openSection, rareWord, storyIn } from "../newsroom"

test("a story goes by the API alone from a draft to readers, is corrected, and withdrawn", async () => {
  const { ada, ben, cleo } = await cast()
  const [asAda, asBen, asCleo] = [await programOf(ada), await programOf(ben), await programOf(cleo)]
  const { slug: section } = await openSection()
  const other = await storyIn("published")
  const made = await asAda("POST", "/stories", {
    headline: "L’été à Mol",
    standfirst: "Why it matters.",
    section,
    language: "fr",
    byline: "Ada and a colleague",
    body: [
      { kind: "paragraph", text: [{ text: "It is warm." }] },
      { kind: "crosshead", id: "c1", text: "Why?" },
    ],
  })
  expect(made.status).toBe(201)
  const { id } = made.body as unknown as { id: string }
  expect(made.headers.get("location")).toBe(`/api/v1/stories/${id}`)
  expect(made.headers.get("cache-control")).toBe("no-store")
  expect(made.headers.get("etag")).toBe('"1"')
  expect(made.body).toMatchObject({
    revision: 1,
    status: "draft",
    byline: [{ name: "Ada and a colleague" }],
    live: null,
    acts: ["file", "embargo"],
    unpublishedChanges: false,
    body: [{ id: expect.stringMatching(/^[0-9a-f-]{36}$/) }, { id: "c1" }],
  })
  expect(made.body.slug).toMatch(/^l-ete-a-mol/)

  const related = await asAda("PUT", `/stories/${id}/related`, {
    revision: 1,
    items: [{ story: other.id }, { url: "https://example.org/report", headline: "The report", source: "Example" }],
  })
  expect(related).toMatchObject({ status: 200, body: { revision: 2 } })
  expect(related.body.items).toMatchObject([
    { story: other.id, headline: other.text.headline, live: true },
    { url: "https://example.org/report", headline: "The report", source: "Example" },
  ])
  const again = await asAda("PUT", `/stories/${id}/related`, { items: related.body.items }, { "if-match": '"2"' })
  expect(again, "what GET gives, PUT takes, and nothing has changed").toMatchObject({
    status: 200,
    body: { revision: 2 },
  })

  const filed = await asAda("POST", `/stories/${id}/acts/file`, { revision: 2 })
  expect(filed).toMatchObject({
    status: 200,
    body: { story: { status: "filed" }, receipt: { version: null, sha256: null } },
  })
  const published = await asBen("POST", `/stories/${id}/acts/publish`, { revision: 3 })
  expect(published.body).toMatchObject({
    story: {
      status: "published",
      live: { version: 1 },
      acts: ["update", "minor", "correct", "schedule-change", "withdraw-later", "ask-withdrawal", "withdraw"],
    },
    event: { act: "publish", from: "filed", to: "published", version: 1, actor: { id: ben.id } },
    receipt: { version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/), by: { id: ben.id } },
  })

  const patched = await asBen("PATCH", `/stories/${id}`, { revision: 4, standfirst: "Why it really matters." })
  expect(patched.body).toMatchObject({ revision: 5, unpublishedChanges: true, live: { version: 1 } })
  const refused = await asBen("POST", `/stories/${id}/acts/correct`, { revision: 5 })
  expect(refused).toMatchObject({ status: 409, body: { type: "urn:standfirst:problem:refused" } })
  expect(refused.body.detail).toContain("readers will see it")
  const corrected = await asBen("POST", `/stories/${id}/acts/correct`, { revision: 5, note: "It was warm in Mol." })
  expect(corrected.body).toMatchObject({ receipt: { version: 2 }, event: { note: "It was warm in Mol." } })

  const versions = await asCleo("GET", `/stories/${id}/versions`)
  const { sha256 } = published.body.receipt as { sha256: string }
  expect(versions.body.versions).toMatchObject([
    { version: 1, kind: "publish", standfirst: "Why it matters.", sha256 },
    { version: 2, kind: "correct", note: "It was warm in Mol.", standfirst: "Why it really matters." },
  ])
  const withdrawn = await asCleo("POST", `/stories/${id}/acts/withdraw`, { revision: 6, note: "None of it was true." })
  expect(withdrawn.body).toMatchObject({ story: { status: "withdrawn", live: null, acts: ["remove", "restore"] } })

  const { position } = filed.body.receipt as { position: number }
  const log = await asAda("GET", `/events?after=${position - 1}&limit=1000`)
  const events = (log.body.events as { storyId: string; act: string }[]).filter(({ storyId }) => storyId === id)
  expect(events.map(({ act }) => act)).toEqual(["file", "publish", "correct", "withdraw"])
})

test("a scheduled story is published by the clock of the server, in its own time", async () => {
  const { ben } = await cast()
  const asBen = await programOf(ben)
  const story = await storyIn("filed")
  const at = new Date(Date.now() + 1_500).toISOString()
  const scheduled = await asBen("POST", `/stories/${story.id}/acts/schedule`, { revision: story.revision, at })
  expect(scheduled.body).toMatchObject({ story: { status: "scheduled", publishAt: at }, receipt: { version: null } })
  const present = () => asBen("GET", `/stories/${story.id}`)
  await expect.poll(async () => (await present()).body.status, { timeout: 20_000 }).toBe("published")
  expect((await present()).body).toMatchObject({ live: { version: 1, by: null }, publishAt: null })
  const { firstPublishedAt } = (await present()).body as unknown as { firstPublishedAt: string }
  expect(firstPublishedAt >= at).toBe(true)
})

test("a stale write is told both revisions and the present text, and writes nothing", async () => {
  const { ada } = await cast()
  const asAda = await programOf(ada)
  const story = await storyIn("draft")
  await asAda("PATCH", `/stories/${story.id}`, { revision: 1, headline: "The first was faster" })
  const stale = await asAda("PATCH", `/stories/${story.id}`, { revision: 1, headline: "The second was not" })
  expect(stale).toMatchObject({
    status: 409,
    body: {
      type: "urn:standfirst:problem:stale",
      yourRevision: 1,
      presentRevision: 2,
      story: { headline: "The first was faster", revision: 2 },
    },
  })
  expect(stale.headers.get("content-type")).toBe("application/problem+json")
  expect((await asAda("GET", `/stories/${story.id}`)).body).toMatchObject({ headline: "The first was faster" })
})

test("the newslist has filters and pages that hold every story once", async () => {
  const { ada } = await cast()
  const asAda = await programOf(ada)
  const { slug: section } = await openSection()
  const word = rareWord()
  const wanted: string[] = []
  for (let number = 0; number < 5; number++)
    wanted.push((await storyIn("draft", { section, headline: `${word} 100% number ${number}` })).id)
  await storyIn("filed", { section, headline: "Something else" })

  const found: string[] = []
  let cursor = ""
  do {
    const page = await asAda("GET", `/stories?section=${section}&status=draft&q=${word}+100%25&limit=2${cursor}`)
    expect(page).toMatchObject({ status: 200, body: { total: 5 } })
    const { items, next } = page.body as unknown as { items: { id: string }[]; next: string | null }
    found.push(...items.map(({ id }) => id))
    cursor = next ? `&cursor=${next}` : ""
  } while (cursor)
  expect(found).toEqual(wanted.reverse())
  expect((await asAda("GET", `/stories?section=${section}`)).body.total).toBe(6)
  expect((await asAda("GET", `/stories?section=${section}&q=100_`)).body.total).toBe(0)
  for (const query of ["status=nope", "limit=0", "cursor=x", "cursor=1_2"])
    expect((await asAda("GET", `/stories?${query}`)).status, query).toBe(400)
})

const LINE = { kind: "paragraph", id: "a", text: [{ text: "x" }] }
const run = (inline: object) => ({ body: [{ ...LINE, text: [inline] }] })
const noPicture = { kind: "picture", id: "p", pictureId: randomUUID(), caption: "", credit: "", alt: "x" }
const WRONG = [
  ["an unknown kind of block", { body: [LINE, { kind: "video", id: "b" }] }, "body.1.kind"],
  ["an unknown field of a block", { body: [{ ...LINE, html: "<b>" }] }, "body.0.html"],
  ["an unknown mark", run({ text: "x", underline: true }), "body.0.text.0.underline"],
  ["a dangerous link", run({ text: "x", link: "javascript:alert(1)" }), "body.0.text.0.link"],
  ["two blocks with one id", { body: [LINE, LINE] }, "body.1.id"],
  ["a picture that is not there", { body: [noPicture] }, "body.0.pictureId"],
  ["an unknown field", { body: [LINE], status: "published" }, "status"],
  ["a headline that is no text", { headline: 5 }, "headline"],
  ["a NUL", { headline: "a\u0000b" }, "headline"],
  ["half a character", { standfirst: "a\ud800" }, "standfirst"],
  ["a NUL deep inside", run({ text: "a\u0000" }), "body.0.text.0.text"],
  ["a section that is not there", { section: "no-such-section" }, "section"],
  ["a topic that is not there", { topics: ["no-such-topic"] }, "topics.0"],
  ["somebody who is not there", { byline: [{ personId: randomUUID(), name: "X" }] }, "byline.0.personId"],
  ["a related story that is not there", { related: [{ story: randomUUID() }] }, "related.0.story"],
  ["a link that is no address", { related: [{ url: "ftp://x", headline: "X" }] }, "related.0.url"],
  ["a slug with spaces", { slug: "A slug" }, "slug"],
  ["a language that the paper has not", { language: "tlh" }, "language"],
] as const

for (const [what, changes, path] of WRONG)
  test(`${what} is refused with the path to it`, async () => {
    const { ada } = await cast()
    const asAda = await programOf(ada)
    const { slug: section } = await openSection()
    const made = await asAda("POST", "/stories", { headline: "X", section, ...changes })
    expect(made.status).toBe(422)
    expect(Object.keys(made.body.errors ?? {})).toContain(path)
    const story = await storyIn("draft")
    const patched = await asAda("PATCH", `/stories/${story.id}`, { revision: 1, ...changes })
    expect(patched.status).toBe(422)
    expect(Object.keys(patched.body.errors ?? {})).toContain(path)
  })

test("a refused list of related items leaves no link behind", async () => {
  const { cleo } = await cast()
  const asCleo = await programOf(cleo)
  const story = await storyIn("draft")
  const headline = rareWord()
  const items = [{ url: "https://example.org/", headline }, { story: randomUUID() }]
  expect((await asCleo("PUT", `/stories/${story.id}/related`, { revision: 1, items })).status).toBe(422)
  expect(await db.outsideLink.count({ where: { headline } })).toBe(0)
})
