import { chunk, redAndBlue } from "./files"

// Pictures that carry words, as agencies send them: their segments are made here, byte by byte.

/** Datasets of IPTC-IIM: record 2, by number. `letters` is what 1:90 says; bytes are given as they are to stand. */
export function iim(datasets: [number: number, value: Buffer | string][], letters?: string): Buffer {
  const parts = datasets.map(([number, value]) => dataset(2, number, Buffer.from(value as string)))
  return Buffer.concat([...(letters ? [dataset(1, 90, Buffer.from(letters, "latin1"))] : []), ...parts])
}

export const UTF8 = "\x1b%G"

function dataset(record: number, number: number, value: Buffer) {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(value.length, 3)
  return Buffer.concat([head, value])
}

function segment(marker: number, head: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(head, "latin1"), data])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, body])
}

/** Photoshop's resources: one that is none of ours comes first, with a name of odd length. */
function resources(iptc: Buffer) {
  const resource = (number: number, name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const named = Buffer.from([name.length, ...Buffer.from(name), ...(name.length % 2 ? [] : [0])])
    const id = Buffer.from([number >> 8, number & 255])
    return Buffer.concat([Buffer.from("8BIM"), id, named, length, data, Buffer.alloc(data.length % 2)])
  }
  return Buffer.concat([resource(0x03ed, "odd", Buffer.from("seven b")), resource(0x0404, "", iptc)])
}

export const xmp = (inner: string, attributes = "") => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><!-- <dc:rights>no</dc:rights> -->
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"
  xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" ${attributes}>
${inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** A JPEG with these segments before its pixels. */
export async function labelled(given: { iptc?: Buffer; xmp?: string }): Promise<Buffer> {
  const jpeg = await redAndBlue({ width: 60, height: 40 }).jpeg().toBuffer()
  const parts = [
    ...(given.xmp ? [segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", Buffer.from(given.xmp))] : []),
    ...(given.iptc ? [segment(0xed, "Photoshop 3.0\0", resources(given.iptc))] : []),
  ]
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)])
}

/** A PNG with XMP behind its head, as International Text: two flags, no language, no other keyword. */
export async function labelledPng(xmp: string): Promise<Buffer> {
  const png = await redAndBlue({ width: 60, height: 40 }).png().toBuffer()
  const text = chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`))
  return Buffer.concat([png.subarray(0, 33), text, png.subarray(33)])
}
