import { readFileSync } from "node:fs"
import { expect, test } from "@playwright/test"
import sharp from "sharp"
import { readPasted } from "@/lib/paste/read"
import { takePictures } from "@/lib/paste/rtf"
import { saidOfPictures } from "@/lib/paste/wording"
import { treeOfHtml } from "../../html"
import { inRtf, pictureInRtf } from "../../rtf"
import { weighed } from "../../weighed"

const FIXTURES = "tests/unit/paste/fixtures"
const DIRECTORY = "file:///C:/Users/ada/AppData/Local/Temp/msohtmlclip1/01/"
const image = (name: string, width = 604, height = 402) =>
  `<img width=${width} height=${height} src="${DIRECTORY}${name}">`

const bytesOf = (format: "png" | "jpeg", background: string) =>
  sharp({ create: { width: 8, height: 6, channels: 3, background } })
    .toFormat(format)
    .toBuffer()

function take(html: string, rtf: string) {
  const tree = treeOfHtml(html)
  const given = takePictures(tree, rtf)
  const read = readPasted(tree, "https://paper.test")
  if ("refused" in read) throw new Error(read.refused)
  return { given, ...read }
}

test("Word's own clipboard: its pictures are read from its RTF, drawings are named, and likenesses, bullets and what stands on every page are none", () => {
  const html = readFileSync(`${FIXTURES}/word-windows-pictures.clip`, "utf8")
  const { given, pictures, blocks, left } = take(html, readFileSync(`${FIXTURES}/word-windows-pictures.rtf`, "latin1"))
  expect(given.map(({ name, type }) => [name, type])).toEqual([
    ["clip_image002.png", "image/png"],
    ["clip_image006.jpg", "image/jpeg"],
  ])
  expect(given[0]?.bytes.subarray(0, 4)).toEqual(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))
  expect(given[1]?.bytes.subarray(-2)).toEqual(Uint8Array.of(0xff, 0xd9))
  expect(pictures.map(({ source }) => source)).toEqual([{ given: 0 }, { given: 1 }])
  expect(blocks.filter(({ kind }) => kind === "picture")).toMatchObject([
    { alt: "A field under snow", caption: "Figure 1: the field in January" },
    { alt: "The barn" },
  ])
  expect(saidOfPictures(left)).toMatchObject([
    { why: expect.stringContaining("EMF or WMF"), addresses: ["clip_image004.gif"] },
  ])
})

test("where RTF and page do not hold as many pictures, their sizes tell which is which, and nothing is guessed", async () => {
  const [red, blue] = await Promise.all([bytesOf("png", "#f00"), bytesOf("jpeg", "#00f")])
  const rtf = inRtf(pictureInRtf(red, 604, 402), pictureInRtf(red, 100, 50), pictureInRtf(blue, 300, 200))
  const { given, left } = take(image("a.png") + image("b.jpg", 300, 200), rtf)
  expect(given.map(({ name, bytes }) => [name, Buffer.from(bytes)])).toEqual([
    ["a.png", red],
    ["b.jpg", blue],
  ])
  expect(left).toEqual([])
  const none = take(image("a.png", 10, 10) + image("b.jpg", 20, 20), rtf)
  expect([none.given, none.left]).toEqual([[], [`${DIRECTORY}a.png`, `${DIRECTORY}b.jpg`]])
})

test("what is no picture by its bytes is none, and broken, deep or endless RTF is read in bounded time", async () => {
  const html = image("a.png")
  for (const rtf of [
    "",
    "{\\rtf1",
    "}}}}{{\\pict",
    "{\\rtf1{\\pict\\pngblip 68656c6c6f}}",
    "{\\rtf1{\\pict\\pngblip\\bin99999999 x}}",
    "\\",
  ])
    expect(take(html, rtf).given, rtf).toEqual([])
  const red = await bytesOf("png", "#f00")
  const braces = (count: number) => weighed(() => take(html, `{\\rtf1${"{".repeat(count)}`).given)
  const [few, many] = [braces(500_000), braces(5_000_000)]
  expect(many.made).toEqual([])
  expect(many.cost).toBeLessThan(40 * Math.max(few.cost, 10))
  expect(take(html, `{\\rtf1${"\\par x".repeat(1_000_000)}${pictureInRtf(red, 604, 402)}}`).given).toHaveLength(1)
  const large = Buffer.concat([red, Buffer.alloc(12_000_000)])
  expect(take(html, inRtf(pictureInRtf(large, 604, 402))).given[0]?.bytes.length).toBe(large.length)
})
