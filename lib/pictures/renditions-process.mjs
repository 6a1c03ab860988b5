// Reads one picture that a stranger made and makes it again, in a process of its own: a file that crashes the decoder,
// fills the memory or never ends takes this process with it, and nothing else. Plain JavaScript, because it is started
// with Node alone from the server, the tests and the commands. Started by renditions.server.ts, which also holds the clock.
//
// In: the file on standard input, the order as JSON in the first argument. Out: lines of JSON on standard output: how many files are
// made, after each of them, and in the end what became of it.
// An order without `files` is for a picture that just came in: it becomes WebP and JPEG, and the file that all others are made from
// later. An order with `files` names those others: whole or a box of it, in any format.
import { open } from "node:fs/promises"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import sharp from "sharp"

const order = JSON.parse(process.argv[2] ?? "{}")

sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
})
sharp.concurrency(1)
sharp.cache(false)

// The decoder works on another thread, so this one is free to watch what it takes. The time is the processor's: on a machine that is
// busy with something else a picture takes longer, and is none the worse for it.
const watch = setInterval(() => {
  const { user, system } = process.cpuUsage()
  const { time, memory } = order.limits
  if (process.memoryUsage.rss() > memory || (user + system) / 1_000 > time) answer({ refused: "slow" })
}, 20)
// Whoever started this holds the clock; should they be gone, it ends by itself.
setTimeout(() => process.kill(process.pid, "SIGKILL"), order.patience + 5_000).unref()

// Effort 2 makes AVIF in a fifth of the time of 4, for about the same size.
const FORMATS = {
  avif: (image) => image.avif({ quality: 50, effort: 2, chromaSubsampling: "4:2:0" }),
  webp: (image) => image.webp({ quality: 75 }),
  jpg: (image) => image.jpeg({ quality: 75, progressive: true }),
  master: (image) => image.webp({ quality: 95 }),
}

try {
  answer(await makeRenditions(await buffer(process.stdin)))
} catch (error) {
  answer({ refused: "damaged", detail: String(error) })
}

async function makeRenditions(bytes) {
  const { pixels, side } = order.limits
  const input = { failOn: "error", limitInputPixels: pixels, limitInputChannels: 5 }
  const about = await sharp(bytes, { ...input, limitInputPixels: false }).metadata()
  if (about.width * about.height > pixels || Math.max(about.width, about.height) > side) return { refused: "pixels" }

  // Decoded once, upright, in sRGB, on white, never enlarged; everything else is made from these pixels alone.
  const { data, info } = await sharp(bytes, input)
    .autoOrient()
    .resize({ width: order.widths.at(-1), withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const pixelsOf = (box) => (box ? sharp(data, { raw }).extract(box) : sharp(data, { raw }))
  const widths = [...order.widths.filter((width) => width < raw.width), raw.width]
  const files = order.files ?? firstFiles(widths)
  for (const [index, { name, width, height, box, format }] of files.entries()) {
    await write(name, FORMATS[format](pixelsOf(box).resize(height ? { width, height, fit: "fill" } : { width })))
    process.stdout.write(`${JSON.stringify({ files: index + 1 })}\n`)
  }
  return { width: raw.width, height: raw.height, widths }
}

function firstFiles(widths) {
  const each = ["webp", "jpg"].flatMap((format) =>
    widths.map((width) => ({ name: `${order.id}-${width}.${format}`, width, format })),
  )
  return [...each, { name: order.master, width: widths.at(-1), format: "master" }]
}

/** A whole file on the disk, not only in the machine's memory, before anybody is told of it. */
async function write(name, image) {
  const file = await open(join(order.folder, name), "wx")
  await file.writeFile(await (order.xmp ? image.withXmp(order.xmp) : image).toBuffer())
  await file.sync()
  await file.close()
}

function answer(value) {
  clearInterval(watch)
  // An ordinary exit waits for the decoder, which may be just what has to be stopped.
  process.stdout.write(`${JSON.stringify(value)}\n`, () => process.kill(process.pid, "SIGKILL"))
}
