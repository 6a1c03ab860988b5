import { fileURLToPath } from "node:url"
import { defineConfig } from "prisma/config"

// Without this the CLI downloads its engine from a host of its own; set the variable to nothing to let it
// (Windows, which cannot start a script in an engine's place, always does).
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./server/schema-engine.mjs", import.meta.url))
}

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
})
