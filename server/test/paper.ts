import { type ChildProcess, spawn } from "node:child_process"
import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { embeddedUrl } from "../database"
import { freePort } from "../ports"
import { Stop } from "../say"
import { openSecrets } from "../secrets"

export type Paper = { origin: string; environment: Record<string, string>; pid: number; stop(): Promise<void> }

export const DEMO_PASSWORD = "seven quiet owls at dusk"

/** What somebody has set for a paper of their own is not for a throw-away one. */
const OWN =
  /^(PORT|HOST|DATABASE_URL|PUBLIC_ORIGIN|DATA_DIR|AUTH_SECRET|SMTP_URL|DUTY_EDITOR|WITHDRAWALS|RECORD_WITNESSES|PICTURES_S3\w*|NODE_NAME|LOG_LEVEL|DEMO_PASSWORD|NODE_ENV|READER_WORKERS|PAGE_MEMORY_MB|MIRROR_DIR|CDN|FASTLY_\w+|CLOUDFLARE_\w+|VARNISH_URL|WEBSUB_HUB|INDEXNOW_KEY|INDEXNOW_URL|SECURITY_CONTACT)$/

export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OWN.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: "production" }
}

/** A folder that is gone when the tests are, and that PostgreSQL's user may reach. */
export async function throwAwayFolder() {
  const folder = await mkdtemp(join(tmpdir(), "standfirst-test-"))
  await chmod(folder, 0o711)
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }) }
}

/** Starts the paper as `npm start` does, in a folder and on a port of its own, with what is `set` besides. */
export async function startPaper(folder: string, set: Record<string, string> = {}): Promise<Paper> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const given = {
    PORT: String(port),
    DATA_DIR: folder,
    DEMO_PASSWORD,
    LOG_LEVEL: "warn",
    PUBLIC_ORIGIN: origin,
    ...set,
  }
  const child = spawn(process.execPath, ["server/start.mjs", "start"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...cleanEnvironment(), ...given },
  })
  await serves(child)
  const secrets = await openSecrets(folder)
  const own = {
    AUTH_SECRET: secrets.authSecret,
    RECORD_KEY: secrets.recordKey,
    DATABASE_URL: embeddedUrl(secrets),
    STANDFIRST_ORIGIN: origin,
  }
  return { origin, environment: { ...own, ...given }, pid: child.pid ?? 0, stop: () => stop(child) }
}

function serves(child: ChildProcess) {
  return new Promise<void>((done, fail) => {
    if (child.stdout)
      createInterface(child.stdout).on("line", (line) => {
        console.log(line)
        if (line.startsWith("Standfirst is at")) done()
      })
    child.once("exit", () => fail(new Stop("The paper that was to be tested did not start; the reason stands above.")))
  })
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once("exit", done))
  child.kill("SIGTERM")
  await gone
}
