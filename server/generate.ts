import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { readIfThere, writeWhole } from "./files"
import { Stop, step } from "./say"

const STAMP = "node_modules/.standfirst-client"

/** Makes prisma/generated from the schema, if it is missing or made from another one. */
export async function generateClient() {
  const schema = await digestOfSchema()
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

/** The schema is every .prisma file of the folder. */
async function digestOfSchema() {
  const digest = createHash("sha256")
  for (const name of (await readdir("prisma")).filter((one) => one.endsWith(".prisma")).sort())
    digest.update(await readFile(join("prisma", name)))
  return digest.digest("hex")
}
