import { readSingleByte } from "../wire/single-byte"

/** The datasets of IPTC-IIM 4.2, record 2, that a desk looks at. */
const DATASETS = {
  25: "keywords",
  40: "instructions",
  55: "date",
  60: "time",
  80: "creator",
  90: "city",
  101: "country",
  110: "credit",
  116: "copyright",
  120: "caption",
} as const
export type IptcName = (typeof DATASETS)[keyof typeof DATASETS]

export type Iptc = ReadonlyMap<IptcName, readonly Uint8Array[]>

/** The datasets of a block of IPTC-IIM, as the bytes that they are: in which letters, nobody is obliged to say. */
export function readIptc(block: Uint8Array): Iptc {
  const found = new Map<IptcName, Uint8Array[]>()
  const file = new DataView(block.buffer, block.byteOffset, block.byteLength)
  for (let at = 0; at + 5 <= block.length && block[at] === 0x1c; ) {
    const [record, number] = [block[at + 1], block[at + 2]]
    const length = file.getUint16(at + 3)
    // An "extended dataset" says how long its length is: none of ours needs one.
    if (length > 0x7fff) break
    const name = record === 2 ? DATASETS[number as keyof typeof DATASETS] : undefined
    if (name) found.set(name, [...(found.get(name) ?? []), block.subarray(at + 5, at + 5 + length)])
    at += 5 + length
  }
  return found
}

type Letters = "utf-8" | "windows-1252" | "macintosh" | "utf-8 twice"
const READERS: Record<Letters, (bytes: Uint8Array) => string | null> = {
  "utf-8": utf8,
  "windows-1252": (bytes) => readSingleByte("windows-1252", bytes),
  macintosh: (bytes) => new TextDecoder("macintosh").decode(bytes),
  "utf-8 twice": (bytes) => {
    const once = utf8(bytes)
    const back = once === null ? null : bytesOf(once)
    return back && utf8(back)
  },
}

/**
 * Reads datasets as words. What the block says of its letters (1:90) is so often wrong that the words decide: the letters in which a dataset
 * says what `known` (XMP) says of the same, then UTF-8 where all of it is that, then what looks like words.
 */
export function wordsOfIptc(iptc: Iptc, known: ReadonlyMap<IptcName, readonly string[]>): Map<IptcName, string[]> {
  const read = READERS[lettersOf(iptc, known)]
  return new Map([...iptc].map(([name, parts]) => [name, parts.map((bytes) => read(bytes) ?? "")]))
}

function lettersOf(iptc: Iptc, known: ReadonlyMap<IptcName, readonly string[]>): Letters {
  const foreign = [...iptc].flatMap(([name, parts]) =>
    parts.filter((bytes) => bytes.some((byte) => byte > 0x7f)).map((bytes) => ({ bytes, said: known.get(name) ?? [] })),
  )
  const whole = (letters: Letters) => foreign.map(({ bytes }) => READERS[letters](bytes))
  const confirmed = (Object.keys(READERS) as Letters[]).find(
    (letters) =>
      foreign.some(({ bytes, said }) => isSaid(READERS[letters](bytes), said)) &&
      whole(letters).every((words) => words !== null),
  )
  if (confirmed) return confirmed
  if (whole("utf-8").every((words) => words !== null)) return "utf-8"
  const [windows, mac] = [oddities(whole("windows-1252")), oddities(whole("macintosh"))]
  return mac < windows ? "macintosh" : "windows-1252"
}

/** A dataset has room for so many bytes (32 of a name) and is cut there: its beginning counts. */
const isSaid = (words: string | null, said: readonly string[]) =>
  !!words && said.some((one) => one.normalize("NFC").startsWith(words.trim().normalize("NFC")))

/** What words do not have: signs within a word, capitals after small letters, characters that mean nothing. */
const oddities = (texts: readonly (string | null)[]) =>
  texts
    .join("\n")
    .match(/(?<=\p{Ll})[^\p{Ll}\s’'.,:;!?)\]"”»…–—-](?=\p{Ll})|[\u0080-\u009f]|(?<=\p{L})[^\p{L}\s\p{P}\d](?=\p{L})/gu)
    ?.length ?? 0

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const CODES = new Map(
  Array.from({ length: 256 }, (_, byte) => [readSingleByte("windows-1252", Uint8Array.of(byte)), byte] as const),
)

/** The bytes that windows-1252 has for these words; null where it lacks a character. */
function bytesOf(words: string): Uint8Array | null {
  const bytes = Array.from(words, (character) => CODES.get(character) ?? -1)
  return bytes.includes(-1) ? null : Uint8Array.from(bytes)
}
