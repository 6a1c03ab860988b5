import { bench } from "../bench/bench"
import { PART_NAMES } from "../bench/parts"
import { build } from "./build"
import { generateClient } from "./generate"
import { Stop } from "./say"

/** `npm run bench`: measures throw-away papers of its own; with names of parts, these alone. */
export async function runBench(args: string[]): Promise<number> {
  const unknown = args.find((name) => !PART_NAMES.includes(name))
  if (unknown) throw new Stop(`There is no part "${unknown}" of the bench: ${PART_NAMES.join(", ")}.`)
  await generateClient()
  await build()
  return bench(args.length ? args : PART_NAMES)
}
