import { setTimeout as sleep } from "node:timers/promises"
import { endGroup } from "../server/keep"
import { freePort, listens } from "../server/ports"
import { launchNode } from "../server/serve"

export type NextAlone = { pid: number; origin: string; stop: () => Promise<void> }

/** The application without the front process: every request is rendered. */
export async function startNextAlone(environment: Record<string, string>): Promise<NextAlone> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const own = { PUBLIC_ORIGIN: origin, NEXTAUTH_URL: origin, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }
  const args = ["node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1", "--port", String(port)]
  const child = launchNode([...args, "--keepAliveTimeout", "70000"], { ...environment, ...own })
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error("Next did not start; the reason stands above.")
    await sleep(50)
  }
  return { pid: child.pid ?? 0, origin, stop: () => endGroup(child) }
}
