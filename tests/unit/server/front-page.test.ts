import { expect, test } from "@playwright/test"
import { readPage } from "@/server/front/page"

const around = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`
const TAGS = '<meta name="standfirst-tags" content="story:a paper"/>'
const tags = ["story:a", "paper"]

test("a reader page keeps its words and loses every script", () => {
  const source = around(
    `${TAGS}<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="modulepreload" href="/b.js"/>` +
      '<link rel="stylesheet" href="/_next/a.css"/><script src="/_next/a.js" async=""></script>',
    '<h1>Words</h1><script>self.__next_f.push([1,"<p>flight</p>"])</script><script nonce="x" src="/c.js"></script>',
  )
  const page = around('<link rel="stylesheet" href="/_next/a.css"/>', "<h1>Words</h1>")
  expect(readPage(source)).toEqual({ status: 200, html: page, tags })
})

test("data for machines stays in the page", () => {
  const data = '<script type="application/ld+json">{"headline":"a \\u003c b"}</script>'
  expect(readPage(around(TAGS + data, ""))).toEqual({ status: 200, html: around(data, ""), tags })
})

for (const status of [404, 410])
  test(`a page that says ${status} is answered with it, and the saying is taken out`, () => {
    const source = around(`${TAGS}<meta name="standfirst-status" content="${status}"/>`, "<h1>Gone</h1>")
    expect(readPage(source)).toEqual({ status, html: around("", "<h1>Gone</h1>"), tags })
  })

test("a page that moved names its new address", () => {
  const meta =
    '<meta name="standfirst-status" content="308"/><meta name="standfirst-location" content="/world/new?a=1&amp;b=2"/>'
  const moved = { status: 308, location: "/world/new?a=1&b=2", html: around("", ""), tags }
  expect(readPage(around(TAGS + meta, ""))).toEqual(moved)
})

for (const location of ["//evil.test", "https://evil.test/", "/\\evil.test", "/a\r\nset-cookie: b", ""])
  test(`a page may not move to ${JSON.stringify(location)}`, () => {
    const meta = `<meta name="standfirst-status" content="308"/><meta name="standfirst-location" content="${location}"/>`
    expect(readPage(around(TAGS + meta, ""))).toHaveProperty("unfit")
  })

test("a page may say no other status", () => {
  expect(readPage(around(`${TAGS}<meta name="standfirst-status" content="500"/>`, ""))).toHaveProperty("unfit")
})

for (const hole of ['<template id="B:0"></template>', '<div hidden="" id="S:0">late</div>'])
  test(`a page that only a script could complete is refused: ${hole}`, () => {
    expect(readPage(around(TAGS, hole))).toHaveProperty("unfit")
  })

test("escaped markup in a story is text and stays", () => {
  const words = "<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; on the wall</p>"
  expect(readPage(around(TAGS, words))).toEqual({ status: 200, html: around("", words), tags })
})

test("a page that does not say what it depends on is refused: nobody could know when it changes", () => {
  expect(readPage(around("", "<h1>Words</h1>"))).toEqual({ unfit: "it does not say what it depends on" })
})

test("a page says the moment at which it changes by itself", () => {
  const until = "2026-11-24T12:00:00Z"
  const page = readPage(around(`${TAGS}<meta name="standfirst-until" content="${until}"/>`, ""))
  expect(page).toEqual({ status: 200, html: around("", ""), tags, until })
})
