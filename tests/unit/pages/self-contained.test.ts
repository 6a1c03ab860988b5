import { createHash } from "node:crypto"
import { expect, test } from "@playwright/test"
import { selfContained } from "@/server/pages/self-contained"

const PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"><style>a{}</style></head><body>$& words</body></html>'
const FONT = '</_next/static/media/serif.woff2>; rel=preload; as="font"; crossorigin=""; type="font/woff2"'

test("a page says first of all which styles are its own", () => {
  const digest = createHash("sha256").update("a{}").digest("base64")
  expect(selfContained(PAGE, "a{}", "")).toBe(
    PAGE.replace(
      "<head>",
      `<head><meta http-equiv="Content-Security-Policy" content="style-src 'self' 'sha256-${digest}'">`,
    ),
  )
  expect(selfContained(PAGE, "", "")).toContain(`content="style-src 'self'"`)
})

test("fonts are fetched early, also without a header that says so; nothing else of the header gets into the page", () => {
  const link = `${FONT}, </_next/static/a.css>; rel=preload; as="style", </_next/x"onload="y.woff2>; as="font", <https://else.where/f>; as="font"`
  const html = selfContained(PAGE, "a{}", link)
  expect(html.match(/<link[^>]*>/g)).toEqual([
    '<link rel="preload" href="/_next/static/media/serif.woff2" as="font" type="font/woff2" crossorigin="">',
  ])
})
