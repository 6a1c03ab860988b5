import { spawn } from "node:child_process"
import { rm } from "node:fs/promises"
import { readIfThere } from "../files"
import { say } from "../say"
import { type Count, countReport, leftOut, type Report } from "./count"

const RESULTS = "test-results/results.json"

/** Runs projects of Playwright and counts; says which tests it left out. */
export async function play(projects: string[], args: string[], environment: Record<string, string>): Promise<Count> {
  await rm(RESULTS, { force: true })
  const options = [
    ...projects.map((name) => `--project=${name}`),
    ...(args.length ? ["--pass-with-no-tests"] : []),
    ...args,
  ]
  const child = spawn(process.execPath, ["node_modules/@playwright/test/cli.js", "test", ...options], {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  })
  const code = await new Promise<number | null>((done) => child.once("exit", done))
  const text = await readIfThere(RESULTS)
  if (!text) return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const report: Report = JSON.parse(text)
  const count = countReport(report)
  const skipped = leftOut(report)
  if (skipped.length)
    say(`Left out (is SEED_ARTICLE or STANDARDS_DIR not set, or a program not installed?): ${skipped.join("; ")}.`)
  return code !== 0 && !count.failed ? { ...count, failed: 1 } : count
}
