import { execFile } from "node:child_process"
import { promisify } from "node:util"
import { expect, test } from "@playwright/test"

test("a stand that takes long to begin is not ended for a change that it had no page of", async () => {
  const command = ["--import", "tsx", "--conditions=react-server", "tests/unit/pages/slow-stand.ts"]
  const { stdout } = await promisify(execFile)(process.execPath, command, { timeout: 25_000 })
  expect(JSON.parse(stdout)).toEqual({ begun: 1 })
})
