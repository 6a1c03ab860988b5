import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { CROPS, cropBox, cropFile, cropSizes, cropSrcSet, formatOfFile, isOldCrop, markOf } from "@/lib/pictures/crops"
import { kindOfBytes, nameOfOther } from "@/lib/pictures/kinds"
import { oneAtATime } from "@/lib/pictures/one-at-a-time"
import { pictureAddress, pictureWords, srcSet, widthsFor } from "@/lib/pictures/pictures"
import { shareFile, shareOfStory } from "@/lib/pictures/share"
import { xmpOf } from "@/lib/pictures/xmp"

const id = "0b0e7e0a-5a0f-4f6e-9d51-7f3a2f1c9e11"

test("no picture is ever made larger than it came", () => {
  expect(widthsFor(300)).toEqual([300])
  expect(widthsFor(480)).toEqual([480])
  expect(widthsFor(1_000)).toEqual([480, 768, 1_000])
  expect(widthsFor(6_000)).toEqual([480, 768, 1_200, 1_600])
})

test("a page can name every size of a picture", () => {
  const picture = { id, width: 960, height: 640, widths: [480, 960], avif: false, crops: "" }
  expect(srcSet(picture, "webp")).toBe(`/api/pictures/${id}-480.webp 480w, /api/pictures/${id}-960.webp 960w`)
  expect(pictureAddress(id, 480, "jpg")).toBe(`/api/pictures/${id}-480.jpg`)
})

test("only the name of a picture's file is the name of a picture's file", () => {
  expect(formatOfFile(`${id}-480.webp`)).toBe("webp")
  expect(formatOfFile(`${id}-1600.jpg`)).toBe("jpg")
  expect(formatOfFile(`${id}-768.avif`)).toBe("avif")
  expect(formatOfFile(`${id}-16x9-050033-768.avif`)).toBe("avif")
  const strange = [
    "../secrets.json",
    `${id}-480.webp\n`,
    `${id}-0480.webp`,
    `${id}-480.svg`,
    `${id}.master.webp`,
    `${id}-3x2-050050-480.jpg`,
    `${id}-16x9-5050-480.jpg`,
    `${id.toUpperCase()}-480.jpg`,
  ]
  for (const name of [...strange, `${id}-480.webp/..`, `%2e%2e/${id}-480.jpg`, `${id}-480.jpg\0`, ""])
    expect(formatOfFile(name), JSON.stringify(name)).toBe(null)
})

test("a file is what its first bytes say, whatever it is called", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1")
  expect(kindOfBytes(bytes("\xff\xd8\xff\xe0"))).toBe("jpeg")
  expect(kindOfBytes(bytes("\x89PNG\r\n\x1a\n"))).toBe("png")
  expect(kindOfBytes(bytes("RIFF\0\0\0\0WEBPVP8 "))).toBe("webp")
  for (const [start, name] of [
    ["GIF89a", "a GIF"],
    ['<?xml version="1.0"?><svg onload="alert(1)">', "an SVG drawing"],
    ["\0\0\0\x20ftypavif", "an AVIF picture"],
    ["\0\0\0\x20ftypheic", "a HEIC picture"],
    ["II*\0", "a TIFF picture"],
    ["%PDF-1.7", "a PDF"],
    ["RIFF\0\0\0\0WAVE", "something else"],
    ["", "something else"],
  ] as const) {
    expect(kindOfBytes(bytes(start)), name).toBe(null)
    expect(nameOfOther(bytes(start))).toBe(name)
  }
})

test("a picture is described or is decorative, and not both", () => {
  expect(pictureWords.safeParse({ alt: "  " }).error?.issues[0]?.message).toContain("Describe what the picture shows")
  expect(pictureWords.safeParse({ alt: "A tram", decorative: true }).success).toBe(false)
  expect(pictureWords.parse({ decorative: true })).toMatchObject({
    alt: "",
    decorative: true,
    caption: "",
    credit: "",
    rights: "",
    focalX: 0.5,
    focalY: 0.5,
  })
  expect(pictureWords.parse({ alt: "A\u0000 tram\u0007 " }).alt).toBe("A tram")
})

