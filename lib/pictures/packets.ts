/** What a picture's file carries of words: IPTC-IIM as bytes, XMP as text. */
export type Packets = { iptc: Uint8Array | null; xmp: string | null }

/** A packet is some kilobytes; a larger one is nobody's words. */
const LONGEST = 1_000_000

/**
 * The packets in a JPEG (IPTC in APP13, Photoshop's resource 0x0404; XMP in APP1: XMP Specification Part 3, 1.1), a PNG (iTXt) or a WebP
 * (chunk "XMP "). A file that breaks off gives what came before.
 */
export function packetsOf(bytes: Uint8Array): Packets {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = latin(bytes.subarray(0, 4))
  if (kind.startsWith("\xff\xd8")) return inJpeg(bytes, file)
  if (kind === "\x89PNG") return { iptc: null, xmp: inPng(bytes, file) }
  if (kind === "RIFF") return { iptc: null, xmp: inWebp(bytes, file) }
  return { iptc: null, xmp: null }
}

const XMP_HEAD = "http://ns.adobe.com/xap/1.0/\0"
const PHOTOSHOP_HEAD = "Photoshop 3.0\0"

function inJpeg(bytes: Uint8Array, file: DataView): Packets {
  const resources: Uint8Array[] = []
  let xmp: string | null = null
  for (const { marker, data } of segments(bytes, file)) {
    const head = latin(data.subarray(0, XMP_HEAD.length))
    if (marker === 0xe1 && head === XMP_HEAD) xmp ??= textOf(data.subarray(XMP_HEAD.length))
    if (marker === 0xed && head.startsWith(PHOTOSHOP_HEAD)) resources.push(data.subarray(PHOTOSHOP_HEAD.length))
  }
  return { iptc: iptcIn(joined(resources)), xmp }
}

/** What stands before the pixels: a marker and its bytes each (ITU-T T.81, B.1.1.4). */
function* segments(bytes: Uint8Array, file: DataView) {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda || marker === 0xd9) return
    if (marker === 0xff) {
      at++
      continue
    }
    const length = file.getUint16(at + 2)
    if (length < 2) return
    yield { marker, data: bytes.subarray(at + 4, at + 2 + length) }
    at += 2 + length
  }
}

const IPTC_RESOURCE = 0x0404

/** Photoshop's image resource blocks: "8BIM", a number, a name of even length, and as many bytes as it says, filled up to even. */
function iptcIn(resources: Uint8Array): Uint8Array | null {
  const file = new DataView(resources.buffer, resources.byteOffset, resources.byteLength)
  for (let at = 0; at + 12 <= resources.length && latin(resources.subarray(at, at + 4)) === "8BIM"; ) {
    const number = file.getUint16(at + 4)
    const size = at + 6 + even(1 + (resources[at + 6] ?? 0))
    if (size + 4 > resources.length) return null
    const length = file.getUint32(size)
    if (number === IPTC_RESOURCE) return resources.subarray(size + 4, size + 4 + Math.min(length, LONGEST))
    at = size + 4 + even(length)
  }
  return null
}

const even = (length: number) => length + (length % 2)

const PNG_HEAD = "XML:com.adobe.xmp\0"

function inPng(bytes: Uint8Array, file: DataView): string | null {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = file.getUint32(at)
    const data = bytes.subarray(at + 8, at + 8 + length)
    const isXmp = latin(bytes.subarray(at + 4, at + 8)) === "iTXt" && latin(data.subarray(0, 18)) === PNG_HEAD
    if (isXmp && data[18] === 0) {
      // Behind two flags stand a language and a translated keyword, each with a zero at its end.
      const language = data.indexOf(0, 20)
      const keyword = data.indexOf(0, language + 1)
      return language < 0 || keyword < 0 ? null : textOf(data.subarray(keyword + 1))
    }
    at += 12 + length
  }
  return null
}

function inWebp(bytes: Uint8Array, file: DataView): string | null {
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = file.getUint32(at + 4, true)
    if (latin(bytes.subarray(at, at + 4)) === "XMP ") return textOf(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + even(length)
  }
  return null
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > LONGEST) return null
  const mark = latin(bytes.subarray(0, 2))
  const encoding = mark === "\xfe\xff" ? "utf-16be" : mark === "\xff\xfe" ? "utf-16le" : "utf-8"
  return new TextDecoder(encoding).decode(bytes)
}

/** A character a byte. */
const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
