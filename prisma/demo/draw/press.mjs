// A small risograph: every ink is a drawing of its own in black on white, printed one over the other a little out of
// register, with the grain of soy ink on rough paper. `node prisma/demo/draw/press.mjs` prints every picture of the demo paper.
import { writeFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import sharp from "sharp"
import { SCENES } from "./scenes.mjs"
import { chance, print } from "./shapes.mjs"

const FOLDER = new URL("../pictures/", import.meta.url)

/** The paper's few inks, by the letters that the drawings call them. */
const INKS = { O: "#efb13f", R: "#e4523b", S: "#8fc0d8", T: "#1f8a80", P: "#f2a49b", N: "#1d2b4a" }
const PAPER = "#f5ecda"

export async function printed({ name, width = 1200, height = 800, drawing }) {
  const sheet = new Float32Array(width * height * 3)
  const ground = channels(PAPER)
  for (let at = 0; at < sheet.length; at++) sheet[at] = ground[at % 3]
  const random = chance(`grain of ${name}`)
  for (const [plate, hex] of Object.entries(INKS)) {
    const [right, down] = [Math.round(random() * 3 - 1.5), Math.round(random() * 3 - 1.5)]
    const coverage = await inkCoverage(print(drawing, plate), width, height)
    const rough = cloud(width, height, 90, random)
    const grain = cloud(width, height, 1.7, random)
    const colour = channels(hex)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const from = clamp(y - down, height - 1) * width + clamp(x - right, width - 1)
        const here = y * width + x
        const wet = laid(coverage[from], grain[here], rough[here])
        for (let c = 0; c < 3; c++) sheet[here * 3 + c] *= 1 - wet * (1 - colour[c])
      }
  }
  const pixels = Buffer.from(sheet.map((value) => value * 255))
  return packed(sharp(pixels, { raw: { width, height, channels: 3 } }))
}

/** Grain is dear: the best quality that stays small enough to live in the repository. */
async function packed(image, quality = 34) {
  const bytes = await image.clone().webp({ quality, effort: 6 }).toBuffer()
  return bytes.length < 84_000 || quality < 20 ? bytes : packed(image, quality - 4)
}

/** Full tones are almost solid, middle tones break up into grains. */
function laid(tone, grain, rough) {
  if (tone < 0.02) return 0
  const edge = Math.min(1, Math.max(0, (tone - grain) * 2.6 + 0.5))
  const body = tone > 0.985 ? 1 : 0.62 * tone + 0.38 * edge
  return Math.min(1, body * (0.92 + 0.08 * rough))
}

async function inkCoverage(drawing, width, height) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${drawing}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const out = new Float32Array(width * height)
  for (let at = 0; at < out.length; at++) out[at] = 1 - data[at * info.channels] / 255
  return out
}

/** Smooth noise between 0 and 1, spread evenly; `size` is the width of a spot in pixels. */
function cloud(width, height, size, random) {
  const columns = Math.ceil(width / size) + 2
  const rows = Math.ceil(height / size) + 2
  const knots = Float32Array.from({ length: columns * rows }, () => random())
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / size, y / size]
      const [i, j] = [Math.floor(u), Math.floor(v)]
      const [s, t] = [u - i, v - j]
      const at = j * columns + i
      const above = knots[at] * (1 - s) + knots[at + 1] * s
      const below = knots[at + columns] * (1 - s) + knots[at + columns + 1] * s
      // Mixing pulls everything to the middle: stretch it again.
      out[y * width + x] = clamp(((above * (1 - t) + below * t - 0.5) * 1.35 + 0.5) * 1000, 1000) / 1000
    }
  return out
}

const clamp = (value, most) => Math.min(most, Math.max(0, value))
const channels = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2)
  for (const scene of SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const bytes = await printed(scene)
    await writeFile(new URL(`${scene.name}.webp`, FOLDER), bytes)
    process.stdout.write(`${scene.name}: ${Math.round(bytes.length / 1024)} KB\n`)
  }
}
