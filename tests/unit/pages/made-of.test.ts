import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import { keyOf } from "@/server/pages/address"
import { readerPolicy, scriptedPolicy } from "@/server/pages/policy"
import { inlineStyles, sheetsOf } from "@/server/pages/styles"

for (const [asked, key] of [
  ["/world?utm_source=x&fbclid=1", "/world"],
  ["/world?page=2&x=1", "/world?page=2"],
  ["/world?page=1", "/world"],
  ["/world?page=2&page=3", "/world?page=2"],
  ["/search?page=2&q=caf%C3%A9+x&_rsc=1", "/search?q=caf%C3%A9+x&page=2"],
  ["/world/a?q=1", "/world/a"],
  ["/world/a?page=7", "/world/a"],
  ["/?page=7", "/"],
  ["/world?page=02", "/world?page=0"],
  ["/world?page=99999", "/world?page=0"],
  ["/topics/water?page=3", "/topics/water?page=3"],
  ["/by/ada?page=3", "/by/ada?page=3"],
  ["/archive/2026/11/24?page=2", "/archive/2026/11/24?page=2"],
  ["/archive/2026/11?page=2", "/archive/2026/11"],
] as const)
  test(`${asked} is kept as ${key}`, () => {
    expect(keyOf(new URL(asked, "http://paper.test"))).toBe(key)
  })

test("a page's sheets go into the page in their order, with whole addresses; no policy says unsafe-inline", () => {
  const folder = mkdtempSync(join(tmpdir(), "standfirst-sheets-"))
  try {
    mkdirSync(join(folder, "css"))
    writeFileSync(join(folder, "css/a.css"), "a{src:url(../media/f.woff2)}\n/*# sourceMappingURL=a.map */")
    writeFileSync(join(folder, "css/b.css"), "b{background:url(data:x)}")
    const links = ["a", "b"].map(
      (name) => `<link rel="stylesheet" href="/_next/static/css/${name}.css?dpl=1" data-precedence="next"/>`,
    )
    const { html, styles } = inlineStyles(`<head>${links.join("")}</head>`, sheetsOf(folder))
    expect(styles).toBe("a{src:url(/_next/static/media/f.woff2)}\nb{background:url(data:x)}")
    expect(html).toBe(`<head><style>${styles}</style></head>`)
    expect(readerPolicy(styles)).toMatch(/style-src 'self' 'sha256-[\w+/]+=*'/)
    expect(readerPolicy(styles)).not.toContain("unsafe")
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test("sheets that cannot be read stay links, and none outside the build is read", () => {
  const page = '<head><link rel="stylesheet" href="/_next/static/../../package.css"/></head>'
  expect(inlineStyles(page, sheetsOf("."))).toEqual({ html: page, styles: "" })
})

test("a page that needs its scripts gets those it came with, by their digests", () => {
  const policy = scriptedPolicy('<script src="/a.js"></script><script>one()</script><script id="x">two()</script>')
  expect(policy).toMatch(/script-src 'self' 'sha256-[^']+' 'sha256-[^']+';/)
  expect(policy).not.toContain("unsafe")
})
