import type { LiveStory } from "@/lib/story/live"

export const ORIGIN = "https://paper.test"
/** as it came in: without AVIF and crops */
const PLAIN = { avif: false, crops: "" }
/** whoever asks may have it */
export const FREE = { handedOn: true, terms: [] }
export const PICTURE = "0b5cf5c6-6b1f-4a52-9f43-0c9d7a4c1d11"

/** A story with one of everything, for the tests of what is made of it. */
export function aStory(other: Partial<LiveStory> = {}): LiveStory {
  return {
    id: "01a20bc1-d049-75bb-95e5-86347f3d7092",
    address: "/belgium/talks-in-kabul",
    headline: "Talks & terms in “Kabul” <b>",
    standfirst: "Three days of talks.",
    kicker: "Analysis",
    dateline: "Brussels",
    language: "en",
    section: { slug: "belgium", name: "Belgium" },
    byline: [
      { name: "Ada Verlinden", slug: "ada" },
      { name: "Belga", slug: null },
    ],
    publishedAt: new Date("2026-11-24T08:05:09.123Z"),
    updatedAt: new Date("2026-11-24T10:00:00Z"),
    version: 2,
    madeAt: new Date("2026-11-24T10:00:00Z"),
    tags: [],
    relatedTags: [],
    picturesUntil: [],
    relatedMoments: [],
    body: [
      {
        kind: "picture",
        id: "pic",
        pictureId: PICTURE,
        caption: "At the station.",
        credit: "Photo: Belga",
        alt: "A crowd",
      },
      {
        kind: "paragraph",
        id: "p",
        text: [{ text: "Belgium " }, { text: "took part", bold: true, link: "/belgium" }, { text: " <in> talks." }],
      },
      { kind: "crosshead", id: "c1", text: "Technical, not political" },
      { kind: "quote", id: "q", text: [{ text: "“Clearly a technical mission”" }], speaker: "The minister" },
      { kind: "list", id: "l", ordered: true, items: [[{ text: "One" }], [{ text: "Two", italic: true }]] },
      { kind: "divider", id: "d" },
      { kind: "picture", id: "later", pictureId: null, caption: "To come.", credit: "Drawing: us", decorative: true },
      { kind: "unknown", id: "unknown-7", words: ["Words of a later release"] },
    ],
    topics: [{ slug: "migration", name: "Migration" }],
    packages: [{ slug: "kabul", name: "Talks & terms" }],
    corrections: [{ note: "We wrote two days. It was three.", at: new Date("2026-11-24T10:00:00Z"), clarifies: false }],
    related: [
      {
        kind: "story",
        reason: "Earlier",
        headline: "Earlier story",
        kicker: "",
        language: "en",
        address: "/world/earlier",
        section: { slug: "world", name: "World" },
        publishedAt: new Date("2026-11-01T10:00:00Z"),
      },
      { kind: "link", headline: "The directive", address: "https://example.org/d", source: "The Commission" },
    ],
    cards: new Map(),
    pictures: new Map([
      [PICTURE, { id: PICTURE, width: 1600, height: 1067, widths: [480, 960, 1600], ...PLAIN, ...FREE }],
    ]),
    sharePicture: "",
    versions: 1,
    ...other,
  }
}
