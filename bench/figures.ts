/** What was asked for and what came out: a line of the last table. */
export type Bar = { what: string; is: string; bar: string; reached: boolean }

/** What a part of the bench hands back: tables to read, figures to compare with another run's, and what it had to reach. */
export type Outcome = { tables: string[]; figures: unknown; bars: Bar[] }

/** The value that a share of all values does not exceed: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * How many times `ours` is of `theirs`, where both were measured in turns: the median of the rounds' own ratios, for what slows a
 * machine down for a while slows both of a round.
 */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): number =>
  median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)))

export const number = (value: number | null | undefined, digits = 0): string =>
  value !== null && value !== undefined && Number.isFinite(value) ? value.toFixed(digits) : "–"

/** A table in Markdown with a title above; the first row names the columns. */
export function table(title: string, [head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`
  return ["", title, "", line(head), rule, ...rows.map(line), ""].join("\n")
}

export const atLeast = (what: string, is: number, bar: number, unit = "", digits = 2): Bar => ({
  ...{ what, is: said(is, unit, digits), bar: `≥ ${said(bar, unit, digits)}` },
  reached: is >= bar,
})

export const atMost = (what: string, is: number, bar: number, unit = "", digits = 0): Bar => ({
  ...{ what, is: said(is, unit, digits), bar: bar === 0 ? "0" : `≤ ${said(bar, unit, digits)}` },
  reached: is <= bar,
})

const said = (value: number, unit: string, digits: number) => `${number(value, digits)}${unit && ` ${unit}`}`

export function barsTable(bars: readonly Bar[]): string {
  const rows = bars.map(({ what, bar, is, reached }) => [what, bar, is, reached ? "yes" : "NO"])
  return table("What it must reach", [["what", "bar", "measured", "reached"], ...rows])
}
