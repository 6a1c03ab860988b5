import { readFileSync } from "node:fs"
import { brotliDecompressSync } from "node:zlib"
import { expect, test } from "@playwright/test"
import { type Kept, keep, packThoroughly } from "@/server/pages/kept"
import { openPacking } from "@/server/pages/packing"
import { Rooms } from "@/server/pages/rooms"
import { made, page } from "./pages"

const long = readFileSync("docs/map.md", "utf8")

const headerOf = ({ headers }: Kept["br"], name: string) => headers[headers.indexOf(name) + 1]

/** A shop with packing, and what was packed in it. */
function aShop(rest = 0) {
  const rooms = new Rooms(1_000_000)
  const packed: Kept[] = []
  const packing = openPacking({ rooms, rest, onPacked: (kept) => packed.push(kept) })
  const put = (kept: Kept) => {
    rooms.put(kept)
    packing.add(kept)
  }
  return { rooms, packed, put }
}

test("a page that has stood for a while goes out smaller, with the same words and another ETag", async () => {
  const { rooms, packed, put } = aShop()
  const kept = await page("/a", {}, long)
  const [quick, gzip] = [kept.br, kept.gzip]
  put(kept)
  await expect.poll(() => packed.length).toBe(1)
  const { br } = rooms.at("/a") ?? kept
  expect(br.body.length).toBeLessThan(quick.body.length)
  expect(brotliDecompressSync(br.body).toString()).toBe(long)
  expect(brotliDecompressSync(quick.body).toString()).toBe(long)
  expect(headerOf(br, "Content-Length")).toBe(String(br.body.length))
  expect(headerOf(br, "Content-Encoding")).toBe("br")
  expect(headerOf(br, "ETag")).toBe(`"${kept.etag}-b"`)
  expect(headerOf(quick, "ETag")).toBe(`"${kept.etag}-q"`)
  expect(rooms.at("/a")?.gzip).toBe(gzip)
})

test("what changed while it stood is not packed: the new page is, and each in turn", async () => {
  const { rooms, packed, put } = aShop()
  const [old, anew, other] = [
    await page("/a", {}, `old ${long}`),
    await page("/a", {}, long),
    await page("/b", {}, long),
  ]
  put(old)
  put(anew)
  put(other)
  await expect.poll(() => packed.map(({ key }) => key)).toEqual(["/a", "/b"])
  expect(packed[0]).toBe(anew)
  expect(headerOf(old.br, "ETag")).toBe(`"${old.etag}-q"`)
  rooms.drop([{ tags: ["paper"], gone: false }])
  expect(rooms.at("/a")).toBe(undefined)
})

test("nothing is packed twice that is short, long beyond reason, packed already, or not there", async () => {
  expect(await packThoroughly(await page("/short", {}, "Short."))).toBe(null)
  expect(await packThoroughly(await page("/none", { status: 404 }, long))).toBe(null)
  expect(await packThoroughly(await page("/sitemap.xml", {}, long.repeat(30)))).toBe(null)
  expect(await packThoroughly(await keep("/picture", made(long, { packed: true })))).toBe(null)
})
