import { deflateSync } from "node:zlib"
import sharp from "sharp"

/** Pictures and things that pretend to be one, made here: no file of anybody's. */

type Look = { width: number; height: number }

/** A picture whose left half is red and whose right half is blue, so that a turn shows. */
export function redAndBlue({ width, height }: Look) {
  const half = { create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: "#d00" } }
  return sharp({ create: { width, height, channels: 3, background: "#00d" } }).composite([
    { input: half, gravity: "west" },
  ])
}

/** As a telephone makes it: lying on its side, with a note which way is up, where it was and who the maker is. */
export const fromATelephone = (look: Look, orientation: number) =>
  redAndBlue(look)
    .withExif({
      IFD0: { Make: "Secretcam", Artist: "SERIAL-4711" },
      IFD3: { GPSLatitude: "50/1 51/1 0/1", GPSLongitude: "4/1 21/1 0/1", GPSLatitudeRef: "N", GPSLongitudeRef: "E" },
    })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer()

export function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), body.length + 4)
  return out
}

/** A PNG with the head of any size and only as many rows of black as are asked for: small on the wire, large in memory. */
export function bomb({ width, height }: Look, rows = height, interlaced = false) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, interlaced ? 1 : 0], 8)
  const pixels = deflateSync(Buffer.alloc(rows * (width * 3 + 1)), { level: 9 })
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1")
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))])
}

function crc(bytes: Buffer) {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
