import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliDecompressSync } from "node:zlib"
import { expect, test } from "@playwright/test"
import { finish } from "@/server/finish"
import { filesOf } from "@/server/front/build-files"

test("files of the build are served from memory for good, and nothing outside the build", async () => {
  const folder = mkdtempSync(join(tmpdir(), "standfirst-build-"))
  try {
    mkdirSync(join(folder, "static/media"), { recursive: true })
    writeFileSync(join(folder, "static/media/a.woff2"), "font bytes ".repeat(100))
    writeFileSync(join(folder, "static/a.js"), "let words = 1 // ".repeat(100))
    writeFileSync(join(folder, "secret.json"), "{}")
    const files = filesOf(join(folder, "static"))
    const font = await files("/_next/static/media/a.woff2")
    expect(font?.br.headers).toEqual(expect.arrayContaining(["font/woff2", "public, max-age=31536000, immutable"]))
    expect(font?.br.body).toEqual(font?.identity.body)
    const script = await files("/_next/static/a.js")
    expect(script?.br.body.length).toBeLessThan(script?.identity.body.length ?? 0)
    expect(await files("/_next/static/a.js")).toBe(script)
    for (const path of [
      "../secret.json",
      "..%2fsecret.json",
      "%2e%2e/secret.json",
      "a.map",
      "none.js",
      "%",
      "a.js%00.js",
    ])
      expect(await files(`/_next/static/${path}`), path).toBeUndefined()
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test("what is built for browsers is packed once, and its scripts say that they are compiled at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "standfirst-build-"))
  try {
    mkdirSync(join(folder, "chunks"))
    writeFileSync(join(folder, "chunks/a.js"), "say('ë'); ".repeat(100))
    writeFileSync(join(folder, "a.css"), ".a { color: red } ".repeat(100))
    writeFileSync(join(folder, "a.woff2"), "font")
    await finish(folder)
    // Done twice it is as done once.
    await finish(folder)
    const files = filesOf(folder)
    const script = await files("/_next/static/chunks/a.js")
    const text = `//# allFunctionsCalledOnLoad\n${"say('ë'); ".repeat(100)}`
    expect(script?.identity.body.toString()).toBe(text)
    expect(script?.br.body).toEqual(readFileSync(join(folder, "chunks/a.js.br")))
    expect(brotliDecompressSync(script?.br.body ?? "").toString()).toBe(text)
    const sheet = await files("/_next/static/a.css")
    expect(sheet?.identity.body.toString()).toBe(".a { color: red } ".repeat(100))
    expect(sheet?.br.body).toEqual(readFileSync(join(folder, "a.css.br")))
    expect((await files("/_next/static/a.woff2"))?.identity.body.toString()).toBe("font")
    expect(await files("/_next/static/a.css.br")).toBeUndefined()
  } finally {
    rmSync(folder, { recursive: true })
  }
})
