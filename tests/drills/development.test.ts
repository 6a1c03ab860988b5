import { randomBytes } from "node:crypto"
import { request } from "node:http"
import { expect, test } from "@playwright/test"
import { answers, newPlace, serving, start, stop } from "./start"

test("npm run dev serves the paper, says its statuses, and lets pages follow the sources", async () => {
  const place = await newPlace()
  try {
    const paper = await serving(start(place, {}, { command: "dev" }))
    try {
      expect(await answers(paper)).toBe("200,200")
      expect((await fetch(`${paper.origin}/no-such-section`)).status).toBe(404)
      expect(await upgrade(paper.origin, "/_next/hmr?id=drill")).toBe(101)
    } finally {
      expect(await stop(paper)).toBe(0)
    }
  } finally {
    place.remove()
  }
})

/** The status with which a web socket is opened. */
function upgrade(origin: string, path: string) {
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-key": randomBytes(16).toString("base64"),
    "sec-websocket-version": "13",
    origin,
  }
  return new Promise<number | undefined>((done, fail) => {
    const asking = request(`${origin}${path}`, { headers })
    asking.on("upgrade", (response, socket) => {
      socket.destroy()
      done(response.statusCode)
    })
    asking.on("response", (response) => done(response.statusCode))
    asking.on("error", fail)
    asking.end()
  })
}
