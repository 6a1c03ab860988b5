import type { Line } from "./measure"

const number = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : "–")

/** The lines as a table in Markdown: ours / bare = ratio. */
export function tables(lines: readonly Line[]): string {
  const head = [
    "answer",
    "bytes",
    "CPU ms",
    "× bare",
    "front + Next + Postgres",
    "median ms",
    "× bare",
    "99 % ms",
    "× bare",
  ]
  const rows = lines.map(({ name, bytes, cpu, median, slowest }) => [
    name,
    String(bytes),
    cpu ? `${number(cpu.ours, 2)} / ${number(cpu.bare, 3)}` : "no /proc here",
    cpu ? number(cpu.ratio, 0) : "–",
    cpu
      ? Object.values(cpu.parts)
          .map((part) => number(part, 2))
          .join(" + ")
      : "–",
    `${number(median.ours, 1)} / ${number(median.bare, 2)}`,
    number(median.ratio, 0),
    `${number(slowest.ours, 1)} / ${number(slowest.bare, 2)}`,
    number(slowest.ratio, 0),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`
  return ["", line(head), rule, ...rows.map(line), ""].join("\n")
}
