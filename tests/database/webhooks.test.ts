import { createHmac } from "node:crypto"
import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "@playwright/test"
import { db } from "@/lib/db.server"
import { perform } from "@/lib/story/perform.server"
import { deliver } from "@/lib/webhooks/deliver.server"
import { queueWebhooks } from "@/lib/webhooks/queue.server"
import { addWebhook, findWebhooks, removeWebhook, replay } from "@/lib/webhooks/webhooks.server"
import { done, hire, storyIn } from "../newsroom"
import { inADatabaseOfItsOwn } from "./own-database"

inADatabaseOfItsOwn()

type Taken = { headers: IncomingHttpHeaders; body: string }

/** Somebody else's program, which takes what it is told or not. */
async function elsewhere() {
  const taken: Taken[] = []
  let status = 204
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      if (status < 300) taken.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told?by=standfirst`,
    taken,
    answer: (with_: number) => {
      status = with_
    },
    close: () => server.close(),
  }
}

async function hooked() {
  const [ben, cleo, other] = [await hire("editor"), await hire("admin"), await elsewhere()]
  while (await queueWebhooks());
  const added = await addWebhook(cleo, { url: other.url })
  if ("refused" in added) throw new Error(added.refused)
  return { ben, cleo, other, ...added }
}

const signal = new AbortController().signal
const jobsFor = async (hook: string) => {
  const jobs = await db.job.findMany({
    where: { kind: "webhook", payload: { path: ["hook"], equals: hook } },
    orderBy: { id: "asc" },
  })
  return jobs
    .map(({ payload }) => payload as { hook: string; position: number })
    .sort((a, b) => a.position - b.position)
}

test("a program is told, signed, of what readers can see, and of nothing else", async () => {
  const { ben, other, webhook, secret } = await hooked()
  await storyIn("draft")
  const story = await storyIn("published")
  done(await perform(ben, "withdraw", story.id, story.revision, { note: "A word for readers." }))
  await Promise.all([queueWebhooks(), queueWebhooks()])
  while (await queueWebhooks());
  const jobs = await jobsFor(webhook.id)
  expect(jobs).toHaveLength(2)
  for (const job of jobs) await deliver(job, signal)
  const told = other.taken.map(({ body }) => JSON.parse(body))
  const address = `/${story.text.section}/${story.text.slug}`
  expect(told).toMatchObject([
    { type: "story.publish", data: { story: story.id, version: 1, address } },
    { type: "story.withdraw", data: { story: story.id, version: null, address } },
  ])
  expect(JSON.stringify(told)).not.toContain(story.text.headline)
  const names = ["address", "position", "story", "url", "version"]
  expect(told.map(({ data }) => Object.keys(data).sort())).toEqual([names, names])
  for (const { headers, body } of other.taken) {
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
    const key = Buffer.from(secret.slice("whsec_".length), "base64")
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`)
    expect(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(60)
  }
  expect(new Set(other.taken.map(({ headers }) => headers["webhook-id"])).size).toBe(2)
  other.close()
})

test("what is not taken fails in words without the address, and is told again when somebody asks from a position on", async () => {
  const { cleo, other, webhook } = await hooked()
  await storyIn("published")
  while (await queueWebhooks());
  const [job] = await jobsFor(webhook.id)
  if (!job) throw new Error("nothing was queued")
  for (const status of [500, 302]) {
    other.answer(status)
    await expect(deliver(job, signal)).rejects.toThrow(/^127\.0\.0\.1:\d+ answered \d+$/)
  }
  expect((await findWebhooks()).find(({ id }) => id === webhook.id)).toMatchObject({
    takenAt: null,
    failedAt: expect.any(Date),
  })
  other.answer(204)
  await deliver(job, signal)
  expect(await replay(cleo, webhook.id, job.position - 1)).toEqual({ queued: 1 })
  expect(await replay(cleo, webhook.id, job.position)).toEqual({ queued: 0 })
  expect(await jobsFor(webhook.id)).toHaveLength(2)
  other.close()
  await expect(deliver(job, signal)).rejects.toThrow(/did not answer$/)
  expect(await removeWebhook(cleo, webhook.id)).toHaveProperty("done")
  await deliver(job, signal)
})

test("webhooks are an administrator's, and lead to web addresses", async () => {
  const { ben, cleo, other, webhook } = await hooked()
  other.close()
  for (const answer of [
    addWebhook(ben, { url: other.url }),
    removeWebhook(ben, webhook.id),
    replay(ben, webhook.id, 0),
  ])
    expect(await answer).toMatchObject({ because: "no right" })
  for (const url of ["ftp://example.invalid/", "javascript:alert(1)", "", "nowhere"])
    expect(await addWebhook(cleo, { url }), url).toMatchObject({ because: "bad input" })
  for (const id of ["x", "0198a000-0000-7000-8000-000000000001"])
    expect(await removeWebhook(cleo, id)).toMatchObject({ because: "not found" })
})
