import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { canonical } from "@/lib/record/canonical"

test("the order of members and what is undefined make no difference", () => {
  expect(canonical({ b: [1, { d: undefined, c: "é" }], a: null })).toBe('{"a":null,"b":[1,{"c":"é"}]}')
})

test("whatever JSON holds comes back the same, and its canonical form is its own", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const same = JSON.parse(JSON.stringify(value))
      expect(JSON.parse(canonical(same))).toEqual(same)
      expect(canonical(JSON.parse(canonical(same)))).toBe(canonical(same))
    }),
  )
})
