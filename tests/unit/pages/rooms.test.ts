import { expect, test } from "@playwright/test"
import { Rooms } from "@/server/pages/rooms"
import { page } from "./pages"

const NOW = 1_000_000

test("a change drops every page that depends on what changed, and no other", async () => {
  const rooms = new Rooms(1_000_000)
  rooms.put(await page("/a", { tags: ["story:a", "section:x"] }))
  rooms.put(await page("/b", { tags: ["story:b", "story:a"] }))
  rooms.put(await page("/c", { tags: ["story:c"] }))
  expect(rooms.drop([{ tags: ["story:a"], gone: false }]).map(({ key }) => key)).toEqual(["/a", "/b"])
  expect([rooms.has("/a"), rooms.has("/b"), rooms.has("/c")]).toEqual([false, false, true])
})

test("a new name in the menu drops every page", async () => {
  const rooms = new Rooms(1_000_000)
  for (const key of ["/a", "/b"]) rooms.put(await page(key, { tags: [`story:${key}`] }))
  expect(rooms.drop([{ tags: ["names"], gone: false }])).toHaveLength(2)
  expect(rooms.bytes).toBe(0)
})

test("where there was nothing there may be something after any change that readers see, and after no other", async () => {
  const rooms = new Rooms(1_000_000)
  rooms.put(await page("/nothing", { status: 404, tags: [] }))
  rooms.drop([{ tags: [], gone: false }])
  expect(rooms.has("/nothing")).toBe(true)
  rooms.drop([{ tags: ["story:new"], gone: false }])
  expect(rooms.has("/nothing")).toBe(false)
})

test("whoever was asked for longest ago goes when there is no more room", async () => {
  const one = (await page("/1")).bytes
  const rooms = new Rooms((one * 3.5) / 0.875)
  for (const key of ["/1", "/2", "/3"]) rooms.put(await page(key))
  rooms.get("/1", NOW)
  rooms.put(await page("/4"))
  expect(["/1", "/2", "/3", "/4"].map((key) => rooms.has(key))).toEqual([true, false, true, true])
  expect(rooms.bytes).toBeLessThanOrEqual(one * 3.5)
})

test("unknown addresses without end take little room, and push no page out", async () => {
  const rooms = new Rooms(100_000)
  rooms.put(await page("/story"))
  const nothing = await page("/none", { status: 404, tags: [] }, "There is no page at this address. ".repeat(100))
  for (let number = 0; number < 20_000; number++) rooms.put({ ...nothing, key: `/none-${number}` })
  expect(rooms.has("/story")).toBe(true)
  expect(rooms.size).toBe(1_001)
  expect(rooms.get("/none-19999", NOW)?.br.body).toBe(rooms.get("/none-19500", NOW)?.br.body)
})

test("searches have a room of their own, and push no page out", async () => {
  const rooms = new Rooms(200_000)
  rooms.put(await page("/story"))
  for (let number = 0; number < 200; number++) rooms.put(await page(`/search?q=${number}`))
  expect(rooms.has("/story")).toBe(true)
  expect(rooms.bytes).toBeLessThanOrEqual(200_000)
})

test("a page whose time is over is not handed out", async () => {
  const rooms = new Rooms(1_000_000)
  rooms.put(await page("/a", { until: NOW }))
  expect(rooms.get("/a", NOW - 1)).toBeDefined()
  expect(rooms.get("/a", NOW)).toBeUndefined()
})

test("a page that took the place of another carries its own tags alone", async () => {
  const rooms = new Rooms(1_000_000)
  rooms.put(await page("/a", { tags: ["story:old"] }))
  rooms.put(await page("/a", { tags: ["story:new"] }))
  expect(rooms.drop([{ tags: ["story:old"], gone: false }])).toEqual([])
  expect(rooms.has("/a")).toBe(true)
})
