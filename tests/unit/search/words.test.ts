import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { bare, bareWords } from "@/lib/search/bare"
import { entryOf, KEYS, keysBetween } from "@/lib/search/entry"
import { addressOfSearch, readAsked } from "@/lib/search/found"
import { MARKS, readMarks } from "@/lib/search/marks"
import { distance, meant } from "@/lib/search/spelling"

test("accents and case make no other word", () => {
  expect(["Zoë", "ÉTÉ", "œuvre", "Straße", "Łódź", "smørrebrød"].map(bare)).toEqual([
    ...["zoe", "ete", "oeuvre", "strasse", "lodz", "smorrebrod"],
  ])
  expect(bareWords("L’été à Liège, 2026!")).toEqual(["l", "ete", "a", "liege", "2026"])
})

test("the distance of two words counts letters changed, added, left out and swapped, whichever comes first", () => {
  const pairs: [string, string, number][] = [
    ...([
      ["kabul", "kabol", 1],
      ["lighthuose", "lighthouse", 1],
      ["tram", "trams", 1],
    ] as [string, string, number][]),
    ...([
      ["tram", "tram", 0],
      ["", "abc", 3],
      ["bells", "labels", 3],
    ] as [string, string, number][]),
  ]
  for (const [one, other, far] of pairs) expect(distance(one, other), `${one} ${other}`).toBe(far)
  const short = fc.string({ maxLength: 8 })
  fc.assert(fc.property(short, short, (one, other) => distance(one, other) === distance(other, one)))
})

test("a typo means the nearest word, the more common one of two, and never one that is far", () => {
  const known = [
    { word: "kabul", stories: 2 },
    { word: "cabal", stories: 90 },
    { word: "tabor", stories: 5 },
  ]
  expect(meant("kabol", known)).toBe("kabul")
  expect(meant("zzzzz", known)).toBeNull()
  expect(meant("tabot", [...known, { word: "tabon", stories: 9 }])).toBe("tabon")
  expect(meant("kabul", [{ word: "kabul", stories: 1 }])).toBeNull()
})

test("marks put together again are the words", () => {
  expect(readMarks(`The ${MARKS.begin}last${MARKS.end} tram`)).toEqual([
    { words: "The ", found: false, at: 0 },
    { words: "last", found: true, at: 4 },
    { words: " tram", found: false, at: 8 },
  ])
  const parts = fc.array(fc.tuple(fc.stringMatching(/^[a-z <>&]{0,6}$/), fc.boolean()))
  fc.assert(
    fc.property(parts, (all) => {
      const text = all.map(([words, found]) => (found ? MARKS.begin + words + MARKS.end : words)).join("")
      expect(
        readMarks(text)
          .map(({ words }) => words)
          .join(""),
      ).toBe(all.map(([words]) => words).join(""))
    }),
  )
})

test("an address of a search says what was asked and nothing else, and reads as it was written", () => {
  const asked = { q: "tram & “bus”", page: 3, section: "world", topic: null, author: "ada-verlinden", year: 2026 }
  const address = addressOfSearch(asked)
  expect(address).toMatch(
    /^\/search\?q=tram\+%26\+%E2%80%9Cbus%E2%80%9D&section=world&author=ada-verlinden&year=2026&page=3$/,
  )
  const given = Object.fromEntries(new URLSearchParams(address.split("?")[1]))
  expect(readAsked(given, 3)).toEqual(asked)
  const strange = { q: ["a", "b"], section: "../x", topic: "A B", author: "", year: "26" }
  expect(readAsked(strange, 1)).toEqual({ q: "", page: 1, section: null, topic: null, author: null, year: null })
  expect(readAsked({ q: " a\u0000b\u0007 " }, 1).q).toBe("a b")
})

test("an entry holds what readers see of a story, with its keys, and a long text only as far as an index can", () => {
  const entry = entryOf({
    ...{ language: "fr", headline: "L’été à Zoë", standfirst: "Sec.", kicker: "Reportage", dateline: "Liège" },
    ...{ section: "world", topics: ["water"], byline: [{ personId: "p1", name: "Élodie Renard" }, { name: "Belga" }] },
    body: [
      { kind: "crosshead", id: "a", text: "Qui paie" },
      { kind: "paragraph", id: "b", text: [{ text: "Mot ".repeat(50_000) }] },
    ],
    publishedAt: new Date("2025-12-31T23:30:00Z"),
  })
  expect(entry.keys.sort()).toEqual([
    ...[
      "by/belga",
      "by/elodie",
      "by/renard",
      "month/2025-12",
      "person/p1",
      "section/world",
      "topic/water",
      "year/2026",
    ],
  ])
  expect(entry.aside).toBe("Élodie Renard · Belga · Reportage · Liège · Qui paie")
  expect(entry.vocabulary).toEqual(["belga", "elodie", "renard"])
  expect(entry.text.length).toBe(100_000)
  expect(entry.year).toBe(2026)
})

test("months follow each other, also over a year's end", () => {
  const months = keysBetween(new Date("2025-11-30T23:59:00Z"), new Date("2026-01-01T00:00:00Z"))
  expect(months).toEqual(["month/2025-11", "month/2025-12", "month/2026-01"])
})

test("whole years stand for their months, and every story between has a key among them", () => {
  const [from, until] = [new Date("2022-11-20T12:00:00Z"), new Date("2026-02-03T12:00:00Z")]
  const keys = keysBetween(from, until)
  expect(keys).toEqual([
    ...["month/2022-11", "month/2022-12", "month/2023-01", "month/2025-12", "month/2026-01", "month/2026-02"],
    ...["year/2023", "year/2024", "year/2025"],
  ])
  const hour = 3_600_000
  const missed: string[] = []
  for (const zone of [-11, 0, 13])
    for (let at = from.getTime(); at <= until.getTime(); at += hour) {
      const inPaper = new Date(at + zone * hour)
      const held = [KEYS.month(new Date(at)), KEYS.year(inPaper.getUTCFullYear())].some((key) => keys.includes(key))
      if (!held) missed.push(`${new Date(at).toISOString()} at UTC ${zone}`)
    }
  expect(missed).toEqual([])
})
