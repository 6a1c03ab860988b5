import { expect, test } from "@playwright/test"
import { isInner, isOurs, pageOfOurs } from "@/lib/checks/own-pages"

const ORIGIN = "http://localhost:3000"
const PAGE = { section: "belgium", slug: "the-flood", rest: "" }

test("however an address of the paper is written, it is the page that a browser would open", () => {
  for (const path of [
    "/belgium/the-flood",
    "//belgium/the-flood",
    "/./belgium/the-flood",
    "/x/../belgium//the-flood",
    "/%2e/belgium/the-flood",
    "/BELGIUM/The-Flood",
    "/belgium/%74he-flood",
    "/bel%67ium%2fthe-flood",
    "/belgium\\the-flood",
  ])
    for (const origin of [ORIGIN, "HTTP://LOCALHOST:3000", "https://localhost:3000", "http://localhost.:3000"])
      expect(pageOfOurs(origin + path, ORIGIN), origin + path).toEqual(PAGE)
  for (const path of ["/belgium/the-flood", "/./belgium/the-flood", "/BELGIUM/%74he-flood", "/.//belgium/the-flood"])
    expect(pageOfOurs(path, ORIGIN), path).toEqual(PAGE)
  expect(pageOfOurs("http://127.0.0.1:3000/belgium/the-flood", ORIGIN), "the same machine").toEqual(PAGE)
})

test("a usual port and the scheme make no other paper of it; another port or host does", () => {
  for (const origin of ["https://paper.test", "http://paper.test", "https://paper.test:443", "http://PAPER.test:80"])
    for (const own of ["https://paper.test", "http://paper.test"])
      expect(pageOfOurs(`${origin}/belgium/the-flood`, own), origin).toEqual(PAGE)
  for (const other of ["https://paper.test:8443", "https://www.paper.test", "https://paper.test.evil.test"])
    expect(isOurs(`${other}/belgium/the-flood`, "https://paper.test"), other).toBe(false)
  expect(isOurs("http://127.0.0.1/belgium/the-flood", "https://paper.test")).toBe(false)
})

test("what follows the address stays as it was written", () => {
  for (const [rest, written] of [
    ["/v/3?from=There#Top", "/V/3?from=There#Top"],
    ["/history", "/history"],
    [".ninjs2.json", ".ninjs2.json"],
    ["/?a=%2F", "/?a=%2F"],
    ["#a b", "#a b"],
  ])
    expect(pageOfOurs(`/belgium/the-flood${written}`, ORIGIN), written).toEqual({
      ...PAGE,
      rest: (rest ?? "").replace(" ", "%20"),
    })
})

test("other pages of the paper are ours and no story", () => {
  for (const path of [
    "/",
    "",
    "/belgium",
    "/belgium/feed.json",
    "/search?q=x",
    "/about/security",
    "/a/b/c",
    "/a/%zz",
  ]) {
    expect(pageOfOurs(ORIGIN + path, ORIGIN), path).toBeNull()
    expect(isOurs(ORIGIN + path, ORIGIN), path).toBe(true)
  }
  for (const link of ["https://elsewhere.test/belgium/the-flood", "mailto:a@b.be", "#top", "belgium/the-flood", ""]) {
    expect(isOurs(link, ORIGIN), link).toBe(false)
    expect(pageOfOurs(link, ORIGIN), link).toBeNull()
  }
})

test("the newsroom is the newsroom in any spelling", () => {
  for (const path of ["/newsroom", "//newsroom/stories", "/NEWSROOM?x", "/%6eewsroom/", "/api/v1/stories", "/x/../api"])
    expect(isInner(ORIGIN + path, ORIGIN), path).toBe(true)
  for (const link of ["/newsrooms", "/belgium/newsroom", "https://elsewhere.test/newsroom"])
    expect(isInner(link, ORIGIN), link).toBe(false)
})
