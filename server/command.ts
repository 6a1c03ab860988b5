import { endWith, Stop, say } from "./say"
import { readSettings, type Settings } from "./settings"

type Run = (args: string[]) => Promise<unknown>

/** What start.mjs hands over to, once everything is installed. Each command loads only what it needs. */
const COMMANDS: Record<string, Run> = {
  start: async () => (await import("./serve")).serve(settings(), "start"),
  dev: async () => (await import("./serve")).serve(settings(), "dev"),
  check: async () => (await import("./check")).runCheck(),
  test: async (args) => (await import("./test")).runTests(args),
  drill: async (args) => (await import("./test")).runDrills(args),
  bench: async (args) => (await import("./bench")).runBench(args),
  // Their files export `main(args)`, which finds DATABASE_URL and the rest of the environment set and the database migrated.
  import: async (args) => withDatabase("import", async () => (await import("./import")).main(args)),
  newsroom: async (args) =>
    withDatabase("newsroom", async () => (await import("./newsroom")).main(args), args[0] === "restore"),
}

export async function main(command: string, args: string[]) {
  try {
    const status = await COMMANDS[command]?.(args)
    if (typeof status === "number") process.exitCode = status
  } catch (error) {
    endWith(error)
  }
}

function settings(): Settings {
  const read = readSettings(process.env)
  if ("problems" in read) throw new Stop(read.problems.join("\n"))
  return read
}

/** `unmigrated`: the work itself decides which migrations the database gets first. */
async function withDatabase(command: string, work: () => Promise<unknown>, unmigrated = false) {
  const { borrowDatabase } = await import("./borrow")
  const { openPlace } = await import("./prepare")
  const giveBack = await borrowDatabase(settings(), command, unmigrated ? openPlace : undefined)
  process.once("SIGINT", () => giveBack().finally(() => process.exit(130)))
  process.once("SIGTERM", () => giveBack().finally(() => process.exit(143)))
  let status: unknown = 1
  try {
    status = await work()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
  } finally {
    const { db } = await import("../lib/db.server")
    await db.$disconnect()
    await giveBack()
  }
  // Pools of connections would keep the process for a while longer.
  process.exit(typeof status === "number" ? status : Number(process.exitCode ?? 0))
}
