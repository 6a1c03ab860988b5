import { mkdtemp, readdir, readFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "@playwright/test"
import sharp from "sharp"
import type { LIMITS } from "@/lib/pictures/pictures"
import { makeRenditions, type Rendition } from "@/lib/pictures/renditions.server"
import { xmpOf } from "@/lib/pictures/xmp"
import { bomb, fromATelephone, redAndBlue } from "./files"

async function make(bytes: Uint8Array, limits?: Partial<typeof LIMITS>, credit = "", rights = "", files?: Rendition[]) {
  const folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  const more = files ? { files } : {}
  const made = await makeRenditions(bytes, { id: "picture", folder, xmp: xmpOf({ credit, rights }), limits, ...more })
  const names = (await readdir(folder)).sort()
  return { made, names, file: (name: string) => readFile(join(folder, name)) }
}

const SOURCES = {
  JPEG: redAndBlue({ width: 1_000, height: 500 }).jpeg(),
  PNG: redAndBlue({ width: 1_000, height: 500 }).png(),
  WebP: redAndBlue({ width: 1_000, height: 500 }).webp(),
  "a grey JPEG": redAndBlue({ width: 1_000, height: 500 }).greyscale().jpeg(),
  "a CMYK JPEG": redAndBlue({ width: 1_000, height: 500 }).toColourspace("cmyk").jpeg(),
  "a 16-bit PNG": redAndBlue({ width: 1_000, height: 500 }).toColourspace("rgb16").png(),
  "a PNG with a palette": redAndBlue({ width: 1_000, height: 500 }).png({ palette: true }),
  "a see-through PNG": redAndBlue({ width: 1_000, height: 500 }).ensureAlpha(0.5).png(),
}

for (const [name, source] of Object.entries(SOURCES))
  test(`${name} becomes WebP and JPEG in every width up to its own`, async () => {
    const { made, names, file } = await make(await source.toBuffer())
    expect(made).toEqual({ width: 1_000, height: 500, widths: [480, 768, 1_000] })
    const sizes = [480, 768, 1_000].flatMap((width) => [`picture-${width}.jpg`, `picture-${width}.webp`])
    expect(names).toEqual([...sizes, "picture.master.webp"].sort())
    for (const one of names) {
      const about = await sharp(await file(one)).metadata()
      expect(about.format).toBe(one.endsWith("webp") ? "webp" : "jpeg")
      expect([about.space, about.channels, about.hasAlpha]).toEqual(["srgb", 3, false])
      expect(about.width).toBe(Number(/-(\d+)\./.exec(one)?.[1] ?? 1_000))
      expect(about.height).toBe(about.width / 2)
    }
  })

test("a picture larger than the largest width is made smaller, not kept", async () => {
  const { made } = await make(await redAndBlue({ width: 3_000, height: 2_000 }).jpeg().toBuffer())
  expect(made).toEqual({ width: 1_600, height: 1_067, widths: [480, 768, 1_200, 1_600] })
})

test("a telephone's picture stands upright, and says no longer where it was taken and with what", async () => {
  // Orientation 6: the right half, blue, is at the foot.
  const sent = await fromATelephone({ width: 400, height: 200 }, 6)
  expect((await sharp(sent).metadata()).orientation).toBe(6)
  expect([sent.includes("Secretcam"), sent.includes("SERIAL-4711")]).toEqual([true, true])
  const { made, names, file } = await make(sent)
  expect(made).toEqual({ width: 200, height: 400, widths: [200] })
  for (const name of names) {
    const bytes = await file(name)
    const about = await sharp(bytes).metadata()
    expect([about.orientation, about.exif, about.xmp, about.icc, about.iptc]).toEqual(Array(5).fill(undefined))
    for (const trace of ["Secretcam", "SERIAL", "Exif"]) expect(bytes.includes(trace), trace).toBe(false)
    const { dominant } = await sharp(
      await sharp(bytes).extract({ left: 0, top: 300, width: 200, height: 100 }).toBuffer(),
    ).stats()
    expect(dominant.b).toBeGreaterThan(dominant.r)
  }
})

const CROP = { width: 96, height: 54, box: { left: 0, top: 0, width: 160, height: 90 } }

test("every file, in every format, cropped or whole, carries credit and rights, and no position, maker or number", async () => {
  const sent = await fromATelephone({ width: 200, height: 100 }, 1)
  const files = (["avif", "webp", "jpg"] as const).flatMap((format): Rendition[] => [
    { name: `whole.${format}`, width: 200, format },
    { name: `crop.${format}`, ...CROP, format },
  ])
  const first = await make(sent, {}, "Ada & Ben", "This paper, until 2030")
  const further = await make(sent, {}, "Ada & Ben", "This paper, until 2030", files)
  expect(first.names).toEqual(["picture-200.jpg", "picture-200.webp", "picture.master.webp"])
  expect(further.names).toEqual(files.map(({ name }) => name).sort())
  for (const { names, file } of [first, further])
    for (const name of names) {
      const bytes = await file(name)
      for (const words of ["<photoshop:Credit>Ada &amp; Ben<", 'x-default">This paper, until 2030<'])
        expect(bytes.includes(words), `${name}: ${words}`).toBe(true)
      for (const trace of ["Secretcam", "SERIAL", "Exif\0\0", "GPS"]) expect(bytes.includes(trace), trace).toBe(false)
      const about = await sharp(bytes).metadata()
      expect([about.exif, about.height / about.width], name).toEqual([
        undefined,
        name.startsWith("crop") ? 9 / 16 : 0.5,
      ])
    }
})

test("a crop shows its box and nothing else, in the size that was asked for", async () => {
  const sent = await redAndBlue({ width: 400, height: 200 }).png().toBuffer()
  const right = { left: 200, top: 0, width: 200, height: 200 }
  const { file } = await make(sent, {}, "", "", [
    { name: "right.avif", width: 50, height: 50, box: right, format: "avif" },
  ])
  const { data, info } = await sharp(await file("right.avif"))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([50, 50])
  const { channels } = await sharp(data, { raw: info }).stats()
  expect([(channels[0]?.max ?? 255) < 40, (channels[2]?.min ?? 0) > 180]).toEqual([true, true])
})

test("work that nobody needs any more is stopped", async () => {
  const folder = await mkdtemp(join(tmpdir(), "standfirst-"))
  const signal = AbortSignal.abort()
  const sent = await redAndBlue({ width: 400, height: 200 }).png().toBuffer()
  expect(await makeRenditions(sent, { id: "picture", folder, xmp: "", signal })).toEqual({ refused: "slow" })
})

test("colours of another space are told in sRGB", async () => {
  const wide = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#0a0" } })
    .withIccProfile("p3")
    .jpeg({ quality: 100 })
    .toBuffer()
  expect((await sharp(wide).metadata()).icc).toBeDefined()
  const { file } = await make(wide)
  const { channels } = await sharp(await file("picture-60.jpg")).stats()
  expect(channels[1]?.mean).toBeGreaterThan(160)
  expect(channels[0]?.mean).toBeLessThan(12)
})

test("a small file with a huge picture in it is refused before it is read", async () => {
  const { made, names } = await make(bomb({ width: 15_000, height: 15_000 }, 10))
  expect(made).toEqual({ refused: "pixels" })
  expect(names).toEqual([])
})

test("a picture that is all length is refused", async () => {
  expect((await make(bomb({ width: 1, height: 20_000 }))).made).toEqual({ refused: "pixels" })
})

test("a picture that takes too long is stopped", async () => {
  const { made, names } = await make(bomb({ width: 7_000, height: 7_000 }, 7_000, true), { time: 150 })
  expect(made).toEqual({ refused: "slow" })
  expect(names).toEqual([])
})

test("a picture that takes too much memory is stopped", async () => {
  const { made } = await make(bomb({ width: 7_000, height: 7_000 }, 7_000, true), { memory: 100_000_000 })
  expect(made).toEqual({ refused: "slow" })
})

test("what is damaged, cut off or only pretends to be a picture is refused", async () => {
  test.slow()
  const jpeg = await redAndBlue({ width: 800, height: 600 }).jpeg().toBuffer()
  const png = await redAndBlue({ width: 800, height: 600 }).png({ compressionLevel: 0 }).toBuffer()
  const webp = await redAndBlue({ width: 800, height: 600 }).webp({ lossless: true }).toBuffer()
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
  )
  const gif = await redAndBlue({ width: 20, height: 20 }).gif().toBuffer()
  const refused = {
    "half a JPEG": jpeg.subarray(0, jpeg.length / 2),
    "half a PNG": png.subarray(0, png.length / 2),
    "half a WebP": webp.subarray(0, webp.length / 2),
    "only a signature": png.subarray(0, 8),
    "a signature and noise": Buffer.concat([png.subarray(0, 8), Buffer.alloc(1_000, 7)]),
    "a drawing": svg,
    "an animation": gif,
    "rows missing": bomb({ width: 300, height: 300 }, 20),
    nothing: Buffer.alloc(0),
  }
  for (const [name, bytes] of Object.entries(refused)) {
    const { made, names } = await make(bytes)
    expect(made, name).toMatchObject({ refused: "damaged" })
    expect(names, name).toEqual([])
  }
})

test("what hides behind a picture does not come along", async () => {
  const jpeg = await redAndBlue({ width: 100, height: 100 }).jpeg().toBuffer()
  const { names, file } = await make(Buffer.concat([jpeg, Buffer.from("<script>alert(1)</script>PK\x03\x04")]))
  expect(names.length).toBe(3)
  for (const name of names) expect((await file(name)).toString("latin1")).not.toContain("script")
})
