/** How large a Word file may be: as it is, and unpacked. */
const LARGEST = 50_000_000
const UNPACKED = 300_000_000
const TEXT = 40_000_000

const MIB = 1_000_000

/**
 * Why this file cannot be read as a .docx, in a sentence; null if it can be tried. Only its directory of contents is read: a small file that
 * unpacks to gigabytes is refused before anything is unpacked (ZIP, APPNOTE 6.3.10, 4.3.12 and 4.3.16).
 */
export function refuseDocx(name: string, bytes: Uint8Array): string | null {
  const file = `“${name}”`
  if (bytes.length === 0) return `${file} is empty. Save it again in Word, and drop it anew.`
  if (bytes.length > LARGEST)
    return `${file} is larger than ${LARGEST / MIB} MB. Make its pictures smaller in Word, or paste its text.`
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return `${file} is locked with a password, or is an old .doc. Open it in Word and save it as .docx without a password.`
  const entries = entriesOf(bytes)
  if (!entries) return `${file} is no Word file, or it is damaged. Open it in Word and save it as .docx.`
  const text = entries.find((entry) => entry.name === "word/document.xml")
  if (!text) return `${file} is a file of another kind. Open it in Word or LibreOffice and save it as .docx.`
  const whole = entries.reduce((sum, { size }) => sum + size, 0)
  if (whole > UNPACKED || text.size > TEXT)
    return `${file} holds more than a story can: ${Math.round(whole / MIB).toLocaleString("en")} MB when it is unpacked. Paste the part that you need.`
  return null
}

type Entry = { name: string; size: number }

/** What the file's own directory says that it holds; null where it has none. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    const length = view.getUint16(at + 28, true)
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + Math.min(length, 200)))
    entries.push({ name, size: view.getUint32(at + 24, true) })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const ENTRY = 0x02014b50
const END = 0x06054b50

/** Where the directory's end record is; behind it stands a comment of 65,535 bytes at most. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at--)
    if (view.getUint32(at, true) === END) return at
  return -1
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)
