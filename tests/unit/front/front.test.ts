import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { type Slot, slots } from "@/lib/front/arrangement"
import { layOutFront, layOutList, placeSlots } from "@/lib/front/front"
import type { ListedStory } from "@/lib/story/live"

const SECTIONS = ["a", "b", "c"].map((slug) => ({ slug, name: slug.toUpperCase() }))

const story = (id: number, section: string, pictured: boolean): ListedStory => ({
  ...{ id: uuid(id), address: `/${section}/${id}`, headline: `H${id}`, standfirst: "", kicker: "", language: "en" },
  ...{ section: { slug: section, name: section }, byline: [], publishedAt: new Date(id), updatedAt: null },
  picture: pictured ? { id: "p", width: 1, height: 1, widths: [1], avif: false, crops: "", alt: "" } : null,
})

const stories = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.boolean()), { maxLength: 40 })
  .map((drawn) => drawn.map(([section, pictured], id) => story(id, section, pictured)))

const drawnSlots = fc.uniqueArray(
  fc.record({
    id: fc.nat({ max: 60 }),
    size: fc.constantFrom("lead", "feature", "plain"),
    hours: fc.option(fc.integer({ min: -3, max: 3 })),
    public: fc.boolean(),
  }),
  { maxLength: 12, selector: ({ id }) => id },
)

const NOW = new Date("2026-11-24T12:00:00Z")
const uuid = (id: number) => `0b5cf5c6-6b1f-4a52-9f43-${String(id).padStart(12, "0")}`

const slotOf = (id: number, given: Partial<Slot> = {}): Slot => ({
  ...{ story: uuid(id), size: "plain", kicker: "", headline: "", picture: "own", until: null },
  ...given,
})

/** An arrangement, those of its stories that are public, and the newest of the paper; some of these have a slot. */
const papers = fc.tuple(drawnSlots, stories).map(([drawn, newest]) => {
  let led = false
  const slots = drawn.map(({ id, size, hours }) => {
    const until = hours === null ? null : new Date(NOW.getTime() + hours * 3_600_000).toISOString()
    const lead = size === "lead" && !led
    led ||= lead
    return slotOf(id, { size: size === "lead" && !lead ? "feature" : size, until })
  })
  const visible = drawn.filter((one) => one.public).map(({ id }) => ({ ...story(id, "a", true), pictures: [] }))
  return { slots, visible, newest }
})

test("slots are placed in their order, each once, while their pins last, and only with what is public", () => {
  fc.assert(
    fc.property(papers, ({ slots, visible }) => {
      const placed = placeSlots([...slots, ...slots], visible, NOW).map(({ story }) => story.id)
      const expected = slots
        .filter(({ until }) => !until || new Date(until) > NOW)
        .map(({ story }) => story)
        .filter((id) => visible.some((one) => one.id === id))
      expect(placed).toEqual(expected)
    }),
  )
})

test("no story stands twice on a front page, every slot stands on it in order, and each block holds its own section", () => {
  fc.assert(
    fc.property(papers, ({ slots, visible, newest }) => {
      const placed = placeSlots(slots, visible, NOW)
      const { lead, beside, below, blocks } = layOutFront(newest, SECTIONS, placed)
      const top = [...(lead ? [lead] : []), ...beside, ...below]
      const shown = [...top.map(({ story }) => story), ...blocks.flatMap((block) => block.stories)]
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length)
      for (const block of blocks) for (const one of block.stories) expect(one.section.slug).toBe(block.section.slug)
      expect(lead === null).toBe(newest.length + placed.length === 0)
      const leading = placed.find(({ size }) => size === "lead")
      if (leading) expect(lead).toBe(leading)
      const others = placed.filter((one) => one !== lead)
      expect(top.filter((one) => others.includes(one))).toEqual(others)
    }),
  )
})

test("the newest story with a picture leads where no slot does, and what it passes stands beside it", () => {
  const newest = [story(0, "a", false), story(1, "b", true), story(2, "a", true)]
  const { lead, beside } = layOutFront(newest, SECTIONS)
  expect(lead?.story.id).toBe(uuid(1))
  expect(beside.map(({ story, size }) => [story.id, size])).toEqual([
    [uuid(0), "feature"],
    [uuid(2), "plain"],
  ])
})

test("a list holds its slots once, in order, at the head of its first page; the lead is theirs, or the newest story", () => {
  fc.assert(
    fc.property(papers, ({ slots, visible, newest }) => {
      const placed = placeSlots(slots, visible, NOW)
      const first = layOutList(newest, 1, placed)
      const ids = first.map(({ story }) => story.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.slice().sort()).toEqual([...new Set([...placed, ...first].map(({ story }) => story.id))].sort())
      expect(first.filter(({ size }) => size === "lead").length).toBe(first.length ? 1 : 0)
      const chosen = placed.filter(({ size }) => size !== "lead").map(({ story }) => story.id)
      const order = ids.filter((id) => chosen.includes(id))
      if (first[0] && !chosen.includes(first[0].story.id)) expect(order).toEqual(chosen)
      const second = layOutList(newest, 2, placed).map(({ story }) => story.id)
      for (const { story } of placed) expect(second).not.toContain(story.id)
    }),
  )
})

test("a slot gives its story other words and another picture, and what it leaves open is the story's own", () => {
  const picture = (id: string) => ({ id, width: 1, height: 1, widths: [1], avif: false, crops: "", alt: "", named: id })
  const [first, second] = [picture(uuid(101)), picture(uuid(102))]
  const own = { ...story(1, "a", true), kicker: "News", picture: first, pictures: [first, second] }
  const placed = (given: Partial<Slot>) => placeSlots([slotOf(1, given)], [own], NOW)[0]?.story
  expect(placed({})).toMatchObject({ headline: "H1", kicker: "News", picture: first })
  expect(placed({ headline: "Other", kicker: "Live" })).toMatchObject({ headline: "Other", kicker: "Live" })
  expect(placed({ picture: second.id })?.picture).toEqual(second)
  expect(placed({ picture: "none" })?.picture).toBeNull()
  // A picture that the story has lost since gives way to its own.
  expect(placed({ picture: uuid(103) })?.picture).toEqual(first)
})

test("an arrangement has each story once, one lead, and no field that is none of ours", () => {
  const said = (given: unknown) => slots.safeParse(given).error?.issues.map(({ path }) => path.join("."))
  expect(said([slotOf(1), slotOf(1)])).toEqual(["1.story"])
  expect(said([slotOf(1, { size: "lead" }), slotOf(2, { size: "lead" })])).toEqual(["1.size"])
  expect(said([{ ...slotOf(1), more: 1 }])).toEqual(["0"])
  expect(said([{ ...slotOf(1), until: "tomorrow" }])).toEqual(["0.until"])
  expect(said([{ ...slotOf(1), picture: "any" }])).toEqual(["0.picture"])
  expect(said(Array.from({ length: 13 }, (_, id) => slotOf(id)))).toEqual([""])
  expect(slots.parse([{ story: uuid(1), size: "plain", until: "2026-11-24T14:05:00+01:00" }])).toEqual([
    slotOf(1, { until: "2026-11-24T13:05:00.000Z" }),
  ])
})
