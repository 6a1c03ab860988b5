import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { BOM, readCsv, writeCsv } from "@/lib/related/csv"

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells)

test("what is written is read back the same, whatever stands in the cells", () => {
  const odd = fc.string({
    unit: fc.constantFrom('"', "'", ",", ";", "\r", "\n", "\t", "=", "+", "-", "@", " ", "é", "a"),
  })
  const cell = fc.oneof(fc.string(), odd)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
      // The first line has no semicolon to be mistaken by, as ours has not; a line of nothing is left out.
      const all = [["one", "two"], ...rows.filter((cells) => cells.some((one) => one.trim()))]
      expect(cellsOf(BOM + writeCsv(all))).toEqual(all)
    }),
    { numRuns: 300 },
  )
})

test("no cell begins with what a spreadsheet would run", () => {
  const hostile = ["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x"]
  for (const value of hostile) {
    const written = writeCsv([[value, "b"]])
    expect(written.replace(/^"/, "")).toMatch(/^'/)
    expect(cellsOf(`a,b\r\n${written}`)[1]).toEqual([value, "b"])
  }
  // What somebody typed in a spreadsheet is taken as it stands.
  expect(cellsOf("a,b\n=x,'quoted'")).toEqual([
    ["a", "b"],
    ["=x", "'quoted'"],
  ])
})

test("semicolons, marks of UTF-8, every kind of line break and breaks within quotes are understood; lines keep their numbers", () => {
  expect(readCsv(`${BOM}a;b\r\n"x\r\ny;z";2\r\r\n3;4\n`)).toEqual({
    rows: [
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["x\r\ny;z", "2"] },
      { line: 5, cells: ["3", "4"] },
    ],
    faults: [],
  })
  expect(cellsOf('"a;a",b\n1,2;3')).toEqual([
    ["a;a", "b"],
    ["1", "2;3"],
  ])
  expect(cellsOf("a,b\n,\n1,")).toEqual([
    ["a", "b"],
    ["1", ""],
  ])
  expect(cellsOf("")).toEqual([])
  expect(cellsOf("a")).toEqual([["a"]])
  expect(cellsOf('""')).toEqual([])
})

test("a line that breaks the rules is named by its number, and the others are read on", () => {
  const { rows, faults } = readCsv('a,b\nx "y",1\n"p" q,2\ngood,3\n"open,4\nmore,5\n')
  expect(rows.map(({ line }) => line)).toEqual([1, 4])
  expect(faults).toEqual([
    { line: 2, sentence: expect.stringContaining("quotation mark stands within a cell") },
    { line: 3, sentence: expect.stringContaining("behind the quotation mark") },
    { line: 5, sentence: expect.stringMatching(/not closed.*up to line 6/) },
  ])
})

test("a hostile file is read in the time of its length", () => {
  const million = 1_000_000
  for (const text of [
    '"'.repeat(million + 1),
    `"${'""'.repeat(million / 2)}`,
    ",".repeat(million),
    '"a"x\n'.repeat(million / 5),
  ]) {
    const began = performance.now()
    readCsv(text)
    expect(performance.now() - began).toBeLessThan(20_000)
  }
})
