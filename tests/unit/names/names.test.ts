import { expect, test } from "@playwright/test"
import fc from "fast-check"
import { namesIn } from "@/lib/names/names"
import type { Passage } from "@/lib/names/tokens"
import type { Language } from "@/lib/story/story"

const body = (...texts: string[]): Passage[] => texts.map((text) => ({ where: "body", text }))
const told = (language: Language, passages: Passage[], writers?: string[]) =>
  namesIn(passages, language, writers && { writers })
    .filter(({ sure }) => sure)
    .map(({ written, kind, mentions }) => `${written} (${kind}) ×${mentions.length}`)

test("English: full names, surnames, genitives, acronyms and aliases; sentence starts are not trusted", () => {
  const found = told(
    "en",
    body(
      "Minister Anneleen Van Bossuyt wants Fedasil to close two centres. Van Bossuyt’s plan was seen on Monday in Ghent.",
      "Critics say the EU forbids it. The European Union has not answered, and neither has Fedasil's spokesman, Pieter Jacobs.",
      "Reception is costly. “Nobody asked us”, Jacobs told the Belgian Council of State. Fedasil will appeal.",
    ),
  )
  expect(found).toEqual([
    "Anneleen Van Bossuyt (person) ×2",
    "Fedasil (unknown) ×3",
    "Ghent (place) ×1",
    "EU (organisation) ×2",
    "Pieter Jacobs (person) ×2",
    "Council of State (organisation) ×1",
  ])
})

test("Dutch: particles, a genitive without an apostrophe, a name at the beginning of a sentence", () => {
  const found = told(
    "nl",
    body(
      "Volgens premier Bart De Wever is het akkoord van N-VA en Vooruit klaar. De Wever zei dat in Brussel.",
      "Zuhal Demirs nota ligt bij de Raad voor Vergunningsbetwistingen. Zuhal Demir reageert morgen. De nota telt negen bladzijden.",
      "De Europese Unie kijkt toe, zegt Jan van der Berg. Boeren uit Diksmuide protesteren.",
    ),
  )
  expect(found).toEqual([
    "Bart De Wever (person) ×2",
    "N-VA (organisation) ×1",
    "Vooruit (unknown) ×1",
    "Brussel (place) ×1",
    "Zuhal Demir (person) ×2",
    "Raad voor Vergunningsbetwistingen (organisation) ×1",
    "Europese Unie (organisation) ×1",
    "Jan van der Berg (person) ×1",
    "Diksmuide (place) ×1",
  ])
})

test("French: elisions, “de” within names and between them, organisations with several words", () => {
  const found = told(
    "fr",
    body(
      "Le ministre Paul Magnette a reçu les maires à Charleroi. L’Union européenne et l’Onem n’ont pas réagi.",
      "Selon la Banque de France, qu’Élise Moreau a quittée, rien ne change. Magnette l’avait dit à Namur en janvier.",
      "Charles de Gaulle y était venu. Elle le répète : « Namur mérite mieux. »",
    ),
  )
  expect(found).toEqual([
    "Paul Magnette (person) ×2",
    "Charleroi (place) ×1",
    "Union européenne (organisation) ×1",
    "Onem (unknown) ×1",
    "Banque de France (organisation) ×1",
    "Élise Moreau (unknown) ×1",
    "Namur (place) ×2",
    "Charles de Gaulle (person) ×1",
  ])
})

test("German: nouns are no names, and names need more than a capital", () => {
  const found = told(
    "de",
    body(
      "Die Ministerin Anneleen Van Bossuyt will in Brüssel zwei Zentren schließen. Van Bossuyts Plan liegt der Regierung vor.",
      "Das Zentrum in Eupen bleibt offen, sagte Bürgermeisterin Claudia Niessen. Nach Eupen kommen jede Woche Familien.",
      "Ende Mai entscheidet die EU über Gelder. Fedasil teilte mit, die Behörde warte ab. Kritik an Fedasil gibt es genug.",
    ),
  )
  expect(found).toEqual([
    "Anneleen Van Bossuyt (person) ×2",
    "Brüssel (place) ×1",
    "Eupen (place) ×2",
    "Claudia Niessen (person) ×1",
    "EU (organisation) ×1",
    "Fedasil (unknown) ×2",
  ])
})

test("a candidate is kept as one, for other stories may know it", () => {
  const names = namesIn(body("Fedasil teilte mit, die Behörde warte ab."), "de")
  expect(names).toMatchObject([{ key: "fedasil", sure: false, mentions: [{ why: "candidate", text: "Fedasil" }] }])
})

test("two people with one surname stay two, and the surname alone is neither", () => {
  const names = namesIn(body("Both Anna Maes and Pieter Maes came. Nobody saw how Maes left."), "en")
  expect(names.map(({ key, mentions }) => [key, mentions.length])).toEqual([
    ["anna maes", 1],
    ["pieter maes", 1],
    ["maes", 1],
  ])
})

test("datelines, speakers and bylines say who and where", () => {
  const passages: Passage[] = [
    { where: "dateline", text: "Arlon" },
    { where: "headline", text: "Bridge closed" },
    { where: "body", text: "Dewinter was there first." },
    { where: "speaker", text: "Claire Dumont" },
  ]
  expect(told("en", passages, ["Dewinter"])).toEqual([
    "Arlon (place) ×1",
    "Dewinter (unknown) ×1",
    "Claire Dumont (person) ×1",
  ])
})

test("what was found says where and why, and the names of one thing are one name", () => {
  const [name] = namesIn(body("In Brussels the EU met. The European Union agreed."), "en").filter(
    ({ key }) => key === "european union",
  )
  expect(name?.mentions).toEqual([
    { passage: 0, start: 16, end: 18, text: "EU", why: "alias" },
    { passage: 0, start: 28, end: 42, text: "European Union", why: "alias" },
  ])
})

test("numbers, days, lines in capitals and ordinary words are no names", () => {
  expect(
    told("en", body("BREAKING NEWS FROM THE DESK", "On Friday 12 May a q3f81a rose. Rain fell. It was English rain.")),
  ).toEqual([])
})

const WORDS =
  "de van Van De Wever Bart zei EU l’Union d'Hondt Müllers Haus der die. “Nein” (VRT) Dr. 12 Fedasil's \n : A & ß İ 𝒜 e\u0301".split(
    " ",
  )

test("every passage is really in the text, and the same text gives the same names", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join(" "))
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 4 }),
      fc.constantFrom<Language>("en", "nl", "fr", "de"),
      (texts, language) => {
        const passages = body(...texts)
        const names = namesIn(passages, language)
        for (const { mentions } of names)
          for (const { passage, start, end, text: written } of mentions) {
            expect(passages[passage]?.text.slice(start, end)).toBe(written)
            expect(written).not.toBe("")
          }
        expect(new Set(names.map(({ key }) => key)).size).toBe(names.length)
        expect(namesIn(passages, language)).toEqual(names)
      },
    ),
  )
})
