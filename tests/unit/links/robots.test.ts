import { expect, test } from "@playwright/test"
import { allows, readRobots } from "@/lib/links/robots"
import { weighed } from "../../weighed"

const may = (text: string, path: string) => allows(readRobots(text, "Standfirst"), new URL(path, "https://a.example"))

test("who is named obeys their own group alone, and everybody else the one for all (RFC 9309, 2.2.1)", () => {
  const file = "User-Agent: *\nDisallow: /\n\nUser-agent: standFIRST/2.0\nDisallow: /private\n"
  expect(may(file, "/")).toBe(true)
  expect(may(file, "/private/1")).toBe(false)
  expect(allows(readRobots(file, "Other"), new URL("https://a.example/x"))).toBe(false)
  expect(may("User-agent: Standfirstling\nDisallow: /", "/")).toBe(true)
  expect(may("User-agent: a\nUser-agent: Standfirst\nDisallow: /x\nUser-agent: b\nDisallow: /y", "/x")).toBe(false)
  expect(may("User-agent: a\nUser-agent: Standfirst\nDisallow: /x\nUser-agent: b\nDisallow: /y", "/y")).toBe(true)
})

test("groups of the same name are one, comments and lines without meaning are passed over", () => {
  const file =
    "\ufeff# us\r\nuser-agent : Standfirst # you\rdisallow:/a # no\nnonsense\nUser-agent: x\nAllow: /\n\nUser-agent: Standfirst\nDisallow: /b"
  expect(["/a", "/b", "/c"].map((path) => may(file, path))).toEqual([false, false, true])
  expect(may("Disallow: /", "/")).toBe(true)
  expect(may("", "/")).toBe(true)
  expect(may("<html><body>Disallow: /</body>", "/")).toBe(true)
})

test("the longest rule decides, and of two of a length the one that allows (2.2.2)", () => {
  const file =
    "User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nDisallow: /same\nAllow: /same\nDisallow:"
  expect(may(file, "/example/page/")).toBe(true)
  expect(may(file, "/example/page/disallowed.gif")).toBe(false)
  expect(may(file, "/same/x")).toBe(true)
  expect(may("User-agent: *\nDisallow: /", "/robots.txt")).toBe(true)
})

test("* is any run of signs, and $ at the end is the end (2.2.3)", () => {
  const rule = (pattern: string, path: string) => !may(`User-agent: *\nDisallow: ${pattern}`, path)
  const rows: [string, string, boolean][] = [
    ["/*.gif$", "/a/b.gif", true],
    ["/*.gif$", "/a/b.gif?x", false],
    ["*.gif$", "/x.gif", true],
    ["/a*b*c", "/axxbyyc", true],
    ["/a*b*c", "/axxcyyb", false],
    ["/a$", "/a", true],
    ["/a$", "/ab", false],
    ["/fish*", "/fish.html", true],
    ["/fish", "/Fish", false],
    ["/*?*id=", "/p?x=1&id=2", true],
    ["/a*a$", "/a", false],
    ["/$", "/", true],
    ["/$", "/x", false],
  ]
  for (const [pattern, path, fits] of rows) expect(rule(pattern, path), `${pattern} on ${path}`).toBe(fits)
})

test("an address is one whichever way it is written (2.2.2)", () => {
  const rule = (pattern: string, path: string) => !may(`User-agent: *\nDisallow: ${pattern}`, path)
  expect(rule("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https://foo.bar")).toBe(true)
  expect(rule("/foo/bar/ツ", "/foo/bar/%E3%83%84")).toBe(true)
  expect(rule("/foo/bar/%e3%83%84", "/foo/bar/ツ")).toBe(true)
  expect(rule("/foo/bar/%62%61%7A", "/foo/bar/baz")).toBe(true)
  expect(rule("/a%3cd.html", "/a%3Cd.html")).toBe(true)
})

test("a pause that is asked for is kept", () => {
  expect(readRobots("User-agent: *\nCrawl-delay: 2.5", "Standfirst").delay).toBe(2.5)
  expect(readRobots("User-agent: *\nCrawl-delay: soon", "Standfirst").delay).toBe(0)
})

test("a file that wants to be heavy takes no more than a plain one of its length does, but for a factor", () => {
  const path = `/${"a".repeat(1_900)}`
  const agents = Array.from({ length: 20_000 }, (_, n) => `User-agent: a${"b".repeat(n % 10)}`).join("\n")
  const rules = `User-agent: *\n${"Disallow: /*a*a*a*a*a*a*a*a*b\n".repeat(10_000)}`
  const plain = `User-agent: *\n${"Disallow: /somewhere/else/there\n".repeat(20_000)}`
  const most = 100 * Math.max(...[1, 2, 3].map(() => weighed(() => may(plain, path)).cost))
  for (const heavy of [`${agents}\n${rules}`, `${rules}${agents}`]) {
    const { made, cost } = weighed(() => may(heavy, path))
    expect(made).toBe(true)
    expect(cost).toBeLessThan(most)
  }
})