test("credit and rights with signs of their own stay well-formed inside the file", () => {
  const xmp = xmpOf({ credit: "Jansen & <Zonen>", rights: "Once & only here" })
  expect(xmp).toContain("<photoshop:Credit>Jansen &amp; &lt;Zonen&gt;</photoshop:Credit>")
  expect(xmp).toContain('<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Once &amp; only here</rdf:li>')
  expect(xmpOf({ credit: "", rights: "Free" })).not.toContain("photoshop:Credit")
  expect(xmpOf({ credit: "", rights: "" })).toBe("")
})

const SIZE = { width: 1_600, height: 1_000 }

test("a crop is as large as it can be, around the focal point, within the picture", () => {
  expect(cropBox(SIZE, "1x1", { focalX: 0.5, focalY: 0.5 })).toEqual({ left: 300, top: 0, width: 1_000, height: 1_000 })
  expect(cropBox(SIZE, "1x1", { focalX: 0, focalY: 1 })).toEqual({ left: 0, top: 0, width: 1_000, height: 1_000 })
  expect(cropBox(SIZE, "16x9", { focalX: 0.2, focalY: 1 })).toEqual({ left: 0, top: 100, width: 1_600, height: 900 })
  const size = fc.record({ width: fc.integer({ min: 1, max: 1_600 }), height: fc.integer({ min: 1, max: 16_000 }) })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  const crop = fc.constantFrom(...(Object.keys(CROPS) as (keyof typeof CROPS)[]))
  fc.assert(
    fc.property(size, crop, share, share, ({ width, height }, name, focalX, focalY) => {
      const box = cropBox({ width, height }, name, { focalX, focalY })
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0)
      expect(box.left + box.width).toBeLessThanOrEqual(width)
      expect(box.top + box.height).toBeLessThanOrEqual(height)
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(1)
      for (const one of cropSizes({ width, height }, name)) {
        expect(one.width).toBeLessThanOrEqual(box.width)
        expect(one.height).toBeGreaterThanOrEqual(1)
      }
    }),
  )
})

test("no crop is made larger than the picture gives, and another focal point has other names", () => {
  expect(cropSizes({ width: 900, height: 1_000 }, "4x3").map(({ width }) => width)).toEqual([240, 480, 768])
  expect(cropSizes({ width: 500, height: 1_000 }, "16x9")).toEqual([
    { width: 480, height: 270 },
    { width: 500, height: 281 },
  ])
  expect([markOf({ focalX: 0.5, focalY: 1 }), markOf({ focalX: 0, focalY: 0.333 })]).toEqual(["050100", "000033"])
  const picture = { id, width: 500, height: 1_000, widths: [480, 500], avif: true, crops: "050100" }
  expect(cropSrcSet(picture, "16x9", "avif")).toBe(
    `/api/pictures/${id}-16x9-050100-480.avif 480w, /api/pictures/${id}-16x9-050100-500.avif 500w`,
  )
  const file = cropFile(id, "1x1", "050100", 240, "webp")
  expect([isOldCrop(file, id, ["050100"]), isOldCrop(file, id, ["050050"])]).toEqual([false, true])
  expect(isOldCrop(`${id}-480.webp`, id, [])).toBe(false)
})

test("a share picture's name tells its story, and nothing else passes for one", () => {
  expect(shareOfStory(shareFile(id, "0123456789abcdef"))).toBe(id)
  for (const name of [`share-${id}-0123.jpg`, `share-${id}-0123456789abcdef.png`, `share-../x-0123456789abcdef.jpg`])
    expect(shareOfStory(name)).toBe(null)
})

test("one piece of work runs at a time, in order, and a full queue says so at once", async () => {
  const oneByOne = oneAtATime(3)
  const seen: string[] = []
  let running = 0
  const work = (name: string) => async () => {
    expect(++running).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    seen.push(name)
    running--
    if (name === "two") throw new Error("two fails")
    return name
  }
  const all = await Promise.allSettled(["one", "two", "three", "four"].map((name) => oneByOne(work(name))))
  expect(all.map((one) => (one.status === "fulfilled" ? one.value : "failed"))).toEqual([
    "one",
    "failed",
    "three",
    "busy",
  ])
  expect(seen).toEqual(["one", "two", "three"])
  expect(await oneByOne(work("five"))).toBe("five")
})
