import { expect, test } from "@playwright/test"
import { draw, MOST_GROUPS } from "@/lib/related/graph"

const group = (slug: string, stories: number) => ({ slug, name: slug.toUpperCase(), stories })

test("groups are drawn in a circle, as large as they have stories, with an arc for each way between two", () => {
  const groups = [group("a", 9), group("b", 36), group("c", 0)]
  const leads = [
    { from: "a", to: "b", links: 4 },
    { from: "b", to: "a", links: 1 },
    { from: "a", to: "a", links: 7 },
    { from: "a", to: "nowhere", links: 3 },
  ]
  const { width, height, nodes, edges } = draw({ groups, leads })
  expect(nodes.map(({ slug, within }) => [slug, within])).toEqual([
    ["b", 0],
    ["a", 7],
    ["c", 0],
  ])
  const [b, a, c] = nodes.map(({ radius }) => radius) as [number, number, number]
  expect(b).toBeGreaterThan(a)
  expect(a).toBeGreaterThan(c)
  for (const { x, y, radius } of nodes) {
    expect(x - radius).toBeGreaterThan(0)
    expect(x + radius).toBeLessThan(width)
    expect(y - radius).toBeGreaterThan(0)
    expect(y + radius).toBeLessThan(height)
  }
  for (const { y, nameY, radius } of nodes) {
    expect(Math.abs(nameY - y), "its name stands outside of it").toBeGreaterThan(radius)
    expect(Math.sign(nameY - y), "and away from the ways, which go inwards").toBe(y < height / 2 ? -1 : 1)
    expect(nameY).toBeGreaterThan(12)
    expect(nameY).toBeLessThan(height)
  }
  expect(edges.map(({ from, to, links }) => [from, to, links])).toEqual([
    ["b", "a", 1],
    ["a", "b", 4],
  ])
  const [back, there] = edges.map(({ path }) => path)
  expect(back, "the way back is another arc").not.toBe(there)
  expect(draw({ groups: groups.toReversed(), leads })).toEqual(draw({ groups, leads }))
})

test("one group, no group and many of them are drawn, too", () => {
  expect(draw({ groups: [], leads: [] })).toMatchObject({ nodes: [], edges: [] })
  const [only] = draw({ groups: [group("a", 1)], leads: [{ from: "a", to: "a", links: 2 }] }).nodes
  expect(only).toMatchObject({ within: 2 })
  expect(Number.isFinite(only?.x)).toBe(true)
  const many = Array.from({ length: 40 }, (_, n) => group(`g${n}`, n))
  expect(draw({ groups: many, leads: [] }).nodes.map(({ stories }) => stories)).toEqual(
    Array.from({ length: MOST_GROUPS }, (_, n) => 39 - n),
  )
})
