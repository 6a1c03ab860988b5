import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { openMirror } from "@/server/pages/mirror"
import { takeMirrorFolder } from "@/server/pages/mirror-folder"
import { fileOf } from "@/server/pages/mirrored"
import { page } from "./pages"

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "standfirst-mirror-"))
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (complaints: string[] = []) => openMirror(folder, (sentence) => complaints.push(sentence))

/** Every file that nginx could find, by name. */
function found(): string[] {
  const root = join(folder, "pages")
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(root.length)).sort()
}

const forms = (file: string) => [file, `${file}.br`, `${file}.gz`]
const read = (file: string) => readFileSync(join(folder, "pages", file))

test("a page is three files with its very bytes, and each says by its time what is in it", async () => {
  const mirror = open()
  const kept = await page("/world/slug")
  mirror.kept(kept)
  mirror.kept(await page("/world"))
  mirror.kept(await page("/"))
  await mirror.settled()
  expect(found()).toEqual([...forms("/index.html"), ...forms("/world.html"), ...forms("/world/slug.html")].sort())
  expect(read("world/slug.html")).toEqual(kept.identity.body)
  expect(gunzipSync(read("world/slug.html.gz"))).toEqual(kept.identity.body)
  expect(brotliDecompressSync(read("world/slug.html.br"))).toEqual(kept.identity.body)
  const timeOf = (file: string) => statSync(join(folder, "pages", file)).mtimeMs
  expect(new Set(forms("world/slug.html").map(timeOf)).size).toBe(3)
  const before = timeOf("world.html")
  mirror.kept(await page("/world", {}, "The Page at /world. ".repeat(40)))
  await mirror.settled()
  expect(read("world.html").length).toBe(statSync(join(folder, "pages", "world.html")).size)
  expect(timeOf("world.html")).not.toBe(before)
  await mirror.close()
})

test("what is too small to be compressed has no compressed file, also when it was larger before", async () => {
  const mirror = open()
  mirror.kept(await page("/a"))
  mirror.kept(await page("/a", {}, "small"))
  await mirror.settled()
  expect(found()).toEqual(["/a.html"])
  await mirror.close()
})

const NEVER = [
  ...[
    "/../secret",
    "/a/../../b",
    "/%2e%2e/b",
    "/.hidden",
    "/a/.b",
    "/a//b",
    "/a/",
    "/A",
    "/a.html",
    "/a b",
    "/a\\b",
    "/a\0",
  ],
  ...[
    "/a?page=2",
    "/search?q=x",
    "/index",
    "/newsroom",
    "/api/x",
    "/_next/x",
    "/a_b",
    "/-a",
    "/a-",
    "/é",
    "/feed.xml/a",
  ],
  ...[`/${"a".repeat(103)}`, "/a/b/c/d/e/f/g", "a", ""],
]
for (const key of NEVER)
  test(`${JSON.stringify(key.slice(0, 40))} is no name of a file`, async () => {
    expect(fileOf(await page(key))).toBeNull()
  })

test("only what is there as a page, in the type that its name says, has a file", async () => {
  const typed = (type: string) => ({ headers: { "Content-Type": type } })
  expect(fileOf(await page("/a", { status: 404 }))).toBeNull()
  expect(fileOf(await page("/a", { status: 410 }))).toBeNull()
  expect(fileOf(await page("/a", typed("text/plain")))).toBeNull()
  expect(fileOf(await page("/feed.xml"))).toBeNull()
  expect(fileOf(await page("/feed.xml", typed("application/rss+xml; charset=utf-8")))).toBe("feed.xml")
  expect(fileOf(await page("/world/feed.json", typed("application/feed+json; charset=utf-8")))).toBe("world/feed.json")
  expect(fileOf(await page("/sitemap-2026-11.xml", typed("application/xml; charset=utf-8")))).toBe(
    "sitemap-2026-11.xml",
  )
})

test("whatever a page is called, its file is within the folder", async () => {
  const any = fc.oneof(
    fc.webPath(),
    fc.string({ unit: "binary" }).map((text) => `/${text}`),
    fc.constantFrom("/..", "/a/.."),
  )
  const like = await page("/")
  fc.assert(
    fc.property(any, (key) => {
      const file = fileOf({ ...like, key })
      return file === null || (/^[a-z0-9][a-z0-9/.-]*$/.test(file) && !file.includes("..") && !file.includes("/."))
    }),
    { numRuns: 3_000 },
  )
})

test("a page that stops being one loses its files", async () => {
  const mirror = open()
  mirror.kept(await page("/a"))
  mirror.kept(await page("/b"))
  await mirror.settled()
  mirror.kept(await page("/a", { status: 410 }))
  await mirror.settled()
  expect(found()).toEqual(forms("/b.html"))
  await mirror.close()
})

