import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { expect, test } from "@playwright/test"

async function pages(): Promise<{ path: string; text: string }[]> {
  const found = await readdir("docs", { recursive: true })
  const paths = ["README.md", ...found.filter((name) => name.endsWith(".md")).map((name) => join("docs", name))]
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, "utf8") })))
}

test("every link in the docs leads to a file that is there", async () => {
  for (const { path, text } of await pages())
    for (const [, target = ""] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g))
      if (!/^[a-z]+:/.test(target))
        expect(existsSync(join(dirname(path), target)), `${path} links ${target}`).toBe(true)
})

test("every file that the docs name by its path is there", async () => {
  for (const { path, text } of await pages())
    for (const [, named = ""] of text.matchAll(
      /`((?:app|components|lib|server|tests|prisma|bench|docs)\/[^`\s…<>{}*]+\.\w+)`/g,
    ))
      expect(existsSync(named), `${path} names ${named}`).toBe(true)
})

test("every runtime dependency has its line among the decisions", async () => {
  const { dependencies } = JSON.parse(await readFile("package.json", "utf8"))
  const listed = await readFile("docs/decisions/0031-what-runs.md", "utf8")
  for (const name of Object.keys(dependencies)) {
    const [scope, short = scope] = name.split("/")
    expect(
      listed.includes(name) || (listed.includes(`${scope}/`) && listed.includes(short ?? name)),
      `${name} is listed`,
    ).toBe(true)
  }
})
