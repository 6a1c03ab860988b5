import { setTimeout as sleep } from "node:timers/promises"
import { ask, embeddedUrl, openCluster } from "../server/database"
import { startCluster, stopCluster } from "../server/postgres/cluster"
import { migrateDatabase, runBeside } from "../server/prepare"
import { openSecrets } from "../server/secrets"
import { DEMO_PASSWORD, type Paper, startPaper, throwAwayFolder } from "../server/test/paper"
import { enter } from "../tests/database/own-database"

/** A throw-away data folder with a database server that the bench itself starts and stops, and nodes that serve what is in it. */
export type Place = {
  folder: string
  databaseUrl: string
  /** of the database server */
  pid(): number
  /** what the application's code needs to know to work here */
  environment: Record<string, string>
  /** Starts the paper as `npm start` does, with what is `set` besides, and of the demo paper all pictures made. Ended with the place. */
  node(set?: Record<string, string>): Promise<Paper>
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
}

/** Opens a place, works in it, and leaves nothing of it. `demo`: is it filled with the demo paper first? */
export async function inPlace<R>({ demo }: { demo: boolean }, work: (place: Place) => Promise<R>): Promise<R> {
  const { folder, remove } = await throwAwayFolder()
  const secrets = await openSecrets(folder, DEMO_PASSWORD)
  const cluster = await openCluster(folder, secrets)
  let server = await startCluster(cluster)
  const nodes: Paper[] = []
  const databaseUrl = embeddedUrl(secrets)
  const own = {
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secrets.authSecret,
    RECORD_KEY: secrets.recordKey,
    DATA_DIR: folder,
    LOG_LEVEL: "warn",
  }
  const environment = { ...own, PUBLIC_ORIGIN: "http://localhost:3000" }
  const leave = enter(databaseUrl)
  Object.assign(process.env, environment)
  try {
    await migrateDatabase(databaseUrl, folder)
    if (demo) await runBeside("demo.ts", { ...environment, DEMO_PASSWORD })
    return await work({
      ...{ folder, databaseUrl, environment, pid: () => server.pid ?? 0 },
      async node(set = {}) {
        const started = await startPaper(folder, { ...own, ...set })
        nodes.push(started)
        if (demo) await allMade(databaseUrl)
        return started
      },
      stopDatabase: () => stopCluster(server),
      async startDatabase() {
        server = await startCluster(cluster)
      },
    })
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
    await leave()
    await stopCluster(server)
    await remove()
  }
}

/**
 * Waits until nothing is left to be made later: crops, AVIF and share pictures. Readers come when they are made, and while they
 * are made the processors are busy. Error: after ten minutes something is still undone.
 */
async function allMade(databaseUrl: string): Promise<void> {
  const began = performance.now()
  const left = async () => Number((await ask<{ left: string }>(databaseUrl, JOBS_LEFT))[0]?.left)
  while ((await left()) > 0) {
    if (performance.now() - began > 600_000)
      throw new Error("After ten minutes the demo paper's pictures are not made.")
    await sleep(1_000)
  }
}

const JOBS_LEFT = `SELECT count(*) AS left FROM "Job" WHERE "doneAt" IS NULL AND "deadAt" IS NULL AND "runAt" <= now()`

/** Where a story with a picture stands in the demo paper, one that is as long as the paper's stories are. */
export async function storyWithPicture(databaseUrl: string): Promise<string> {
  const [row] = await ask<{ address: string }>(databaseUrl, LIVE_WITH_PICTURE)
  if (!row) throw new Error("The demo paper has no story with a picture.")
  return row.address
}

const LIVE_WITH_PICTURE = `SELECT '/' || s.section || '/' || s.slug AS address FROM "Story" s JOIN "Version" v ON v.id = s."liveId"
  WHERE (SELECT count(*) FROM jsonb_array_elements(v.body) block WHERE block->>'kind' = 'picture') = 1
  ORDER BY abs(length(v.body::text) - (SELECT avg(length(body::text)) FROM "Version")), s.id LIMIT 1`
