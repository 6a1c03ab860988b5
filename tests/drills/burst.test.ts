import { expect, test } from "@playwright/test"
import { burst } from "./burst"
import { type Nodes, openNodes } from "./nodes"
import { quantile } from "./quantile"

const MANY = Number(process.env.MANY ?? 500)

/** How late they may be on a good day says `npm run bench -- burst`. Here none hangs: a part of the time in which the same machine took the orders. */
const PART = 2

let nodes: Nodes

test.beforeAll(async () => {
  test.setTimeout(360_000)
  nodes = await openNodes(3)
  for (const index of [1, 2]) await nodes.open(index)
})

test.afterAll(() => nodes?.close())

test(`of ${MANY} stories that are due within ten seconds each goes out once, none before its time, though nodes are killed`, async () => {
  test.setTimeout(600_000)
  const { due, byHand } = await burst(nodes, MANY)
  expect(due).toHaveLength(MANY)
  expect(due.filter(({ count, moved }) => count !== 1 || moved)).toEqual([])
  const late = due.map((one) => one.late)
  test.info().annotations.push({
    type: "late",
    description: [0.5, 0.9, 0.99, 1].map((part) => `p${part * 100} ${quantile(late, part).toFixed(0)} ms`).join(", "),
  })
  expect(quantile(late, 0), "none before its time").toBeGreaterThanOrEqual(0)
  expect(quantile(late, 0.99)).toBeLessThanOrEqual(byHand / PART)
})
