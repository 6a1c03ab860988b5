import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { createInterface } from "node:readline"
import { setTimeout as sleep } from "node:timers/promises"
import { pathToFileURL } from "node:url"
import { build } from "./build"
import { embeddedUrl, openCluster, openDatabase } from "./database"
import { generateClient } from "./generate"
import { endProcess, type Identity } from "./identity"
import { endGroup, type Kept, keep } from "./keep"
import { type Lock, lockFolder } from "./lock"
import { takeMirrorFolder } from "./pages/mirror-folder"
import { becomesFree, freePort, listens } from "./ports"
import { startCluster, stopCluster } from "./postgres/cluster"
import { environmentOf, migrateDatabase, welcome } from "./prepare"
import { endWith, Stop, say } from "./say"
import { openSecrets } from "./secrets"
import type { Settings } from "./settings"

/** `npm start` and `npm run dev`: prepares everything, keeps PostgreSQL, Next and the front process running, ends them all. */
export async function serve(settings: Settings, command: "start" | "dev") {
  const lock = await takeFolder(settings, command)
  const kept: Kept[] = []
  const end = endOnce(kept, lock)
  try {
    await clearOrphans(lock)
    await portIsOurs(settings)
    if (settings.mirrorDir) takeMirrorFolder(settings.mirrorDir)
    const secrets = await openSecrets(settings.dataDir, settings.demoPassword)
    if (settings.databaseUrl) await openDatabase(settings.databaseUrl)
    await generateClient()
    if (command === "start") await build()
    const children: Record<string, Identity> = {}
    const note = (name: string) => (identity: Identity | undefined) => {
      if (identity) children[name] = identity
      lock.note({ children }).catch(() => {})
    }
    if (!settings.databaseUrl) kept.push(await keepPostgres(settings, secrets, note("postgres")))
    const databaseUrl = settings.databaseUrl ?? embeddedUrl(secrets)
    await migrateDatabase(databaseUrl, settings.dataDir)
    const introduce = await welcome(settings, secrets, databaseUrl)
    const nextPort = await freePort()
    const environment = {
      ...environmentOf(settings, secrets, databaseUrl),
      FRONT_KEY: randomBytes(32).toString("base64url"),
    }
    kept.push(await keepNext(command, nextPort, environment, note("next")))
    kept.push(await keepFront(command, settings, nextPort, environment, note("front")))
    await lock.note({ address: settings.publicOrigin })
    await fetch(`http://${reachable(settings.host)}:${settings.port}/`).catch(() => {}) // the first reader shall not wait
    say(
      `\nStandfirst is at ${settings.publicOrigin} (the newsroom at ${settings.publicOrigin}/newsroom), after ${process.uptime().toFixed(1)} s.`,
    )
    introduce()
    say("Ctrl-C ends it.\n")
  } catch (error) {
    await end()
    endWith(error)
  }
}

async function takeFolder({ dataDir, databaseUrl, port }: Settings, command: string) {
  // Nodes that share a server may share a folder of pictures; the embedded server belongs to one.
  const lock = await lockFolder(dataDir, command, databaseUrl ? `running-${port}.json` : undefined)
  if (!("held" in lock)) return lock
  const { held } = lock
  const where = held.address ? ` and serves ${held.address}` : ""
  throw new Stop(
    `Standfirst runs on ${dataDir} already: \`npm run ${held.command}\` is process ${held.self.pid}${where}. It is left alone; end it first, or set DATA_DIR and PORT for another paper.`,
  )
}

/** What a killed start has left behind ends itself (server/leash.mjs); should something not, it is ended here. */
async function clearOrphans({ orphans }: Lock) {
  const { postgres: _endedByItsFolder, ...others } = orphans
  await Promise.all(Object.values(others).map((identity) => endProcess(identity, "SIGTERM", 3_000)))
}

async function portIsOurs({ port, host }: Settings) {
  if (await becomesFree(port, host, 1_500)) return
  throw new Stop(
    `Nothing can listen at ${host}:${port}: another program has the port, or the address is not this machine's. Set PORT or HOST.`,
  )
}

/** Stops everything in the order in which nothing is lost, once, however often it is asked. */
function endOnce(kept: Kept[], lock: Lock) {
  let ending: Promise<void> | undefined
  const end = async () => {
    for (const one of kept.reverse()) await one.stop()
    await lock.release()
  }
  const once = () => {
    ending ??= end()
    return ending
  }
  let asked = 0
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (asked++ === 0) say("\nEnding …")
      once().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  return once
}

async function keepPostgres(
  settings: Settings,
  secrets: Parameters<typeof openCluster>[1],
  onStart: (identity: Identity | undefined) => void,
) {
  const cluster = await openCluster(settings.dataDir, secrets)
  return keep({ name: "PostgreSQL", launch: () => startCluster(cluster), end: stopCluster, onStart })
}

function keepNext(
  command: "start" | "dev",
  port: number,
  environment: Record<string, string>,
  onStart: (identity: Identity | undefined) => void,
) {
  const args = [command, "--hostname", "127.0.0.1", "--port", String(port)]
  if (command === "start") args.push("--keepAliveTimeout", "70000")
  const NODE_ENV = command === "start" ? "production" : "development"
  const launch = async () => {
    const child = launchNode(["node_modules/next/dist/bin/next", ...args], { ...environment, NODE_ENV })
    for (const deadline = Date.now() + 60_000; !(await listens(port)); await sleep(25)) {
      if (child.exitCode !== null || child.signalCode) throw new Stop("Next did not start; the reason stands above.")
      if (Date.now() > deadline) {
        await endGroup(child)
        throw new Stop("Next did not start within a minute.")
      }
    }
    return child
  }
  return keep({ name: "Next", launch, end: endGroup, onStart })
}

function keepFront(
  command: string,
  { host, port, readerWorkers, pageMemory }: Settings,
  nextPort: number,
  environment: Record<string, string>,
  onStart: (identity: Identity | undefined) => void,
) {
  const own = {
    HOST: host,
    PORT: String(port),
    NEXT_PORT: String(nextPort),
    READER_WORKERS: String(readerWorkers),
    PAGE_MEMORY_MB: String(pageMemory),
    STANDFIRST_DEV: command === "dev" ? "1" : "",
  }
  const launch = async () => {
    const child = launchNode(["--import", "tsx", "server/front.ts"], { ...environment, ...own })
    await new Promise<void>((done, fail) => {
      child.once("message", () => done())
      child.once("exit", () => fail(new Stop("The front process did not start; the reason stands above.")))
    })
    return child
  }
  return keep({ name: "The front process", launch, end: endGroup, onStart })
}

/** A process of ours: on the leash, leading a group of its own, so that Ctrl-C reaches it through us alone. */
export function launchNode(args: string[], environment: Record<string, string>): ChildProcess {
  const leash = pathToFileURL("server/leash.mjs").href
  const child = spawn(process.execPath, ["--import", leash, ...args], {
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  })
  // Next greets with addresses that nobody outside may use.
  const greeting = /^\s*(▲ Next|- Local|- Network|- Experiments|✓ (Starting|Ready|Running)|$)/
  if (child.stdout) createInterface(child.stdout).on("line", (line) => greeting.test(line) || console.log(line))
  return child
}

function reachable(host: string) {
  if (host === "0.0.0.0") return "127.0.0.1"
  if (host === "::") return "[::1]"
  return host.includes(":") ? `[${host}]` : host
}
