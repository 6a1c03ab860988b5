/** What a file really is, read from its first bytes: its name and what the sender says of it count for nothing. */
export const KINDS = { jpeg: "JPEG", png: "PNG", webp: "WebP" } as const
export type PictureKind = keyof typeof KINDS

/** Other things that people send, named so that the refusal helps. */
const OTHERS: [name: string, looksLike: (text: string) => boolean][] = [
  ["a GIF", (text) => text.startsWith("GIF8")],
  ["an AVIF picture", (text) => /^.{4}ftypavi/s.test(text)],
  ["a HEIC picture", (text) => /^.{4}ftyp(hei|hev|mif|msf)/s.test(text)],
  ["a TIFF picture", (text) => /^(II\*\0|MM\0\*)/.test(text)],
  ["a PDF", (text) => text.startsWith("%PDF")],
  ["a BMP picture", (text) => text.startsWith("BM")],
  ["an SVG drawing", (text) => /<svg[\s/>]/i.test(text)],
  ["a video", (text) => /^.{4}ftyp/s.test(text)],
]

export function kindOfBytes(bytes: Uint8Array): PictureKind | null {
  const text = beginning(bytes, 12)
  if (text.startsWith("\xff\xd8\xff")) return "jpeg"
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png"
  if (/^RIFF.{4}WEBP/s.test(text)) return "webp"
  return null
}

/** AVIF is made here and never taken from others. */
export const isAvif = (bytes: Uint8Array) => /^.{4}ftypavif/s.test(beginning(bytes, 12))

/** A file that is no picture of ours, in words: "a GIF", or "something else". */
export function nameOfOther(bytes: Uint8Array): string {
  const text = beginning(bytes, 1_000)
  return OTHERS.find(([, looksLike]) => looksLike(text))?.[0] ?? "something else"
}

/** The first bytes, a character a byte. */
const beginning = (bytes: Uint8Array, length: number) => String.fromCharCode(...bytes.subarray(0, length))
