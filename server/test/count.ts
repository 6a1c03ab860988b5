import { stripVTControlCharacters } from "node:util"

/** How much of what a failed test says is told again at the end. */
const LINES = 8

/** How many tests went how, and what those that failed say. */
export type Count = { passed: number; failed: number; skipped: number; said?: readonly string[] }

export function sum(counts: Count[]) {
  return {
    passed: counts.reduce((all, { passed }) => all + passed, 0),
    failed: counts.reduce((all, { failed }) => all + failed, 0),
    skipped: counts.reduce((all, { skipped }) => all + skipped, 0),
    said: counts.flatMap(({ said = [] }) => said),
  }
}

type Spec = {
  title: string
  file?: string
  tests: { status: string; results?: { errors?: { message?: string }[] }[] }[]
}
type Suite = { specs?: Spec[]; suites?: Suite[] }
type Report = {
  suites: Suite[]
  errors: unknown[]
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

/** Reads Playwright's JSON report. A file that did not load counts as a failure, though no test of it ran. */
export function countReport(report: Report): Count {
  const { stats, errors } = report
  const failed = stats.unexpected || (errors.length ? 1 : 0)
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped, said: failures(report) }
}

/** The titles of the tests that were left out. */
export function leftOut(report: Pick<Report, "suites">): string[] {
  return specsThat("skipped", report).map(({ title }) => title)
}

/** A paragraph for each test that failed: where it stands, its title, and the beginning of what it said (no colours). */
function failures(report: Pick<Report, "suites">): string[] {
  return specsThat("unexpected", report).map(({ file, title, tests }) => {
    const said = tests.flatMap(({ results = [] }) => results.flatMap(({ errors = [] }) => errors[0]?.message ?? []))
    return [
      `${file}: ${title}`,
      ...stripVTControlCharacters(said[0] ?? "")
        .split("\n")
        .slice(0, LINES),
    ].join("\n  ")
  })
}

function specsThat(wanted: string, { suites }: Pick<Report, "suites">): Spec[] {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).filter(({ tests }) => tests.some(({ status }) => status === wanted)),
    ...specsThat(wanted, { suites: suite.suites ?? [] }),
  ])
}

export type { Report }
