import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { LONGEST_QUERY, lacks, readQuery, writeQuery } from "@/lib/search/query"

const word = (words: string, rest = {}) => ({ words, not: false, ...rest })

test("words, phrases and what to leave out are told apart, in curly quotes too", () => {
  const { terms, remarks } = readQuery('night “last tram” -bus -"late bus" N-VA l’été & –')
  expect(terms).toEqual([
    word("night"),
    word("last tram"),
    word("bus", { not: true }),
    word("late bus", { not: true }),
    word("N-VA"),
    word("l’été"),
  ])
  expect(remarks).toEqual([])
})

test("what stands behind author, topic and section is a name, with quotes or without, in any case, and may be left out", () => {
  expect(readQuery('Author:"Ada Verlinden" topic:water -SECTION:culture dyke')).toEqual({
    terms: [word("dyke")],
    named: [
      { by: "author", value: "Ada Verlinden", not: false },
      { by: "topic", value: "water", not: false },
      { by: "section", value: "culture", not: true },
    ],
    ...{ after: null, before: null, remarks: [] },
  })
})

test("a day may be a year, a month or a day, and begins where it begins", () => {
  const days = { "2026": "2026-01-01", "2026-2": "2026-02-01", "2026-02-28": "2026-02-28", "2024-02-29": "2024-02-29" }
  for (const [written, day] of Object.entries(days)) {
    expect(readQuery(`after:${written}`).after, written).toBe(day)
    expect(readQuery(`before:"${written}"`).before, written).toBe(day)
  }
})

test("a value that is none gets a sentence, and the rest of the question stands", () => {
  for (const bad of [
    "before:soon",
    "after:2026-13",
    "before:2026-02-30",
    "after:2025-02-29",
    "before:",
    "topic:",
    'author:""',
    "after:0000",
  ]) {
    const { terms, remarks, named, after, before } = readQuery(`dyke ${bad} meadow`)
    expect(terms, bad).toEqual([word("dyke"), word("meadow")])
    expect({ named, after, before }, bad).toEqual({ named: [], after: null, before: null })
    expect(remarks, bad).toHaveLength(1)
    expect(remarks[0], bad).toMatch(/^[A-Z“].*[^.]\.$/)
  }
})

test("what is missing is named: everything, letters, or a word to look for", () => {
  const cases = {
    "": "everything",
    "  & ": "everything",
    a: "length",
    "a b": "length",
    "-tram": "a word",
    "-topic:sea": "a word",
  }
  for (const [q, lack] of Object.entries(cases)) expect(lacks(readQuery(q)), q).toBe(lack)
  for (const q of ["ab", "plan b", "topic:sea", "before:2026", "topic:sea -tram", "é2"])
    expect(lacks(readQuery(q)), q).toBeNull()
})

const pieces = fc.oneof(
  fc.constantFrom(
    "author:",
    "topic:",
    "section:",
    "before:",
    "after:",
    '"',
    "-",
    "“",
    " ",
    "2026-01",
    "tram",
    "’",
    ":",
    "é",
  ),
  fc.string({ unit: "grapheme", maxLength: 8 }),
)
const questions = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(""))

test("whatever is typed is read, within bounds, and no word is empty", () => {
  fc.assert(
    fc.property(questions, (q) => {
      const { terms, remarks, after, before } = readQuery(q)
      expect(terms.length).toBeLessThanOrEqual(12)
      for (const { words } of terms) expect(words).toMatch(/[\p{L}\p{N}]/u)
      for (const remark of remarks) expect(remark).toMatch(/\.$/)
      for (const day of [after, before]) expect(day ?? "2026-01-01").toMatch(/^\d{4}-\d\d-\d\d$/)
    }),
    { numRuns: 300 },
  )
})

test("a question that is written out and read again is the same question", () => {
  fc.assert(
    fc.property(questions, (q) => {
      const { remarks: _, ...query } = readQuery(q)
      const written = writeQuery({ ...query, remarks: [] })
      fc.pre(written.length <= LONGEST_QUERY)
      const { remarks, ...again } = readQuery(written)
      expect(again).toEqual(query)
      expect(remarks).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test("plain words keep their order, and none is lost", () => {
  const plain = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,10}$/), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(plain, (words) => {
      expect(readQuery(words.join("  ")).terms.map((term) => term.words)).toEqual(words)
    }),
  )
})
