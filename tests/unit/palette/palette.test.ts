import { expect, test } from "@playwright/test"
import { fitOf, groupsFor, storiesIn } from "@/lib/palette/palette"
import { readKept, withRecent } from "@/lib/palette/recent"

const NOTHING = { stories: [], people: [], places: [] }
const acts = [
  { key: "act file", name: "File", detail: "this story" },
  { key: "do new story", name: "New story", detail: "" },
]
const places = [
  { key: "place /newsroom/front", name: "Front", detail: "Newsroom", go: "/newsroom/front" },
  { key: "place /newsroom/settings", name: "Settings", detail: "Newsroom", go: "/newsroom/settings" },
]
const story = { id: "1", headline: "Dam breaks", section: "World", status: "filed" as const, open: "Ada" }
const ben = { id: "2", name: "Ben", role: "editor", address: null }
const shown = (q: string, given: Partial<Parameters<typeof groupsFor>[1]> = {}) =>
  groupsFor(q, { acts, places, found: NOTHING, recent: [], ...given }).map(({ name, entries }) => [
    name,
    ...entries.map((entry) => entry.name),
  ])

test("words fit by whole words, beginnings, within, and letters in order, in whatever case and accents", () => {
  const fits = ["settings", "set", "ett", "stgs"].map((q) => fitOf(q, "Settings"))
  expect(fits).toEqual([4, 3, 2, 1])
  expect(fitOf("ZOE", "Zoë Maes")).toBe(4)
  expect(fitOf("maes zo", "Zoë Maes")).toBe(3.5)
  for (const q of ["tes", "settings now", "", "…"]) expect(fitOf(q, "Settings"), q).toBeNull()
})

test("before a word is typed there is what was chosen lately, then acts and places, nothing twice", () => {
  expect(shown("")).toEqual([
    ["Acts", "File", "New story"],
    ["Places", "Front", "Settings"],
  ])
  const recent = ["story 1", "place /newsroom/settings", "gone"]
  expect(shown("", { recent, found: { ...NOTHING, stories: [story] } })).toEqual([
    ["Lately", "Dam breaks", "Settings"],
    ["Acts", "File", "New story"],
    ["Places", "Front"],
  ])
})

test("words find acts, stories, places and people in groups; of equals, what was chosen lately comes first", () => {
  const found = { ...NOTHING, stories: [story, { ...story, id: "3", headline: "" }], people: [ben] }
  expect(shown("f", { found, recent: ["story 3"] })).toEqual([
    ["Acts", "File"],
    ["Stories", "A story without a headline", "Dam breaks"],
    ["Places", "Front"],
    ["People", "Ben"],
  ])
  expect(shown("xyz")).toEqual([])
  const account = { ...ben, address: "/newsroom/people?q=ben" }
  const [people] = groupsFor("ben", { acts: [], places: [], found: { ...NOTHING, people: [account] }, recent: [] })
  expect(people?.entries.map(({ go }) => go)).toEqual(["/newsroom?who=Ben", "/newsroom/people?q=ben"])
})

test("what was chosen lately is kept by keys alone, each once, and nonsense counts for nothing", () => {
  expect(withRecent(["a", "b"], "b")).toEqual(["b", "a"])
  expect(
    withRecent(
      Array.from({ length: 30 }, (_, at) => `${at}`),
      "new",
    ),
  ).toHaveLength(20)
  for (const kept of [null, "{", "{}", '"a"']) expect(readKept(kept)).toEqual([])
  expect(readKept('["a",1,"b"]')).toEqual(["a", "b"])
  expect(storiesIn(["story 1", "place /x", "story 2"])).toEqual(["1", "2"])
})
