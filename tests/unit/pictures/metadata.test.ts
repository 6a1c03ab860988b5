import { expect, test } from "@playwright/test"
import { filledIn, plainName, readMetadata } from "@/lib/pictures/metadata"
import { redAndBlue } from "./files"
import { iim, labelled, labelledPng, UTF8, xmp } from "./labelled"

const CAPTION = "Un garçon à l’école de Liège"
const NOTHING = {
  ...{ alt: "", caption: "", credit: "", creator: "", copyright: "", rights: "", instructions: "" },
  ...{ taken: "", city: "", country: "", keywords: [] },
}

/** Letters in the bytes of Mac Roman (Unicode's APPLE/ROMAN.TXT), as far as the tests need them. */
const MAC: Record<string, number> = { ç: 0x8d, à: 0x88, é: 0x8e, è: 0x8f, "’": 0xd5, ü: 0x9f, ß: 0xa7, ó: 0x97 }
const mac = (words: string) => Buffer.from(Array.from(words, (one) => MAC[one] ?? one.charCodeAt(0)))
const windows = (words: string) => Buffer.from(words.replaceAll("’", "\x92"), "latin1")

test("an agency's JPEG says everything in IPTC", async () => {
  const bytes = await labelled({
    iptc: iim(
      [
        ...([
          [120, CAPTION],
          [110, "Belga"],
          [80, "Ada Peeters"],
          [80, "Ben Maes"],
        ] as [number, string][]),
        ...([
          [116, "© 2026 Belga"],
          [40, "SPAIN OUT"],
          [55, "20261120"],
        ] as [number, string][]),
        ...([
          [60, "140500+0100"],
          [90, "Liège"],
          [101, "Belgium"],
          [25, "school"],
        ] as [number, string][]),
        ...([
          [25, "strike"],
          [25, "school"],
          [105, "A headline that nobody asks for"],
        ] as [number, string][]),
      ],
      UTF8,
    ),
  })
  expect(readMetadata(bytes)).toEqual({
    ...NOTHING,
    ...{ caption: CAPTION, credit: "Belga", creator: "Ada Peeters, Ben Maes", copyright: "© 2026 Belga" },
    ...{ instructions: "SPAIN OUT", taken: "2026-11-20T14:05:00+01:00", city: "Liège", country: "Belgium" },
    keywords: ["school", "strike"],
  })
})

test("XMP is read as elements, attributes and lists, under whatever prefixes, in JPEG, PNG and WebP", async () => {
  const packet = xmp(
    `<dc:description><rdf:Alt><rdf:li xml:lang="nl">Nee</rdf:li><rdf:li xml:lang="x-default">A &lt;b&gt; &amp; &#233;</rdf:li></rdf:Alt></dc:description>
     <dc:creator><rdf:Seq><rdf:li>Ada</rdf:li><rdf:li>Ben</rdf:li></rdf:Seq></dc:creator><ps:Instructions>Only with the story</ps:Instructions>
     <dc:subject><rdf:Bag><rdf:li>school</rdf:li></rdf:Bag></dc:subject>
     <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Once, online</rdf:li></rdf:Alt></xmpRights:UsageTerms>
     <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A boy at a gate</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`,
    `ps:Credit="AFP" ps:City='Gent' ps:DateCreated="2026-11-20"`,
  )
  const said = {
    ...NOTHING,
    ...{ caption: "A <b> & é", creator: "Ada, Ben", instructions: "Only with the story", keywords: ["school"] },
    ...{ rights: "Once, online", alt: "A boy at a gate", credit: "AFP", city: "Gent", taken: "2026-11-20" },
  }
  const picture = redAndBlue({ width: 60, height: 40 }).withXmp(packet)
  expect(readMetadata(await labelled({ xmp: packet }))).toEqual(said)
  expect(readMetadata(await labelledPng(packet))).toEqual(said)
  expect(readMetadata(await picture.webp().toBuffer())).toEqual(said)
})