test("a page goes before it changes by itself", async () => {
  const mirror = open()
  mirror.kept(await page("/a", { until: Date.now() + 3_000 }))
  mirror.kept(await page("/b", { until: Date.now() + 1_000 }))
  mirror.kept(await page("/c"))
  await mirror.settled()
  expect(found()).toEqual([...forms("/a.html"), ...forms("/c.html")])
  await expect.poll(found, { timeout: 3_000, intervals: [20] }).toEqual(forms("/c.html"))
  await mirror.close()
})

const KEYS = ["/", "/a", "/a/b", "/a/c", "/d"]
const STEP = fc.oneof(
  { weight: 5, arbitrary: fc.record({ keep: fc.constantFrom(...KEYS), status: fc.constantFrom(200, 200, 200, 410) }) },
  { weight: 4, arbitrary: fc.record({ drop: fc.subarray(KEYS, { minLength: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 12 }) }) },
)

type Step = { keep: string; status: number } | { drop: string[] } | { wait: number }

/** Does it all without waiting for anything, and gives what should be left in the end. */
async function play(steps: readonly Step[], mirror: ReturnType<typeof open>) {
  const expected = new Map<string, string>()
  const drops: Promise<void>[] = []
  for (const [number, step] of steps.entries()) {
    if ("wait" in step) await turns(step.wait)
    else if ("drop" in step) {
      for (const key of step.drop) expected.delete(key)
      drops.push(mirror.dropped(step.drop))
    } else {
      const text = `Edition ${number} of ${step.keep}. `.repeat(20)
      mirror.kept(await page(step.keep, { status: step.status }, text))
      expected.delete(step.keep)
      if (step.status === 200) expected.set(step.keep, text)
    }
  }
  await Promise.all(drops)
  await mirror.settled()
  return [...expected].map(([key, text]) => [key === "/" ? "index.html" : `${key.slice(1)}.html`, text] as const)
}

async function turns(count: number) {
  for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
}

test("in whatever order pages come and go, what is left is the newest of those that were kept", async () => {
  test.setTimeout(60_000)
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 40 }), async (steps) => {
      const complaints: string[] = []
      const mirror = open(complaints)
      const files = await play(steps, mirror)
      expect(found()).toEqual(files.flatMap(([file]) => forms(`/${file}`)).sort())
      for (const [file, text] of files) {
        expect(read(file).toString()).toBe(text)
        expect(brotliDecompressSync(read(`${file}.br`)).toString()).toBe(text)
        expect(gunzipSync(read(`${file}.gz`)).toString()).toBe(text)
      }
      expect(complaints).toEqual([])
      await mirror.close()
    }),
    { numRuns: 60 },
  )
})

test("when a drop is done no file of it is there, though it was being written", async () => {
  const mirror = open()
  const pages = await Promise.all(Array.from({ length: 40 }, (_, at) => page(`/p${at}`)))
  const keys = pages.map(({ key }) => key)
  for (let round = 0; round < 24; round++) {
    for (const kept of pages) mirror.kept(kept)
    if (round % 4 === 0) await mirror.settled()
    else await turns(round * 3)
    await mirror.dropped(keys)
    expect(found().filter((name) => !name.includes("/."))).toEqual([])
  }
  await mirror.settled()
  expect(found()).toEqual([])
  await mirror.close()
})

test("everything at once goes in one step, and what comes after it stays", async () => {
  const mirror = open()
  const pages = await Promise.all(Array.from({ length: 80 }, (_, at) => page(`/p${at}`)))
  for (const kept of pages) mirror.kept(kept)
  const done = mirror.dropped(pages.map(({ key }) => key))
  mirror.kept(await page("/p3"))
  await done
  await mirror.settled()
  expect(found()).toEqual(forms("/p3.html"))
  await mirror.close()
  expect(readdirSync(folder)).toEqual([])
})

test("a start finds the folder empty, whatever the last one left, and takes no folder of somebody else", async () => {
  takeMirrorFolder(folder)
  const first = open()
  first.kept(await page("/old"))
  await first.settled()
  expect(found()).toEqual(forms("/old.html"))
  takeMirrorFolder(folder)
  const second = open()
  expect(found()).toEqual([])
  await Promise.all([first.close(), second.close()])
  rmSync(join(folder, ".standfirst-mirror"))
  writeFileSync(join(folder, "letters.txt"), "mine")
  expect(() => takeMirrorFolder(folder)).toThrow(/MIRROR_DIR names .* holds other files/)
  expect(readdirSync(folder)).toContain("letters.txt")
})

test("a page that cannot be written is told, and is not there", async () => {
  const complaints: string[] = []
  const mirror = open(complaints)
  writeFileSync(join(folder, "pages", "a"), "a file where a folder should be")
  mirror.kept(await page("/a/b"))
  mirror.kept(await page("/c"))
  await mirror.settled()
  expect(complaints).toEqual([expect.stringContaining("the page /a/b is not mirrored")])
  expect(found()).toEqual(["/a", ...forms("/c.html")])
  await mirror.close()
})
