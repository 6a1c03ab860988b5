import { burst as burstOf } from "../../tests/drills/burst"
import { openNodes } from "../../tests/drills/nodes"
import { atMost, number, type Outcome, quantile, table } from "../figures"
import { DUE } from "../sizes"

/** How late stories go out that are due within ten seconds, while two of three nodes are killed. */
export async function burst(): Promise<Outcome> {
  const nodes = await openNodes(3)
  try {
    for (const index of [1, 2]) await nodes.open(index)
    const { due, byHand } = await burstOf(nodes, DUE)
    const late = due.map((one) => one.late)
    const bySecond = Array.from({ length: 10 }, (_, second) =>
      Math.max(...due.flatMap((one) => (one.second === second ? [one.late] : []))),
    )
    const [p50, p90, p99, most] = [0.5, 0.9, 0.99, 1].map((share) => quantile(late, share))
    return {
      tables: [
        table(`${DUE} stories due within ten seconds`, [
          ["p50 ms", "p90 ms", "p99 ms", "most ms", "scheduled in, s", "latest of each second, ms"],
          [
            number(p50),
            number(p90),
            number(p99),
            number(most),
            number(byHand / 1_000, 1),
            bySecond.map((one) => number(one)).join(", "),
          ],
        ]),
      ],
      figures: { late: { p50, p90, p99, most }, byHand, bySecond },
      bars: [atMost("due: lateness of one in a hundred", p99 ?? Number.NaN, 1_000, "ms")],
    }
  } finally {
    await nodes.close()
  }
}
