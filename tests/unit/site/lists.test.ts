import { expect, test } from "@playwright/test"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { ListPage } from "@/components/site/list-page"
import { MovedPage, WithdrawnPage } from "@/components/site/notice-page"
import { PageStatus } from "@/components/site/page-status"
import { brieflyOf, momentOf } from "@/lib/dates"
import { pageAsked } from "@/lib/story/listed"
import { isReservedSlug } from "@/lib/story/reserved"

const list = (page: number, more: boolean) =>
  renderToStaticMarkup(createElement(ListPage, { heading: "World", address: "/world", stories: [], page, more }))

test("a list has real pages: newer leads to the plain address, older to the next number", () => {
  expect(list(2, true)).toContain('href="/world"')
  expect(list(2, true)).toContain('href="/world?page=3"')
  expect(list(1, false)).not.toContain("<nav")
})

test("an empty list says so in words", () => {
  expect(list(1, false)).toContain("Nothing has been published here yet.")
})

test("a page number that is none is refused", () => {
  for (const bad of ["0", "-1", "1.5", "abc", "", "01", "99999", "1001", ["1", "2"]]) expect(pageAsked(bad)).toBeNull()
  expect(pageAsked(undefined)).toBe(1)
  expect(pageAsked("12")).toBe(12)
})

test("a page tells its status to the front process in words that it removes", () => {
  const say = (props: Parameters<typeof PageStatus>[0]) => renderToStaticMarkup(createElement(PageStatus, props))
  expect(say({ status: 410 })).toBe('<meta name="standfirst-status" content="410"/>')
  expect(say({ status: 308, location: "/a/b" })).toContain('<meta name="standfirst-location" content="/a/b"/>')
})

test("a moved story leads on, a withdrawn one gives its notice", () => {
  expect(renderToStaticMarkup(createElement(MovedPage, { to: "/a/b" }))).toContain('<a href="/a/b">')
  const withdrawn = createElement(WithdrawnPage, { notice: "A mistake.", at: new Date(0) })
  expect(renderToStaticMarkup(withdrawn)).toContain("A mistake.")
})

test("times are those of the paper's clock, summer and winter", () => {
  expect(momentOf(new Date("2026-07-24T22:30:00Z"))).toBe("25 July 2026, 00:30 CEST")
  const day = new Date("2026-01-02T12:00:00Z")
  expect(brieflyOf(new Date("2026-01-02T08:05:00Z"), day)).toBe("09:05")
  expect(brieflyOf(new Date("2025-12-31T08:05:00Z"), day)).toBe("31 Dec 2025")
})

test("no section may take the paper's own words", () => {
  for (const word of ["newsroom", "api", "topics", "by", "corrections", "search"])
    expect(isReservedSlug(word)).toBe(true)
  expect(isReservedSlug("belgium")).toBe(false)
})
