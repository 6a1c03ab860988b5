import { writeFile } from "node:fs/promises"
import { cpus } from "node:os"
import { startBare } from "./bare-server"
import { type Line, measure } from "./measure"
import { subjects } from "./subjects"
import { tables } from "./tables"

/**
 * Measures what an answer costs beside a bare node:http server that sends the same bytes, both in turns in one run, so
 * that the ratios say something on any machine. `root` is the process whose children are the application.
 */
export async function bench(origin: string, root = process.pid): Promise<Line[]> {
  const bare = await startBare()
  try {
    const lines: Line[] = []
    for (const subject of await subjects(origin)) {
      console.log(`Measuring ${subject.name} …`)
      lines.push(await measure(subject, bare, root))
    }
    console.log(tables(lines))
    const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? "", at: new Date() }
    await writeFile("bench/results.json", `${JSON.stringify({ machine, lines }, null, 2)}\n`)
    return lines
  } finally {
    bare.stop()
  }
}
