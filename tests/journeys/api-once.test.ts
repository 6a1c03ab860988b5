import { randomUUID } from "node:crypto"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { programOf } from "../api"
import { cast, openSection, rareWord, storyIn } from "../newsroom"

const keyed = () => ({ "idempotency-key": randomUUID() })

test("a write that is repeated with its key is done once, and answered alike", async () => {
  const { ada } = await cast()
  const asAda = await programOf(ada)
  const body = { headline: rareWord(), section: (await openSection()).slug }
  const headers = keyed()
  const first = await asAda("POST", "/stories", body, headers)
  const second = await asAda("POST", "/stories", body, headers)
  expect(first.status).toBe(201)
  expect(second).toMatchObject({ status: 201, body: first.body })
  expect(second.headers.get("idempotency-replayed")).toBe("true")
  expect(second.headers.get("location")).toBe(first.headers.get("location"))
  expect(await db.story.count({ where: { headline: body.headline } })).toBe(1)
})

test("twenty repeats at the same moment are one write", async () => {
  const { ada } = await cast()
  const asAda = await programOf(ada)
  const body = { headline: rareWord(), section: (await openSection()).slug }
  const headers = keyed()
  const told = await Promise.all(Array.from({ length: 20 }, () => asAda("POST", "/stories", body, headers)))
  expect(new Set(told.map((answer) => `${answer.status} ${answer.body.id}`)).size).toBe(1)
  expect(told.filter((answer) => answer.headers.get("idempotency-replayed") === null)).toHaveLength(1)
  expect(await db.story.count({ where: { headline: body.headline } })).toBe(1)
})

test("a repeated act is one event, though the story has moved on since", async () => {
  const { ben } = await cast()
  const asBen = await programOf(ben)
  const story = await storyIn("filed")
  const headers = keyed()
  const act = () => asBen("POST", `/stories/${story.id}/acts/publish`, { revision: story.revision }, headers)
  const first = await act()
  const second = await act()
  expect(first.status).toBe(200)
  expect(second.body).toEqual(first.body)
  expect(await db.storyEvent.count({ where: { storyId: story.id, act: "publish" } })).toBe(1)
})

test("a key that came with another request before is refused", async () => {
  const { ada, cleo } = await cast()
  const [asAda, asCleo] = [await programOf(ada), await programOf(cleo)]
  const { slug: section } = await openSection()
  const headers = keyed()
  expect((await asAda("POST", "/stories", { headline: "One", section }, headers)).status).toBe(201)
  const other = await asAda("POST", "/stories", { headline: "Two", section }, headers)
  expect(other).toMatchObject({ status: 422, body: { type: "urn:standfirst:problem:key-reused" } })
  const hers = await asCleo("POST", "/stories", { headline: "Two", section }, headers)
  expect(hers.status, "Cleo's keys are hers").toBe(201)
  const empty = await asAda("POST", "/stories", { headline: "One", section }, { "idempotency-key": "" })
  expect(empty.status).toBe(400)
})

test("what was refused was not done: a repeat with the same key tries again", async () => {
  const { ada } = await cast()
  const asAda = await programOf(ada)
  const topic = rareWord()
  const body = { headline: "One", section: (await openSection()).slug, topics: [topic] }
  const headers = keyed()
  expect((await asAda("POST", "/stories", body, headers)).status).toBe(422)
  await db.topic.create({ data: { slug: topic, name: topic } })
  expect((await asAda("POST", "/stories", body, headers)).status).toBe(201)
})

test("a key is forgotten after a day", async () => {
  const { ada } = await cast()
  const asAda = await programOf(ada)
  const body = { headline: rareWord(), section: (await openSection()).slug }
  const headers = keyed()
  const first = await asAda("POST", "/stories", body, headers)
  const yesterday = new Date(Date.now() - 25 * 60 * 60_000)
  await db.idempotencyKey.updateMany({ where: { personId: ada.id }, data: { createdAt: yesterday } })
  const second = await asAda("POST", "/stories", body, headers)
  expect(second.status).toBe(201)
  expect(second.body.id).not.toBe(first.body.id)
})
