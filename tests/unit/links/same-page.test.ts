import { expect, test } from "@playwright/test"
import { pageNamed, spellingsOf } from "@/lib/links/same-page"

test("letters of the host, the usual port and a fragment make no other page; a path, a query and another port do", () => {
  const page = pageNamed("https://example.org/A?b=C")
  for (const same of ["HTTPS://Example.ORG/A?b=C", "https://example.org:443/A?b=C#top", "https://example.org./A?b=C"])
    expect(pageNamed(same), same).toBe(page)
  for (const other of ["https://example.org/a?b=C", "https://example.org/A", "https://example.org:8443/A?b=C"])
    expect(pageNamed(other), other).not.toBe(page)
  expect(pageNamed("https://example.org")).toBe(pageNamed("https://example.org/#x"))
  expect(pageNamed("nothing")).toBeNull()
})

test("a link is found however it and the question are written", () => {
  const known = (url: string) => url.replace(/#.*/s, "").toLowerCase()
  const written = (asked: string) => spellingsOf(asked).map((one) => one.toLowerCase())
  for (const [kept, asked] of [
    ["https://example.org/a#there", "HTTPS://EXAMPLE.ORG:443/a"],
    ["HTTPS://Example.org:443/a", "https://example.org/a#x"],
    ["http://example.org", "http://example.org:80/"],
    ["https://example.org:443?q", "https://example.org/?q"],
    ["https://example.org/überfahrt", "https://example.org/%C3%BCberfahrt"],
    ["https://example.org/%C3%BCberfahrt", "https://example.org/überfahrt"],
  ] as const)
    expect(written(asked), asked).toContain(known(kept))
})
