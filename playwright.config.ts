import { cpus } from "node:os"
import { defineConfig } from "@playwright/test"
import { chromium } from "./server/test/chromium"

// The one runner. `npm test` (server/test.ts) prepares a throw-away database and the application, and says in
// STANDFIRST_ORIGIN and DATABASE_URL where they are.
export default defineConfig({
  tsconfig: "./tsconfig.node.json",
  forbidOnly: !!process.env.CI,
  fullyParallel: true,
  workers: process.env.CI ? 2 : Math.max(2, cpus().length / 2),
  reporter: [["list"], ["json", { outputFile: "test-results/results.json" }]],
  // A trace of every test would cost a third of the whole: `npm test -- --trace on tests/journeys/…` makes one of what fails.
  use: { baseURL: process.env.STANDFIRST_ORIGIN, ...chromium(), screenshot: "only-on-failure" },
  projects: [
    { name: "unit", testDir: "tests/unit" },
    { name: "house", testDir: "tests/house" },
    { name: "database", testDir: "tests/database" },
    { name: "journeys", testDir: "tests/journeys", timeout: 180_000, expect: { timeout: 30_000 } },
    { name: "drills", testDir: "tests/drills", workers: 1, timeout: 180_000 },
  ],
})
