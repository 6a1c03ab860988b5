import { setTimeout as sleep } from "node:timers/promises"
import { ask, embeddedUrl, openCluster } from "./database"
import { generateClient } from "./generate"
import { lockFolder, readRunning } from "./lock"
import { startCluster, stopCluster } from "./postgres/cluster"
import { environmentOf, migrateDatabase } from "./prepare"
import { Stop } from "./say"
import { openSecrets } from "./secrets"
import type { Settings } from "./settings"

/**
 * Gives a command the database: the given one, the one of a running `npm start`, or the embedded one started for the time
 * being. Sets the environment that the application's code reads. @returns what to call in the end
 */
export async function borrowDatabase(
  settings: Settings,
  command: string,
  prepare: (databaseUrl: string, dataDir: string) => Promise<void> = migrateDatabase,
): Promise<() => Promise<void>> {
  await generateClient()
  const secrets = await openSecrets(settings.dataDir, settings.demoPassword)
  const lock = settings.databaseUrl ? undefined : await lockFolder(settings.dataDir, command)
  const giveBack = lock && !("held" in lock) ? await startForNow(settings, secrets, lock.release) : async () => {}
  const databaseUrl = settings.databaseUrl ?? (await remembered(settings))
  try {
    await prepare(databaseUrl, settings.dataDir)
  } catch (error) {
    await giveBack()
    throw error
  }
  const DEMO_PASSWORD = settings.demoPassword ?? secrets.demoPassword
  Object.assign(process.env, environmentOf(await withPublicOrigin(settings), secrets, databaseUrl), { DEMO_PASSWORD })
  return giveBack
}

async function startForNow(
  settings: Settings,
  secrets: Parameters<typeof openCluster>[1],
  release: () => Promise<void>,
) {
  const child = await openCluster(settings.dataDir, secrets)
    .then((cluster) => startCluster(cluster))
    .catch(async (error) => {
      await release()
      throw error
    })
  return async () => {
    await othersAreGone(embeddedUrl(secrets))
    await stopCluster(child)
    await release()
  }
}

const BORROWED = "standfirst-borrowed"

/** The address by which a command finds another command's server: its connections say what they are. */
export const borrowed = (databaseUrl: string) => `${databaseUrl}?application_name=${BORROWED}`

/** A second command may have found this server and work on it: it is waited for, for a while. */
export async function othersAreGone(databaseUrl: string, pause: () => Promise<unknown> = () => sleep(200)) {
  const count = `SELECT count(*)::int AS others FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND application_name = '${BORROWED}'`
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause()) {
    const [row] = await ask<{ others: number }>(databaseUrl, count).catch(() => [])
    if (!row?.others) return
  }
}

/** The database of the process that has the folder, which may be starting this very moment. */
async function remembered({ dataDir }: Settings) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(200)) {
    const databaseUrl = borrowed(embeddedUrl(await openSecrets(dataDir)))
    const answers = await ask(databaseUrl, "SELECT 1").catch((error) => (error.code === "3D000" ? [1] : null))
    if (answers) return databaseUrl
  }
  throw new Stop(
    `Another process has ${dataDir}, and its PostgreSQL does not answer. See whether \`npm start\` is well.`,
  )
}

/** Addresses that a command prints lead to the paper that is being served. */
async function withPublicOrigin(settings: Settings): Promise<Settings> {
  const running = await readRunning(settings.dataDir)
  return running?.address && !process.env.PUBLIC_ORIGIN ? { ...settings, publicOrigin: running.address } : settings
}
