import { GIVEN } from "./pictures"
import { type Element, isElement } from "./tree"
import { MARKS } from "./wording"

/** A picture within RTF: what its bytes are, where their digits stand, and how large it is shown, in twips. */
type Pict = {
  kind: "png" | "jpeg" | "drawing" | "other"
  pieces: [from: number, to: number][]
  wide: number
  high: number
}

/** Bytes that came along in the RTF of a clipboard. */
export type RtfPicture = { name: string; type: "image/png" | "image/jpeg"; bytes: Uint8Array<ArrayBuffer> }

/** What is no picture of the text: likenesses for old readers, bullets, what stands on every page, what another program keeps there. */
const SKIPPED = new Set(
  (
    "nonshppict listpicture shprslt objdata header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc aftnsep aftnsepc " +
    "fonttbl colortbl stylesheet info themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator background"
  ).split(" "),
)

const KINDS: Record<string, Pict["kind"]> = {
  pngblip: "png",
  jpegblip: "jpeg",
  emfblip: "drawing",
  wmetafile: "drawing",
  macpict: "drawing",
}

/**
 * Word keeps its pictures in the RTF of the clipboard alone: the HTML beside it names files of that computer. Gives each picture of the
 * tree that names such a file its bytes, and marks it as `given:` (as those of a Word file); a drawing in a format of Windows' own (EMF, WMF) becomes
 * `drawing:`. Both stand in the order of the text; where their numbers differ, their sizes tell which is which (RTF 1.9.1, "Pictures").
 */
export function takePictures(tree: Element, rtf: string): RtfPicture[] {
  const wanted = imagesIn(tree)
  if (!wanted.length) return []
  const found = pictsIn(rtf)
  const given: RtfPicture[] = []
  for (const [image, pict] of pairsOf(wanted, found)) {
    const name = (image.attributes.src ?? "").split(/[\\/]/).at(-1) ?? ""
    if (pict.kind === "drawing") image.attributes = { ...image.attributes, src: `${MARKS.drawing}${name}` }
    const bytes = pict.kind === "png" || pict.kind === "jpeg" ? bytesOf(rtf, pict) : null
    if (!bytes) continue
    image.attributes = { ...image.attributes, src: `${GIVEN}${given.length}` }
    given.push({ name, type: `image/${pict.kind === "png" ? "png" : "jpeg"}`, bytes })
  }
  return given
}

/** Pictures that name a file of the computer where they were copied, in the order of the text. */
function imagesIn(tree: Element): Element[] {
  const found: Element[] = []
  const open: Element[] = [tree]
  for (let here = open.pop(); here; here = open.pop()) {
    if (here.name === "img" && /^file:/i.test(here.attributes.src ?? "")) found.push(here)
    for (let at = here.children.length - 1; at >= 0; at--) {
      const child = here.children[at]
      if (isElement(child)) open.push(child)
    }
  }
  return found
}

function pairsOf(images: readonly Element[], picts: readonly Pict[]): [Element, Pict][] {
  if (images.length === picts.length) return images.flatMap((image, at) => (picts[at] ? [[image, picts[at]]] : []))
  const pairs: [Element, Pict][] = []
  let from = 0
  for (const image of images) {
    const at = picts.findIndex((pict, index) => index >= from && sameSize(image, pict))
    const pict = picts[at]
    if (!pict) continue
    pairs.push([image, pict])
    from = at + 1
  }
  return pairs
}

const TWIPS = 15

function sameSize({ attributes }: Element, { wide, high }: Pict) {
  const near = (pixels: string | undefined, twips: number) =>
    Math.abs(Number.parseFloat(pixels ?? "") - twips / TWIPS) <= 2
  return near(attributes.width, wide) && near(attributes.height, high)
}

/** Deeper than this no program nests its groups. */
const DEEPEST = 5_000

type Group = { skip: boolean; pict: Sized | null }
type Sized = Pict & { scaleX: number; scaleY: number }

/** Every picture of the text, in its order. One walk over the text, however large it is and however deep its groups are. */
function pictsIn(rtf: string): Pict[] {
  const found: Pict[] = []
  const groups: Group[] = [{ skip: false, pict: null }]
  const next = /[{}\\]/g
  for (let at = 0; at < rtf.length; ) {
    next.lastIndex = at
    const stop = next.exec(rtf)?.index ?? rtf.length
    const group = groups.at(-1)
    if (!group) break
    if (stop > at) group.pict?.pieces.push([at, stop])
    const sign = rtf.charAt(stop)
    at = stop + 1
    if (groups.length > DEEPEST) return found
    if (sign === "{") groups.push({ skip: group.skip, pict: null })
    else if (sign === "}") {
      if (group.pict) found.push(scaled(group.pict))
      groups.pop()
    } else if (sign === "\\") at = readWord(rtf, stop, group)
  }
  return found
}

const WORD = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'[\da-fA-F]{0,2}|[\s\S]?)/y

/** Reads a control word and what it says of its group; the answer is where the text goes on. */
function readWord(rtf: string, at: number, group: Group): number {
  WORD.lastIndex = at
  const [whole, word = "", digits = ""] = WORD.exec(rtf) ?? ["\\"]
  const number = Number(digits)
  const behind = at + whole.length
  if (word === "bin") return behind + Math.max(0, number)
  if (SKIPPED.has(word)) group.skip = true
  else if (word === "pict" && !group.skip)
    group.pict = { kind: "other", pieces: [], wide: 0, high: 0, scaleX: 100, scaleY: 100 }
  else if (group.pict) describe(group.pict, word, number)
  return behind
}

function describe(pict: Sized, word: string, number: number) {
  if (Object.hasOwn(KINDS, word)) pict.kind = KINDS[word] ?? "other"
  else if (word === "picwgoal") pict.wide = number
  else if (word === "pichgoal") pict.high = number
  else if (word === "picscalex") pict.scaleX = number
  else if (word === "picscaley") pict.scaleY = number
}

const scaled = ({ scaleX, scaleY, ...pict }: Sized): Pict => ({
  ...pict,
  wide: (pict.wide * scaleX) / 100,
  high: (pict.high * scaleY) / 100,
})

/** The first bytes of a file of each kind. */
const STARTS = { png: [0x89, 0x50, 0x4e, 0x47], jpeg: [0xff, 0xd8, 0xff] }

/** The bytes of a picture, two digits each; null where they are not those of such a file. */
function bytesOf(rtf: string, { kind, pieces }: Pict): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(pieces.reduce((sum, [from, to]) => sum + to - from, 1) >> 1)
  let length = 0
  let high = -1
  for (const [from, to] of pieces)
    for (let at = from; at < to; at++) {
      const digit = digitOf(rtf.charCodeAt(at))
      if (digit < 0) continue
      if (high < 0) high = digit
      else {
        bytes[length++] = high * 16 + digit
        high = -1
      }
    }
  const start = kind === "png" || kind === "jpeg" ? STARTS[kind] : [-1]
  return start.every((byte, at) => bytes[at] === byte) ? bytes.slice(0, length) : null
}

function digitOf(code: number) {
  if (code >= 48 && code <= 57) return code - 48
  const small = code | 32
  return small >= 97 && small <= 102 ? small - 87 : -1
}
