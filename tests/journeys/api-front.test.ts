import { expect, test } from "@playwright/test"
import { programOf } from "../api"
import { inHours, slotFor } from "../front"
import { cast, ORIGIN, openSection, rareWord, storyIn } from "../newsroom"

test("a program arranges a section, schedules, and cancels, as editors do on the screen", async ({ request }) => {
  const { ben } = await cast()
  const asBen = await programOf(ben)
  const { slug } = await openSection()
  const stories = [await storyIn("published", { section: slug }), await storyIn("published", { section: slug })]
  const page = `/front/${slug}`
  const empty = await asBen("GET", page)
  expect(empty.body).toEqual({ page: slug, revision: 0, inForce: null, coming: [] })

  const [first] = stories
  const slots = [{ story: first?.id, size: "lead", headline: "In other words" }]
  const told = await asBen("PUT", page, { revision: 0, slots })
  expect(told).toMatchObject({ status: 200, body: { revision: 1, inForce: { number: 1, by: { id: ben.id } } } })
  expect(told.headers.get("etag")).toBe('"1"')
  expect(await (await request.get(`${ORIGIN}/${slug}`)).text()).toContain("In other words")

  const from = inHours(3).toISOString()
  const later = await asBen("PUT", page, { slots: [], from }, { "if-match": '"1"' })
  expect(later.body).toMatchObject({ revision: 2, inForce: { number: 1 }, coming: [{ from, slots: [] }] })
  const cancelled = await asBen("PUT", page, { revision: 2, slots: null, from })
  expect(cancelled.body).toMatchObject({ revision: 3, inForce: { number: 1 }, coming: [] })
})

test("a program is told what is stale, missing, wrong, or not there", async () => {
  const { ben } = await cast()
  const asBen = await programOf(ben)
  const { slug } = await openSection()
  const story = await storyIn("published", { section: slug })
  const page = `/front/${slug}`
  expect((await asBen("PUT", page, { revision: 0, slots: [slotFor(story)] })).status).toBe(200)
  expect(await asBen("PUT", page, { revision: 0, slots: [] })).toMatchObject({
    status: 409,
    body: { yourRevision: 0, presentRevision: 1, arrangement: { inForce: { slots: [{ story: story.id }] } } },
  })
  expect((await asBen("PUT", page, { revision: 1, instead: 0, slots: [] })).status).toBe(409)
  expect(await asBen("PUT", page, { slots: [] })).toMatchObject({
    status: 422,
    body: { errors: { revision: expect.any(String) } },
  })
  expect(await asBen("PUT", page, { revision: 1 })).toMatchObject({
    status: 422,
    body: { errors: { slots: expect.any(String) } },
  })
  const wrong = await asBen("PUT", page, { revision: 1, slots: [{ story: story.id, size: "huge" }] })
  expect(wrong).toMatchObject({ status: 422, body: { errors: { "slots.0.size": expect.any(String) } } })
  expect((await asBen("PUT", page, { revision: 1, slots: [], more: 1 })).status).toBe(422)
  expect((await asBen("PUT", page, { revision: 1, slots: [], from: "tomorrow" })).status).toBe(422)
  for (const method of ["GET", "PUT"])
    expect(
      (await asBen(method, `/front/${rareWord()}`, method === "PUT" ? { revision: 0, slots: [] } : undefined)).status,
    ).toBe(404)
})

test("a scheduled arrangement and the end of a pin are before readers at their time, with nobody there to see to it", async ({
  request,
}) => {
  const { ben } = await cast()
  const asBen = await programOf(ben)
  const { slug } = await openSection()
  const [old, recent] = [await storyIn("published", { section: slug }), await storyIn("published", { section: slug })]
  /** Which of the two leads the page that readers get, out of the cache or new. */
  const leads = async () => {
    const html = await (await request.get(`${ORIGIN}/${slug}`)).text()
    return html.indexOf(old.text.headline) < html.indexOf(recent.text.headline) ? "old" : "recent"
  }
  expect(await leads()).toBe("recent")
  const soon = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()
  const slots = [{ story: old.id, size: "lead", until: soon(16) }]
  expect((await asBen("PUT", `/front/${slug}`, { revision: 0, slots, from: soon(4) })).status).toBe(200)
  await expect.poll(leads).toBe("old")
  await expect.poll(leads).toBe("recent")
})
