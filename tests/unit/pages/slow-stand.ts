import cluster from "node:cluster"
import { createServer } from "node:http"
import { openStand, supply } from "@/server/pages/link"

// A press and one stand that takes long to begin, in processes of their own; the test reads what the press prints.

const PATIENCE = 300 // milliseconds
const SLOW = 4 * PATIENCE

async function press() {
  let begun = 0
  cluster.on("online", () => begun++)
  const link = supply({ get: async () => ({ failed: "nothing is made here" }) }, async () => true, PATIENCE)
  const listening = new Promise((done) => cluster.once("listening", done))
  cluster.on("exit", () => cluster.fork())
  cluster.fork()
  await new Promise((done) => cluster.once("online", done))
  await link.onChange(null)
  await listening
  await link.onChange(null)
  process.stdout.write(JSON.stringify({ begun }))
  process.exit(0)
}

if (cluster.isPrimary) press()
else {
  for (const until = Date.now() + SLOW; Date.now() < until; ) Math.sqrt(until)
  openStand(1_000_000)
  createServer().listen(0, "127.0.0.1")
}
