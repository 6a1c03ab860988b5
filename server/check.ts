import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { generateClient } from "./generate"
import { say } from "./say"
import type { Count } from "./test/count"

type Step = { name: string; args: string[] }

// The longest first, because two run at a time.
const STEPS: Step[] = [
  { name: "the rules of the house", args: ["--import", "tsx", "server/house/check.ts"] },
  { name: "nothing unused", args: ["node_modules/knip/bin/knip.js"] },
  { name: "types", args: ["node_modules/typescript/bin/tsc", "-p", "."] },
  { name: "format and lint", args: ["node_modules/@biomejs/biome/bin/biome", "ci", "."] },
]

/** `npm run check`: everything that can be told from the sources alone. */
export async function runCheck(): Promise<number> {
  const { failed } = await check()
  return failed ? 1 : 0
}

export async function check(): Promise<Count> {
  await generateClient()
  // Types of style sheets and routes, which git does not keep.
  if (!existsSync("next-env.d.ts") || !existsSync(".next/types/routes.d.ts"))
    await run(["node_modules/next/dist/bin/next", "typegen"])
  const waiting = [...STEPS]
  let failed = 0
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await passes(step))) failed++
  }
  await Promise.all([worker(), worker()])
  return { passed: STEPS.length - failed, failed, skipped: 0 }
}

async function passes({ name, args }: Step) {
  const began = Date.now()
  const { code, output } = await run(args)
  say(`${code === 0 ? "✓" : "✗"} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  if (code !== 0) say(output)
  return code === 0
}

function run(args: string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" }
  return new Promise<{ code: number; output: string }>((done) => {
    execFile(process.execPath, args, { env, maxBuffer: 50_000_000 }, (error, stdout, stderr) =>
      done({ code: error ? 1 : 0, output: `${stdout}${stderr}`.trim() }),
    )
  })
}
