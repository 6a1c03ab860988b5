import { mkdtemp, readFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import fc from "fast-check"
import sharp from "sharp"
import { draw as drawShare } from "@/lib/pictures/drawing.server"
import { fitLines, shorten } from "@/lib/pictures/fit.mjs"
import { xmpOf } from "@/lib/pictures/xmp"
import { redAndBlue } from "./files"

/** Every letter half as wide as its size. */
const measure = (words: string, size: number) => [...words].length * size * 0.5
const narrow = (words: string) => measure(words, 20)

test("a headline is as large as its box allows, and every line fits", () => {
  const box = { width: 600, height: 380, largest: 76, measure }
  expect(fitLines("Ferries stop", box)).toEqual({ size: 76, lines: ["Ferries stop"] })
  const words = fc.array(fc.string({ minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(words, (some) => {
      const { size, lines } = fitLines(some.join(" "), box)
      expect(lines.length * size * 1.1).toBeLessThanOrEqual(380)
      for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(600)
    }),
  )
})

test("no word of a headline is lost before its box is full, and then it ends with an ellipsis", () => {
  const long = "Seven quiet owls at dusk watch a paper being made ".repeat(2).trim()
  const box = { width: 600, height: 380, largest: 76, measure }
  expect(fitLines(long, box).lines.join(" ")).toBe(long)
  expect(fitLines(long.repeat(9), box).lines.at(-1)).toMatch(/…$/)
  expect([shorten("Ada", 60, narrow), shorten("Ada and Ben", 60, narrow)]).toEqual(["Ada", "Ada a…"])
})

type Given = Partial<Parameters<typeof drawShare>[0]>

async function draw(given: Given, signal = new AbortController().signal) {
  const file = join(await mkdtemp(join(tmpdir(), "standfirst-")), "share.jpg")
  const plain = { name: "Standfirst", kicker: "World", headline: "", foot: "", credit: "", picture: null, xmp: "" }
  await drawShare({ ...plain, ...given, file }, signal)
  return readFile(file)
}

/** How much ink there is in a piece of a picture. */
async function inkIn(bytes: Buffer, left: number, top: number, width: number, height: number) {
  const piece = await sharp(bytes).extract({ left, top, width, height }).greyscale().raw().toBuffer()
  return piece.filter((light) => light < 100).length
}

test("a share picture has the size that networks ask for, its words in their places, and needs no font of the system", async () => {
  const plain = await draw({ headline: "Ferries stop – “again”, says Çelik" })
  const old = await draw({ headline: "Ferries stop – “again”, says Çelik", foot: "From 2024" })
  expect(await sharp(plain).metadata()).toMatchObject({ width: 1_200, height: 630, format: "jpeg", space: "srgb" })
  expect(await inkIn(plain, 40, 40, 600, 60)).toBeGreaterThan(500)
  expect(await inkIn(plain, 40, 200, 1_100, 250)).toBeGreaterThan(5_000)
  expect(await inkIn(plain, 40, 540, 600, 50)).toBe(0)
  expect(await inkIn(old, 40, 540, 600, 50)).toBeGreaterThan(300)
})

test("the story's picture stands beside the words with its credit, which is in the file too", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "standfirst-")), "picture.webp")
  await redAndBlue({ width: 1_000, height: 630 }).webp().toFile(file)
  const picture = { file, box: { left: 500, top: 0, width: 500, height: 630 } }
  const xmp = xmpOf({ credit: "Ada", rights: "Once" })
  const drawn = await draw({ headline: "Ferries stop", picture, credit: "Drawing: Ada", xmp })
  const { dominant } = await sharp(
    await sharp(drawn).extract({ left: 720, top: 20, width: 460, height: 500 }).toBuffer(),
  ).stats()
  expect(dominant.b).toBeGreaterThan(150)
  const strip = await sharp(drawn).extract({ left: 720, top: 590, width: 200, height: 36 }).greyscale().stats()
  expect(strip.channels[0]?.max).toBeGreaterThan(180)
  expect(drawn.includes("<photoshop:Credit>Ada</photoshop:Credit>")).toBe(true)
})

test("signs in a headline that SVG would take for its own are letters like others", async () => {
  const drawn = await draw({ headline: `</svg><image href="file:///etc/passwd"/> & "more"` })
  expect(await inkIn(drawn, 40, 180, 1_100, 300)).toBeGreaterThan(3_000)
})

test("a picture that cannot be drawn says why, one that nobody needs is stopped, and what comes after them is drawn", async () => {
  const nowhere = { file: "/nowhere/at/all.webp", box: { left: 0, top: 0, width: 10, height: 10 } }
  const given = new AbortController()
  const [first, broken, unwanted, last] = await Promise.allSettled([
    draw({ headline: "Ferries stop" }),
    draw({ headline: "Ferries stop", picture: nowhere }),
    draw({ headline: "Ferries stop" }, given.signal),
    draw({ headline: "Ferries go" }),
    Promise.resolve().then(() => given.abort()),
  ])
  expect([first.status, broken.status, unwanted.status, last.status]).toEqual([
    ...["fulfilled", "rejected", "rejected", "fulfilled"],
  ])
  expect(String((broken as PromiseRejectedResult).reason)).toContain("/nowhere/at/all.webp")
  const stopped = new AbortController()
  const cut = draw({ headline: "Ferries stop in the middle" }, stopped.signal)
  setImmediate(() => stopped.abort())
  await expect(cut).rejects.toThrow()
  expect((await draw({ headline: "Ferries go again" })).length).toBeGreaterThan(1_000)
})
