import { expect, test } from "@playwright/test"
import { marksFor } from "@/server/cdn/cdn"
import { cloudflare } from "@/server/cdn/cloudflare"
import { fastly } from "@/server/cdn/fastly"
import { pauseAfter } from "@/server/cdn/purges"
import { varnish } from "@/server/cdn/varnish"
import { cloudflareApi, fastlyApi } from "../../cdn-api"

const { signal } = new AbortController()
const FASTLY = fastly({ kind: "fastly", service: "abc", token: "t", api: "http://127.0.0.1:1" })

test("a page says its tags as each CDN reads them, and how long the CDN may keep it", () => {
  const tags = ["story:1", "section:world"]
  expect(marksFor(FASTLY, tags)).toEqual({
    "Surrogate-Key": "names story:1 section:world",
    "Surrogate-Control": "max-age=3600",
  })
  const other = cloudflare({ kind: "cloudflare", zone: "abc", token: "t", api: "http://127.0.0.1:1" })
  expect(marksFor(other, tags)).toEqual({
    "Cache-Tag": "names,story:1,section:world",
    "CDN-Cache-Control": "max-age=3600",
  })
})

test("a page whose tags cannot all be said is kept by no CDN", () => {
  const many = Array.from({ length: 400 }, (_, at) => `story:${String(at).padStart(36, "0")}`)
  expect(marksFor(FASTLY, many)).toEqual({})
  expect(marksFor(FASTLY, [])).toEqual({})
  for (const bad of ["two words", "a,b", "é", 'a"b', ""]) expect(marksFor(FASTLY, ["paper", bad])).toEqual({})
  const local = varnish({ kind: "varnish", servers: [] })
  expect(marksFor(local, many.slice(0, 180))).not.toEqual({})
  expect(marksFor(local, many.slice(0, 200))).toEqual({})
})

test("Fastly is asked as its API says", async () => {
  const { api, asked, close } = await fastlyApi("abc", "secret")
  try {
    const cdn = fastly({ kind: "fastly", service: "abc", token: "secret", api })
    await cdn.purge(["story:1", "paper"], signal)
    await cdn.purgeAll(signal)
    expect(asked.map(({ method, path, headers }) => [method, path, headers["surrogate-key"]])).toEqual([
      ["POST", "/service/abc/purge", "story:1 paper"],
      ["POST", "/service/abc/purge_all", undefined],
    ])
    const stranger = fastly({ kind: "fastly", service: "abc", token: "other", api })
    await expect(stranger.purge(["paper"], signal)).rejects.toThrow(/answered 401: .*credentials/)
    await expect(stranger.purge(["paper"], signal)).rejects.not.toThrow(/other/)
    const nowhere = fastly({ kind: "fastly", service: "xyz", token: "secret", api })
    await expect(nowhere.purgeAll(signal)).rejects.toThrow(/answered 404/)
  } finally {
    close()
  }
})

test("Cloudflare is asked as its API says, and believed only when it says that it was done", async () => {
  let fails = false
  const { api, asked, close } = await cloudflareApi("abc", "secret", () => fails)
  try {
    const cdn = cloudflare({ kind: "cloudflare", zone: "abc", token: "secret", api })
    await cdn.purge(["story:1", "paper"], signal)
    await cdn.purgeAll(signal)
    expect(asked.map(({ body }) => JSON.parse(body))).toEqual([
      { tags: ["story:1", "paper"] },
      { purge_everything: true },
    ])
    fails = true
    await expect(cdn.purge(["paper"], signal)).rejects.toThrow(/did not purge: .*Not done/)
  } finally {
    close()
  }
})

test("a cache that does not answer is asked more and more seldom, once a minute in the end", () => {
  expect([0, 1, 2, 3, 6, 7, 500].map(pauseAfter)).toEqual([1_000, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000])
})
