import { join } from "node:path"
import { freePort } from "@/server/ports"
import { createCluster, startCluster, stopCluster, urlOf } from "@/server/postgres/cluster"
import { embeddedPlace } from "@/server/postgres/place"
import { newPlace } from "./start"

/** A PostgreSQL of the drill's own, which can be stopped without anybody starting it again. */
export async function ownServer() {
  const place = await newPlace()
  const log = join(place.folder, "postgres.log")
  const cluster = { place: await embeddedPlace(place.folder), port: await freePort(), password: "a drill's own", log }
  await createCluster(cluster)
  let running = await startCluster(cluster)
  return {
    url: urlOf(cluster, "given"),
    port: cluster.port,
    down: () => stopCluster(running),
    /** Ends it as when its machine loses power: nothing is written down any more. */
    async kill() {
      const gone = new Promise((done) => running.once("exit", done))
      running.kill("SIGKILL")
      await gone
    },
    up: async () => {
      running = await startCluster(cluster)
    },
    remove: () => place.remove(),
  }
}
