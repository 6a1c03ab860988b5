import { spawn } from "node:child_process"
import { getPriority } from "node:os"
import { expect, test } from "@playwright/test"
import { lastInLine, SOMEBODY_WAITS } from "@/lib/pictures/last-in-line.server"

const aProcess = () => spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"])

test("what is made for later gives way to everybody, what somebody waits for to readers", async () => {
  const [later, waited, ended] = [lastInLine(aProcess()), lastInLine(aProcess(), SOMEBODY_WAITS), aProcess()]
  try {
    expect(getPriority(later.pid)).toBe(19)
    expect(getPriority(waited.pid)).toBe(10)
  } finally {
    for (const child of [later, waited, ended]) child.kill("SIGKILL")
  }
  await new Promise((done) => ended.once("exit", done))
  expect(lastInLine(ended)).toBe(ended)
})
