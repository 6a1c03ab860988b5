import { expect, test } from "@playwright/test"
import { barOf, type Rights, rights, rightsOf, suggestedRights } from "@/lib/pictures/rights"

const FREE: Rights = { for: "ours", sections: [], until: null, notIn: [], note: "" }
const SECTIONS = [
  { slug: "culture", name: "Culture" },
  { slug: "sport", name: "Sport" },
]
const NOON = new Date("2026-11-20T12:00:00Z")
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)
const bar = (given: Partial<Rights>, at = NOON, section = "sport") =>
  barOf({ ...FREE, ...given }, section, SECTIONS, at)
const said = (given: Partial<Rights>) => rightsOf({ ...FREE, ...given }, SECTIONS, NOON)

test("a picture of which nothing is said may be used by everybody, always", () => {
  expect(bar({})).toBe(null)
  expect(said({})).toEqual([])
})

test("it may be used up to the minute at which its rights end, and not from then on", () => {
  const until = later(1)
  expect(bar({ until })).toBe(null)
  expect(bar({ until }, until)).toMatch(/^Its rights end on 20 November 2026: take it out/)
  expect(said({ until })).toEqual(["Until 20 November 2026, 13:01 CET."])
  expect(said({ until: later(-1) })).toEqual(["The rights ended on 20 November 2026, 12:59 CET."])
})

test("a picture for some sections is for no other, and says which by name", () => {
  const given = { for: "sections" as const, sections: ["culture", "gone"] }
  expect(bar(given, NOON, "culture")).toBe(null)
  expect(bar(given)).toMatch(/^It is for Culture and gone only: take it out/)
  expect(said(given)).toEqual(["For Culture and gone only, and not handed on to others."])
  expect(rights.safeParse({ ...FREE, for: "sections" }).error?.issues[0]?.message).toMatch(/^Choose at least one/)
})

test("what may not appear where the paper does may not be used; other places are only told", () => {
  expect(bar({ notIn: ["SPAIN", "UK"] })).toBe(null)
  expect(said({ notIn: ["SPAIN", "UK"], note: "Ask first." })).toEqual(["Not in Spain and UK.", "Ask first."])
  expect(bar({ notIn: ["BELGIUM"] })).toMatch(/^It may not appear in Belgium, where this paper does/)
  expect(rights.parse({ ...FREE, notIn: [" spain "] }).notIn).toEqual(["SPAIN"])
  expect(said({ for: "paper" })).toEqual(["For this paper only: it is not handed on to others."])
})

for (const [instructions, expected] of [
  ["SPAIN OUT", ["SPAIN"]],
  ["NETHERLANDS OUT - BELGIUM OUT", ["NETHERLANDS", "BELGIUM"]],
  ["GERMANY, AUSTRIA AND SWITZERLAND OUT; MANDATORY CREDIT", ["GERMANY", "AUSTRIA", "SWITZERLAND"]],
  ["No sales in Côte d'Ivoire and Spain.", ["CÔTE D'IVOIRE", "SPAIN"]],
  ["UNITED KINGDOM OUT\nNo use in France", ["UNITED KINGDOM", "FRANCE"]],
  ["The lights were out in Spain. The tickets are SOLD OUT", []],
  ["", []],
] as const)
  test(`“${instructions}” keeps a picture out of ${expected.join(", ") || "nothing"}`, () => {
    expect(suggestedRights(instructions).notIn).toEqual(expected)
  })

test("a last day and a bond to the story are suggested, where they are said", () => {
  expect(suggestedRights("USE UNTIL 31 December 2026. To go with AFP story by Ada")).toEqual({
    ...{ notIn: [], until: "2026-12-31", note: "Only with the story that it came with." },
  })
  expect(suggestedRights("Expires 2026-13-01").until).toBe(null)
  expect(suggestedRights("expires on 2026-12-01").until).toBe("2026-12-01")
})
