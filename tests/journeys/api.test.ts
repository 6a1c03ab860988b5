import { type APIRequestContext, expect, test } from "@playwright/test"
import { call } from "../api"
import { bearerOf, cast, ORIGIN, openSection, rareWord, storyIn } from "../newsroom"

/** A program that acts as somebody: what it sends is JSON, what it gets is an answer with status and body. */
async function programOf(request: APIRequestContext, person: Parameters<typeof bearerOf>[0]) {
  const headers = await bearerOf(person)
  return async (method: string, path: string, data?: unknown, more: Record<string, string> = {}) => {
    const sent = { ...headers, ...more }
    const answer = await request.fetch(`/api/v1${path}`, { method, headers: sent, ...(data !== undefined && { data }) })
    return { status: answer.status(), headers: answer.headers(), body: await answer.json() }
  }
}

test("a story goes through the API from its first words to its withdrawal", async ({ request }) => {
  const { ada, ben, cleo } = await cast()
  const [byAda, byBen] = [await programOf(request, ada), await programOf(request, ben)]
  const byCleo = await programOf(request, cleo)
  const section = (await openSection()).slug
  const other = await storyIn("published", { section })
  const word = rareWord()
  const written = { headline: `Talks about ${word} begin`, section, standfirst: "A tpyo.", byline: ada.name }
  const body = [
    { kind: "crosshead", text: "Technical, not political" },
    { kind: "paragraph", text: [{ text: "“Clearly a technical mission”, she said." }] },
    { kind: "quote", text: [{ text: "Nobody takes part." }], speaker: "The minister" },
  ]

  const made = await byAda("POST", "/stories", { ...written, body })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ status: "draft", slug: `talks-about-${word}-begin`, acts: ["file", "embargo"] })
  const { id } = made.body
  const address = `/${section}/${made.body.slug}`

  const mended = await byAda("PATCH", `/stories/${id}`, { revision: made.body.revision, standfirst: "No typo." })
  expect(mended.body.standfirst).toBe("No typo.")
  const items = [
    { story: other.id },
    { url: "https://elsewhere.test/a", headline: "Read elsewhere", source: "Elsewhere" },
  ]
  const related = await byAda("PUT", `/stories/${id}/related`, { revision: mended.body.revision, items })
  expect(related.body.items).toHaveLength(2)
  const filed = await byAda("POST", `/stories/${id}/acts/file`, { revision: related.body.revision })
  expect(filed.body).toMatchObject({ story: { status: "filed" }, event: { act: "file" } })
  expect((await request.get(address)).status()).toBe(404)

  const revision = filed.body.story.revision
  expect((await byAda("POST", `/stories/${id}/acts/publish`, { revision })).status).toBe(403)
  expect((await byBen("POST", `/stories/${id}/acts/publish`, { revision: revision - 1 })).body.type).toMatch(/stale$/)
  const published = await byBen("POST", `/stories/${id}/acts/publish`, { revision })
  expect(published.body).toMatchObject({ story: { status: "published" }, receipt: { version: 1 } })
  const page = await (await request.get(address)).text()
  for (const words of [
    written.headline,
    "No typo.",
    "Technical, not political",
    "“Clearly a technical mission”",
    "Read elsewhere",
  ])
    expect(page).toContain(words)

  const changed = await byBen("PATCH", `/stories/${id}`, {
    revision: published.body.story.revision,
    standfirst: "Put right.",
  })
  expect(await (await request.get(address)).text()).not.toContain("Put right.")
  const note = `It was never about ${word}.`
  const refused = await byBen("POST", `/stories/${id}/acts/correct`, { revision: changed.body.revision })
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("what was wrong")])
  const corrected = await byBen("POST", `/stories/${id}/acts/correct`, { revision: changed.body.revision, note })
  expect(corrected.body.receipt.version).toBe(2)
  expect(await (await request.get(address)).text()).toContain(note)

  const notice = `The story about ${word} was wrong.`
  const withdrawn = await byCleo("POST", `/stories/${id}/acts/withdraw`, {
    revision: corrected.body.story.revision,
    note: notice,
  })
  expect(withdrawn.body.story).toMatchObject({ status: "withdrawn", live: null })
  const gone = await request.get(address)
  expect([gone.status(), await gone.text()]).toEqual([410, expect.stringContaining(notice)])

  const { body: versions } = await byAda("GET", `/stories/${id}/versions`)
  expect(versions.versions.map(({ version }: { version: number }) => version).sort()).toEqual([1, 2])
  const { body: log } = await byAda("GET", `/events?after=${filed.body.event.position - 1}&limit=1000`)
  const acts = log.events
    .filter(({ storyId }: { storyId: string }) => storyId === id)
    .map(({ act }: { act: string }) => act)
  expect(acts).toEqual(["file", "publish", "correct", "withdraw"])
})

test("a write that is repeated with its key is done once", async ({ request }) => {
  const { ada } = await cast()
  const byAda = await programOf(request, ada)
  const section = (await openSection()).slug
  const key = { "Idempotency-Key": rareWord() }
  const write = () => byAda("POST", "/stories", { headline: `Once ${rareWord()}`.slice(0, 4), section, body: [] }, key)
  const [first, second] = await Promise.all([write(), write()])
  expect(first.status).toBe(201)
  expect(second.body.id).toBe(first.body.id)
  expect((await byAda("GET", `/stories?section=${section}`)).body.total).toBe(1)
})

test("a refusal is problem+json with the path to what is wrong", async ({ request }) => {
  const { ada } = await cast()
  const byAda = await programOf(request, ada)
  const section = (await openSection()).slug
  const body = [{ kind: "paragraph", text: [{ text: "a", colour: "red" }] }]
  const answer = await byAda("POST", "/stories", { headline: "A", section, body })
  expect(answer.status).toBe(422)
  expect(answer.headers["content-type"]).toBe("application/problem+json")
  expect(answer.body).toMatchObject({ status: 422, type: expect.any(String), title: expect.any(String) })
  expect(Object.keys(answer.body.errors).join()).toContain("body.0")
})

test("what the paper relates to a page is told to everybody, and a page of another site may ask", async () => {
  const story = await storyIn("published")
  const url = `${ORIGIN}/${story.text.section}/${story.text.slug}`
  const told = await call("GET", `/related?url=${encodeURIComponent(url)}`)
  expect(told).toMatchObject({ status: 200, body: { url, related: [] } })
  expect(told.headers.get("access-control-allow-origin")).toBe("*")
  expect(told.headers.get("set-cookie")).toBeNull()
  expect((await call("GET", "/related")).status).toBe(400)
  expect((await call("PUT", "/related", { body: {} })).status).toBe(405)
})
