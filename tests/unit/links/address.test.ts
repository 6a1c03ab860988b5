import { expect, test } from "@playwright/test"
import { isSafeAddress, isWebAddress, webAddress } from "@/lib/address"

const at = (codes: number[]) => codes.map((code) => String.fromCodePoint(code))
const UNFIT = at([
  ...[0x00, 0x09, 0x0a, 0x0d, 0x1b, 0x20, 0x7f, 0x85, 0xa0, 0xad],
  ...[0x061c, 0x200b, 0x200e, 0x2028, 0x202e, 0x2066, 0x3000, 0xfdd0, 0xfeff, 0xffff, 0x1fffe],
])

test("an address on the web holds no blank and nothing that cannot be seen, and what readers are not shown is not taken", () => {
  for (const sign of [...UNFIT, "\\", "\ud800"]) {
    const url = `https://example.org/a${sign}b`
    const name = `U+${sign.codePointAt(0)?.toString(16)}`
    expect(isWebAddress(url), name).toBe(false)
    expect(webAddress.safeParse(url).error?.issues[0]?.message, name).toContain("Copy it again")
  }
  for (const url of ["https://example.org/a b", "https://example.org/\nb"]) expect(isSafeAddress(url)).toBe(false)
})

test("blanks around an address are left out, and letters of every language are at home in it", () => {
  expect(webAddress.parse(" https://example.org/a \r\n")).toBe("https://example.org/a")
  for (const url of [
    "https://example.org/übër?q=%20#Á",
    "https://fa.test/می\u200cخواهم",
    "https://xn--bcher-kva.test/",
  ])
    expect(webAddress.parse(url)).toBe(url)
  expect(webAddress.safeParse("example.org").error?.issues[0]?.message).toContain("https://")
  expect(webAddress.safeParse(`https://example.org/${"a".repeat(2_000)}`).success).toBe(false)
})
