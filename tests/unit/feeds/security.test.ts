import { expect, test } from "@playwright/test"
import { securityText } from "@/lib/feeds/security"

test("security.txt has what RFC 9116 asks for, and expires months from now, well within a year", () => {
  const { text, until } = securityText(
    "https://paper.test",
    "mailto:security@paper.test",
    new Date("2026-11-24T10:00:00Z"),
  )
  expect(text).toBe(`Contact: mailto:security@paper.test
Expires: 2027-03-01T00:00:00Z
Preferred-Languages: en
Canonical: https://paper.test/.well-known/security.txt
Policy: https://paper.test/about/security
`)
  expect(until).toEqual(new Date("2026-12-01T00:00:00Z"))
})

test("it is the same all month, and never nearer to its end than three months", () => {
  const said = (at: string) => securityText("https://paper.test", "tel:+3225550100", new Date(at))
  expect(said("2026-11-01T00:00:00Z")).toEqual(said("2026-11-30T23:59:59Z"))
  expect(said("2026-11-30T23:59:59Z").text).toContain("Expires: 2027-03-01")
  expect(said("2026-12-01T00:00:00Z").text).toContain("Expires: 2027-04-01")
})
