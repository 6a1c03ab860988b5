// Reads one picture that a stranger made and makes it again, in a process of its own: a file that crashes the decoder,
// fills the memory or never ends takes this process with it, and nothing else. Plain JavaScript, because it is started
// with Node alone from the server, the tests and the commands. Started by renditions.server.ts, which also holds the clock.
//
// In: the file on standard input, the order as JSON in the first argument. Out: one line of JSON on standard output.
import { open } from "node:fs/promises"
import { setPriority } from "node:os"
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
setPriority(10) // readers and writers come first

// The decoder works on another thread, so this one is free to watch what it takes.
const watch = setInterval(() => process.memoryUsage.rss() > order.limits.memory && answer({ refused: "slow" }), 20)
// Whoever started this holds the clock; should they be gone, it ends by itself.
setTimeout(() => process.kill(process.pid, "SIGKILL"), order.limits.time + 5_000).unref()

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
  const widest = order.widths.at(-1)
  const { data, info } = await sharp(bytes, input)
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const widths = [...order.widths.filter((width) => width < raw.width), raw.width]
  for (const width of widths) {
    const small = () => sharp(data, { raw }).resize({ width })
    await write(`${order.id}-${width}.webp`, small().webp({ quality: 80 }))
    await write(`${order.id}-${width}.jpg`, small().jpeg({ quality: 78, progressive: true }))
  }
  return { width: raw.width, height: raw.height, widths }
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
