import { existsSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { ask } from "@/server/database"
import { freePort } from "@/server/ports"
import { createCluster, startCluster, stopCluster, urlOf } from "@/server/postgres/cluster"
import { embeddedPlace } from "@/server/postgres/place"
import { answers, newPlace, serving, start, stop } from "./start"

test("on a given server in production there is no demo paper but a one-time address for the first administrator", async () => {
  const server = await newPlace()
  const log = join(server.folder, "postgres.log")
  const cluster = { place: await embeddedPlace(server.folder), port: await freePort(), password: "a drill's own", log }
  await createCluster(cluster)
  const postgres = await startCluster(cluster)
  const place = await newPlace()
  try {
    const databaseUrl = urlOf(cluster, "given")
    const paper = await serving(start(place, { DATABASE_URL: databaseUrl, NODE_ENV: "production" }))
    try {
      const [, address] = /first administrator, once, at\s+(\S+)/.exec(paper.said()) ?? []
      expect(address?.startsWith(`${paper.origin}/newsroom/`)).toBe(true)
      expect((await fetch(address ?? "")).status).toBe(200)
      expect(await ask(databaseUrl, 'SELECT FROM "Person"')).toEqual([])
      expect(paper.said()).not.toContain("demo.test")
      expect(existsSync(join(place.folder, "postgres"))).toBe(false)
      expect(await answers(paper)).toBe("200,200")
    } finally {
      await stop(paper)
    }
  } finally {
    await stopCluster(postgres)
    for (const one of [place, server]) one.remove()
  }
})
