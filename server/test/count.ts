/** How many tests went how. */
export type Count = { passed: number; failed: number; skipped: number }

export function sum(counts: Count[]): Count {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}

type Spec = { title: string; tests: { status: string }[] }
type Suite = { specs?: Spec[]; suites?: Suite[] }
type Report = {
  suites: Suite[]
  errors: unknown[]
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Reads Playwright's JSON report. A file that did not load counts as a failure, though no test of it ran. */
export function countReport({ stats, errors }: Report): Count {
  const failed = stats.unexpected || (errors.length ? 1 : 0)
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped }
}

/** The titles of the tests that were left out. */
export function leftOut({ suites }: Pick<Report, "suites">): string[] {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === "skipped"))
      .map(({ title }) => title),
    ...leftOut({ suites: suite.suites ?? [] }),
  ])
}

export type { Report }
