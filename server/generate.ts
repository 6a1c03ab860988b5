import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { promisify } from "node:util"
import { readIfThere, writeWhole } from "./files"
import { Stop, step } from "./say"

const STAMP = "node_modules/.standfirst-client"

/** Makes prisma/generated from the schema, if it is missing or made from another one. */
export async function generateClient() {
  const schema = createHash("sha256")
    .update(await readFile("prisma/schema.prisma"))
    .digest("hex")
  if (existsSync("prisma/generated/client.ts") && (await readIfThere(STAMP)) === schema) return
  await step("Generating the database client", async () => {
    const options = { env: { ...process.env, DATABASE_URL: process.env.DATABASE_URL ?? "" } }
    await promisify(execFile)(process.execPath, ["node_modules/prisma/build/index.js", "generate"], options).catch(
      (error) => {
        throw new Stop(`prisma generate failed:\n${error.stdout}${error.stderr}`)
      },
    )
    await writeWhole(STAMP, schema, 0o644)
  })
}
