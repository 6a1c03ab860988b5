import { execFileSync } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { cpus, totalmem } from "node:os"
import { dirname } from "node:path"
import { type Bar, barsTable, type Outcome } from "./figures"
import { PART_NAMES, PARTS } from "./parts"
import { SMALL } from "./sizes"

type Results = Record<string, Omit<Outcome, "tables"> | { failed: string }>

/** Measures these parts, prints tables of what came out, and writes the figures down. @returns 1 when a part could not be measured */
export async function bench(names: readonly string[]): Promise<number> {
  const results: Results = {}
  const bars: Bar[] = []
  let failures = 0
  const began = new Date()
  for (const name of names) {
    console.log(`\nMeasuring: ${name} …`)
    try {
      const { tables, ...outcome } = (await PARTS[name]?.()) ?? { tables: [], figures: {}, bars: [] }
      results[name] = outcome
      bars.push(...outcome.bars)
      for (const one of tables) console.log(one)
    } catch (error) {
      failures++
      results[name] = { failed: error instanceof Error ? error.message : String(error) }
      console.error(error)
    }
  }
  if (bars.length) console.log(barsTable(bars))
  const whole = !SMALL && PART_NAMES.every((name) => names.includes(name))
  await writeResults(whole ? "bench/results.json" : "test-results/bench.json", {
    machine: machine(),
    began,
    small: SMALL,
    results,
  })
  return failures ? 1 : 0
}

/** Only a complete run is written where the last complete run's figures are kept. */
async function writeResults(path: string, results: object) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `${JSON.stringify(results, null, 2)}\n`)
  console.log(`The figures are in ${path}.`)
}

function machine() {
  const [first] = cpus()
  const commit = said("git", ["rev-parse", "--short", "HEAD"])
  return { node: process.version, processors: cpus().length, model: first?.model ?? "", memory: totalmem(), commit }
}

function said(program: string, args: string[]): string {
  try {
    return execFileSync(program, args, { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim()
  } catch {
    return ""
  }
}
