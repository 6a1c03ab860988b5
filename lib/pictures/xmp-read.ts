/** What an XMP packet says, by property: a list where it is one, with a text in the reader's default language first. */
export type XmpWords = ReadonlyMap<string, readonly string[]>

const NAMESPACES: Record<string, string> = {
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://ns.adobe.com/photoshop/1.0/": "photoshop",
  "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
  "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}

const ATTRIBUTE = /([\w.-]+(?::[\w.-]+)?)\s*=\s*("[^"]*"|'[^']*')/g
const TOKEN = /<(\/?)([\w.-]+(?::[\w.-]+)?)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/g

/**
 * Reads the properties of an XMP packet (ISO 16684-1): simple ones as elements or attributes, and arrays. Prefixes are those that the packet
 * declares. What is no XML is passed over; no entity is expanded but the five of XML and characters by number.
 */
export function readXmp(packet: string): XmpWords {
  const xml = packet.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "")
  const prefixes = new Map<string, string>()
  for (const [, name = "", value = ""] of xml.matchAll(ATTRIBUTE)) {
    const known = name.startsWith("xmlns:") && NAMESPACES[value.slice(1, -1)]
    if (known) prefixes.set(name.slice(6), known)
  }
  const reading = new Reading((name) => {
    const [prefix = "", local] = name.split(":")
    return local ? `${prefixes.get(prefix) ?? "?"}:${local}` : name
  })
  for (const [token, closes, name, attributes = "", empty] of xml.matchAll(TOKEN)) {
    if (!name) reading.text(token)
    else if (closes) reading.close(name)
    else {
      reading.open(name, attributes)
      if (empty) reading.close(name)
    }
  }
  return reading.words
}

/** Where in the packet the reading is: which property, and which item of it. */
class Reading {
  readonly words = new Map<string, string[]>()
  private property = ""
  private values: string[] = []
  private now = ""
  private isDefault = false
  private readonly known: (name: string) => string

  constructor(known: (name: string) => string) {
    this.known = known
  }

  open(name: string, attributes: string) {
    const known = this.known(name)
    if (known === "rdf:Description") this.readAttributes(attributes)
    else if (known === "rdf:li") this.isDefault = /xml:lang\s*=\s*["']x-default["']/.test(attributes)
    else if (!this.property && !known.startsWith("rdf:") && !known.startsWith("?") && known.includes(":")) {
      this.property = known
      this.values = []
    }
    this.now = ""
  }

  text(words: string) {
    if (this.property) this.now += words
  }

  close(name: string) {
    const known = this.known(name)
    if (known === "rdf:li" && this.property) {
      if (this.isDefault) this.values.unshift(plain(this.now))
      else this.values.push(plain(this.now))
    } else if (known === this.property) {
      const simple = plain(this.now)
      this.keep(this.property, this.values.length ? this.values : [simple])
      this.property = ""
    } else return
    this.now = ""
  }

  private readAttributes(attributes: string) {
    for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
      const known = this.known(name)
      if (!/^(xml|xmlns|rdf|\?)/.test(known)) this.keep(known, [plain(value.slice(1, -1))])
    }
  }

  private keep(property: string, values: readonly string[]) {
    const said = values.filter(Boolean)
    if (said.length && !this.words.has(property)) this.words.set(property, said)
  }
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

const plain = (xml: string) =>
  xml
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole
      const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .trim()
