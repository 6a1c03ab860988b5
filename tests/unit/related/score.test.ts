import { expect, test } from "@playwright/test"
import { rareWordsIn } from "@/lib/related/rare-words"
import { phrasesOf, readReasons } from "@/lib/related/reasons"
import { LEAST, type Pair, rarityOf, type Shared, scoreOf } from "@/lib/related/score"

const name = (here: string, given: Partial<Shared> = {}): Shared => ({
  ...{ kind: "person", here, there: here, top: false, rarity: 0.9 },
  ...given,
})
const pair = (given: Partial<Pair>): Pair => ({
  ...{ shared: [], topics: [], linked: false, days: 0, sameLanguage: true, sameSection: true, samePackage: false },
  ...given,
})

test("two rare names are enough; topics, days, a section and one name are not", () => {
  expect(scoreOf(pair({ shared: [name("An Maes"), name("Bo Claes")] })).score).toBeGreaterThan(LEAST)
  expect(scoreOf(pair({ shared: [name("An Maes")], topics: ["a", "b"] }))).toEqual({ score: 0, reasons: [] })
  expect(scoreOf(pair({ topics: ["a", "b", "c"] })).score).toBe(0)
  const common = [name("Brussels", { rarity: 0.2 }), name("Ghent", { rarity: 0.1 })]
  expect(scoreOf(pair({ shared: common })).score, "everybody names these").toBe(0)
})

test("one word is one piece of evidence, also where one of the stories has it as a name", () => {
  const word = name("Zeppelina", { kind: "word" })
  expect(scoreOf(pair({ shared: [name("Zeppelina"), word] })).score).toBe(0)
  const { reasons } = scoreOf(
    pair({ shared: [name("Zelda Zeppelina"), name("Bo Claes"), word, name("dike", { kind: "word" })] }),
  )
  expect(reasons.flatMap((one) => (one.part === "words" ? one.words : []))).toEqual(["dike"])
})

test("what is rare counts more, and a part that is left out counts nothing", () => {
  expect(rarityOf(1, 1_000)).toBe(1)
  expect(rarityOf(10, 1_000)).toBeGreaterThan(rarityOf(100, 1_000))
  expect(rarityOf(1_000, 1_000)).toBeLessThan(0.01)
  const both = pair({ shared: [name("An Maes"), name("Bo Claes")], topics: ["a"], linked: true, samePackage: true })
  for (const part of ["names", "topics", "links", "time", "section", "package"] as const)
    expect(scoreOf(both, part).score, part).toBeLessThan(scoreOf(both).score)
  expect(scoreOf({ ...both, sameLanguage: false }).score).toBeLessThan(scoreOf(both).score)
  expect(scoreOf({ ...both, days: 400 }).score).toBeLessThan(scoreOf(both).score)
})

test("reasons are sentences in the language of the story, and fit where an editor's own would", () => {
  const { reasons } = scoreOf(
    pair({
      shared: [name("An Maes"), name("Bo Claes"), name("dike", { kind: "word" })],
      topics: ["water"],
      linked: true,
    }),
  )
  const said = (language: "en" | "nl" | "fr" | "de") =>
    phrasesOf(readReasons(JSON.parse(JSON.stringify(reasons))), language, () => "Water")
  expect(said("en")).toEqual(["In both: An Maes, Bo Claes", "One links to the other", "Same topic: Water"])
  expect(said("nl")[0]).toBe("In beide: An Maes, Bo Claes")
  expect(said("fr")[0]).toBe("Dans les deux : An Maes, Bo Claes")
  expect(said("de")).toEqual([
    "In beiden: An Maes, Bo Claes",
    "Einer verweist auf den anderen",
    "Gleiches Thema: Water",
  ])
  const one = scoreOf(pair({ shared: [name("An Maes"), name("dike", { kind: "word" })] })).reasons
  expect(phrasesOf(one, "en", String)).toEqual(["In both: An Maes, dike"])
  const long = scoreOf(pair({ shared: ["A", "B", "C"].map((letter) => name(letter.repeat(60))) })).reasons
  for (const line of phrasesOf(long, "de", String)) expect(line.length).toBeLessThanOrEqual(80)
  expect(readReasons([{ part: "of a later release" }, 5])).toEqual([])
})

test("a story's words are those of its headline and those that come again, and no part of its names", () => {
  const found = rareWordsIn(
    [
      { where: "headline", text: "Ferry sails again" },
      { where: "body", text: "The harbour of Westhaven saw the harbour master. Westhaven waits for a2b3c4." },
    ],
    "en",
    (lower) => lower === "westhaven",
  )
  expect(found.map(({ key, written, count }) => [key, written, count])).toEqual([
    ["ferry", "Ferry", 1],
    ["sails", "sails", 1],
    ["harbour", "harbour", 2],
  ])
})
