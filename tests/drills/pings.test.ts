import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { expect, test } from "@playwright/test"
import { deskAt } from "./desk"
import { newPlace, serving, start, stop } from "./start"

// A running paper, and a stand-in for a WebSub hub and for those who take IndexNow's pings.

type Ping = { path: string; type: string; body: string }

async function standIn() {
  const pings: Ping[] = []
  let away = false
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = ""
    for await (const chunk of request) body += chunk
    if (!away) pings.push({ path: request.url ?? "", type: request.headers["content-type"] ?? "", body })
    response.writeHead(away ? 503 : 202).end()
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pings,
    isAway: (now: boolean) => {
      away = now
    },
    close: () => server.close(),
  }
}

test("a hub and a search engine are told of what was published and withdrawn, also when they were away for a moment", async () => {
  const others = await standIn()
  const place = await newPlace()
  const key = "a-key-of-the-drill"
  const set = { WEBSUB_HUB: `${others.origin}/hub`, INDEXNOW_KEY: key, INDEXNOW_URL: `${others.origin}/indexnow` }
  try {
    const paper = await serving(start(place, set))
    try {
      expect(await (await fetch(`${paper.origin}/${key}.txt`)).text()).toBe(key)
      const feed = await (await fetch(`${paper.origin}/feed.xml`)).text()
      expect(feed).toContain(`href="${others.origin}/hub" rel="hub"`)

      const toldOf = (address: string) =>
        others.pings.filter(({ path, body }) => path === "/indexnow" && JSON.parse(body).urlList.includes(address))
      const hubToldOf = (feed: string) =>
        others.pings.filter(
          ({ path, body }) =>
            path === "/hub" && new URLSearchParams(body).getAll("hub.url").includes(paper.origin + feed),
        )
      const desk = deskAt(paper.origin, place)
      others.isAway(true)
      const story = await desk.publishNew("News for machines", "world")
      const address = `${paper.origin}/${story.section}/${story.slug}`
      others.pings.length = 0
      others.isAway(false)
      await expect.poll(() => toldOf(address).length, { timeout: 60_000 }).toBeGreaterThan(0)
      const [{ type, body } = { type: "", body: "{}" }] = toldOf(address)
      expect(type).toContain("application/json")
      expect(JSON.parse(body)).toMatchObject({
        host: new URL(paper.origin).host,
        key,
        keyLocation: `${paper.origin}/${key}.txt`,
      })
      for (const feed of ["/feed.xml", "/world/feed.xml", "/world/atom.xml"])
        await expect.poll(() => hubToldOf(feed).length, { timeout: 60_000 }).toBeGreaterThan(0)
      const [hub] = hubToldOf("/feed.xml")
      expect(new URLSearchParams(hub?.body).get("hub.mode")).toBe("publish")

      others.pings.length = 0
      await desk.act(story, "withdraw", "It never happened.")
      await expect.poll(() => toldOf(address).length, { timeout: 60_000 }).toBeGreaterThan(0)
      await expect.poll(() => hubToldOf("/corrections/feed.xml").length, { timeout: 60_000 }).toBeGreaterThan(0)
    } finally {
      await stop(paper)
    }
  } finally {
    others.close()
    place.remove()
  }
})
