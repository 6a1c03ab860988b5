import { expect, test } from "@playwright/test"
import { kindOfBytes, nameOfOther } from "@/lib/pictures/kinds"
import { oneAtATime } from "@/lib/pictures/one-at-a-time"
import { formatOfFile, pictureAddress, pictureWords, srcSet, widthsFor } from "@/lib/pictures/pictures"
import { xmpOf } from "@/lib/pictures/xmp"

const id = "0b0e7e0a-5a0f-4f6e-9d51-7f3a2f1c9e11"

test("no picture is ever made larger than it came", () => {
  expect(widthsFor(300)).toEqual([300])
  expect(widthsFor(480)).toEqual([480])
  expect(widthsFor(1_000)).toEqual([480, 960, 1_000])
  expect(widthsFor(6_000)).toEqual([480, 960, 1_600])
})

test("a page can name every size of a picture", () => {
  const picture = { id, width: 960, height: 640, widths: [480, 960] }
  expect(srcSet(picture, "webp")).toBe(`/api/pictures/${id}-480.webp 480w, /api/pictures/${id}-960.webp 960w`)
  expect(pictureAddress(id, 480, "jpg")).toBe(`/api/pictures/${id}-480.jpg`)
})

test("only the name of a picture's file is the name of a picture's file", () => {
  expect(formatOfFile(`${id}-480.webp`)).toBe("webp")
  expect(formatOfFile(`${id}-1600.jpg`)).toBe("jpg")
  const strange = [
    "../secrets.json",
    `${id}-480.webp\n`,
    `${id}-0480.webp`,
    `${id}-480.svg`,
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
  expect(pictureWords.parse({ decorative: true })).toEqual({ alt: "", decorative: true, caption: "", credit: "" })
  expect(pictureWords.parse({ alt: "A\u0000 tram\u0007 " }).alt).toBe("A tram")
})

test("a credit with signs of its own stays well-formed inside the file", () => {
  expect(xmpOf("Jansen & <Zonen>")).toContain("<photoshop:Credit>Jansen &amp; &lt;Zonen&gt;</photoshop:Credit>")
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