test("wrong letters in IPTC are repaired: by what XMP says, then by what can be words", async () => {
  const right = xmp(
    `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${CAPTION}</rdf:li></rdf:Alt></dc:description>`,
  )
  const city = (bytes: Buffer, letters?: string) =>
    iim(
      [
        [120, bytes],
        [90, bytes.subarray(-5)],
      ],
      letters,
    )
  for (const [name, bytes, letters] of [
    ["Mac Roman, and nothing said", mac(CAPTION), undefined],
    ["Mac Roman that says UTF-8", mac(CAPTION), UTF8],
    ["Latin-1, and nothing said", windows(CAPTION), undefined],
    ["Latin-1 that says UTF-8", windows(CAPTION), UTF8],
  ] as const) {
    const both = readMetadata(await labelled({ iptc: city(bytes, letters), xmp: right }))
    expect([both.caption, both.city], `${name}, with XMP`).toEqual([CAPTION, "Liège"])
    const alone = readMetadata(await labelled({ iptc: city(bytes, letters) }))
    expect([alone.caption, alone.city], `${name}, alone`).toEqual([CAPTION, "Liège"])
  }
  const utf8 = (words: string) =>
    iim([
      [120, words],
      [90, "Liège"],
    ])
  expect(readMetadata(await labelled({ iptc: utf8(CAPTION) })).caption, "UTF-8 that does not say so").toBe(CAPTION)
  const twice = (words: string) => Buffer.from(Buffer.from(words).toString("latin1"))
  const doubled = iim(
    [
      [120, twice("Liège")],
      [90, twice("Malmö")],
    ],
    UTF8,
  )
  const fixed = readMetadata(await labelled({ iptc: doubled, xmp: xmp("", `ps:City="Malmö"`) }))
  expect([fixed.caption, fixed.city], "UTF-8 made UTF-8 again").toEqual(["Liège", "Malmö"])
})

test("what XMP says counts, and a dataset that was cut for lack of room still tells the letters", async () => {
  const creator = "Françoise Hérault-Ségur de la Bruyère"
  const iptc = iim([
    [80, mac(creator).subarray(0, 32)],
    [110, mac("Agence à l’ouest")],
  ])
  const said = readMetadata(
    await labelled({ iptc, xmp: xmp(`<dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator>`) }),
  )
  expect([said.creator, said.credit]).toEqual([creator, "Agence à l’ouest"])
})

test("nonsense is no metadata, and breaks nothing", async () => {
  const plain = await redAndBlue({ width: 60, height: 40 }).jpeg().toBuffer()
  expect(readMetadata(plain)).toEqual(NOTHING)
  const whole = await labelled({ iptc: iim([[120, "A caption"]]), xmp: xmp("", `ps:Credit="AFP"`) })
  for (let length = 0; length < 900; length += 7) expect(() => readMetadata(whole.subarray(0, length))).not.toThrow()
  const bad = iim([
    [55, "20261399"],
    [60, "nonsense"],
    [120, "a\0b\r\nc"],
    [25, ""],
  ])
  expect(readMetadata(await labelled({ iptc: bad }))).toEqual({ ...NOTHING, caption: "ab\nc" })
  expect(readMetadata(await labelled({ xmp: `<dc:rights>${"<".repeat(40_000)}` })).copyright).toBe("")
  const lone = xmp("", `ps:Credit="&#xD800;&#x110000;&nbsp;"`)
  expect(readMetadata(await labelled({ xmp: lone })).credit).toBe("&#x110000;&nbsp;")
})

test("what somebody said stands; the file fills the rest, and describes nothing that is decorative", () => {
  const file = { ...NOTHING, caption: "Of the file", credit: "AFP", alt: "A boy", keywords: ["school"] }
  expect(filledIn({ caption: "Mine", credit: "" }, file)).toMatchObject({
    caption: "Mine",
    credit: "AFP",
    alt: "A boy",
  })
  expect(filledIn({ decorative: true, keywords: ["own"] }, file)).toMatchObject({ alt: "", keywords: ["own"] })
  expect(plainName("C:\\fakepath\\a\u0000b.jpg")).toBe("ab.jpg")
})
