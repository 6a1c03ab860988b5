import { expect, test } from "@playwright/test"
import { countReport, sum } from "@/server/test/count"

const red = "\u001b[31m"

test("what failed is told again in the end, with the file and the beginning of what it said", () => {
  const failed = {
    title: "a story stays",
    file: "database/story.test.ts",
    tests: [{ status: "unexpected", results: [{ errors: [{ message: `${red}Expected: 1\nReceived: 2` }] }] }],
  }
  const passed = { title: "a story goes", tests: [{ status: "expected" }] }
  const report = {
    suites: [{ specs: [passed], suites: [{ specs: [failed] }] }],
    errors: [],
    stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 },
  }
  expect(sum([countReport(report), { passed: 2, failed: 0, skipped: 1 }])).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
    said: ["database/story.test.ts: a story stays\n  Expected: 1\n  Received: 2"],
  })
})
