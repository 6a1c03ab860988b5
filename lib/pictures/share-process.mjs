// Draws one share picture, 1200 × 630: the paper's name, kicker, headline, the year of an old story, and the story's picture with its
// credit. A process of its own, started by drawing.server.ts: it may read SVG, which it writes itself, and it takes long to load.
// Letters are drawn as shapes of the paper's own fonts, so that a picture is the same on every machine, whatever fonts are installed there.
//
// In: the folder of the fonts as first argument, and orders, each a line of JSON on standard input; it ends with them. Out: for each a line
// of JSON, with what failed if something did.
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { createInterface } from "node:readline"
import opentype from "opentype.js"
import sharp from "sharp"
import { fitLines, shorten } from "./fit.mjs"

const WIDTH = 1_200
const HEIGHT = 630
const EDGE = 56
const PICTURE = 500
const COLOURS = { paper: "#fdfcf9", ink: "#17150f", soft: "#4f4a41", accent: "#8a1a12", rule: "#17150f" }

sharp.concurrency(1)
sharp.cache(false)

const [serif, sans, plain] = await Promise.all(
  ["standfirst-serif-700", "libre-franklin-600", "libre-franklin-400"].map(async (name) => {
    const bytes = await readFile(join(process.argv[2] ?? "", `${name}.woff`))
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  }),
)

for await (const given of createInterface({ input: process.stdin })) {
  const order = JSON.parse(given)
  // Whoever started this holds the clock; should they be gone, it ends by itself.
  const end = setTimeout(() => process.exit(1), order.time + 5_000)
  const failed = await draw(order).catch(String)
  clearTimeout(end)
  process.stdout.write(`${JSON.stringify(failed ? { failed } : {})}\n`)
}

async function draw(order) {
  const picture = order.picture && (await cropOf(order.picture))
  const room = WIDTH - 2 * EDGE - (picture ? PICTURE : 0)
  const top = EDGE + 88
  const words = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>`,
    line(serif, order.name, 38, EDGE, EDGE + 34, COLOURS.ink),
    `<rect x="${EDGE}" y="${EDGE + 58}" width="${room}" height="3" fill="${COLOURS.rule}"/>`,
    ...headline(order, { room, top, bottom: HEIGHT - EDGE - (order.foot ? 54 : 0), largest: picture ? 76 : 104 }),
    line(sans, order.foot, 30, EDGE, HEIGHT - EDGE, COLOURS.accent),
  ]
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${words.join("")}</svg>`
  const layers = picture ? [{ input: picture, left: WIDTH - PICTURE, top: 0 }, ...creditOver(order.credit)] : []
  const drawn = sharp(Buffer.from(drawing)).composite(layers)
  const flat = drawn.flatten({ background: COLOURS.paper }).toColourspace("srgb")
  await (order.xmp ? flat.withXmp(order.xmp) : flat)
    .jpeg({ quality: 86, chromaSubsampling: "4:4:4" })
    .toFile(order.file)
}

/** The piece of the story's picture that stands on the right, around its focal point. */
function cropOf({ file, box }) {
  return sharp(file).extract(box).resize({ width: PICTURE, height: HEIGHT, fit: "fill" }).toBuffer()
}

/** Kicker and headline between two heights: as large as they fit. */
function headline(order, { room, top, bottom, largest }) {
  const kicker = order.kicker ? 30 : 0
  const start = top + (kicker ? 58 : 0)
  const measure = (text, size) => widthOf(serif, text, size)
  const { size, lines } = fitLines(order.headline, {
    width: room,
    height: bottom - start,
    largest,
    measure,
  })
  const step = size * 1.1
  return [
    line(
      sans,
      shorten(order.kicker, room, (text) => widthOf(sans, text, kicker)),
      kicker,
      EDGE,
      top + 30,
      COLOURS.accent,
    ),
    ...lines.map((text, index) => line(serif, text, size, EDGE, start + size * 0.82 + index * step, COLOURS.ink)),
  ]
}

/** Who made the picture, on a strip at its foot. */
function creditOver(credit) {
  if (!credit) return []
  const text = shorten(credit, PICTURE - 40, (some) => widthOf(plain, some, 22))
  const strip = `<svg xmlns="http://www.w3.org/2000/svg" width="${PICTURE}" height="46"><rect width="${PICTURE}" height="46" fill="${COLOURS.ink}" fill-opacity="0.86"/>${line(plain, text, 22, 20, 31, COLOURS.paper)}</svg>`
  return [{ input: Buffer.from(strip), left: WIDTH - PICTURE, top: HEIGHT - 46 }]
}

/** A line of letters as one shape. A letter that the font lacks is left out rather than drawn as a box. */
function line(font, text, size, x, y, colour) {
  if (!text) return ""
  const { commands } = font.getPath(known(font, text), x, y, size)
  const shape = commands.map(
    ({ type, ...at }) =>
      type + ["x1", "y1", "x2", "y2", "x", "y"].flatMap((key) => (key in at ? at[key].toFixed(2) : [])).join(" "),
  )
  return `<path fill="${colour}" d="${shape.join("")}"/>`
}

function widthOf(font, text, size) {
  return font.getAdvanceWidth(known(font, text), size)
}

function known(font, text) {
  return [...text].filter((letter) => font.charToGlyphIndex(letter) > 0).join("")
}
