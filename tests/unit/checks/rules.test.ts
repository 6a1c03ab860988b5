import { expect, test } from "@playwright/test"
import type { Block } from "@/lib/blocks/blocks"
import { findIn } from "@/lib/checks/findings"
import type { Known } from "@/lib/checks/known"
import { RULES, type RuleName } from "@/lib/checks/rules"
import { SENTENCES } from "@/lib/checks/sentences"
import type { Language, StoryText } from "@/lib/story/story"

const CLEAN: StoryText = {
  ...{ headline: "Rain", standfirst: "It was announced.", kicker: "", dateline: "", language: "en" },
  ...{ section: "home", slug: "rain", byline: [{ name: "Ada" }], topics: ["weather"], related: [], body: [] },
}
const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text, at) => ({ kind: "paragraph", id: `p${at}`, text: text ? [{ text }] : [] }))
const picture = (given: object): Block => ({
  ...{ kind: "picture", id: "p", pictureId: crypto.randomUUID(), caption: "A quay.", credit: "Ada", alt: "A quay" },
  ...given,
})
const KNOWN: Known = {
  limits: { headline: 100, standfirst: 50, words: 10 },
  unused: { keper: "keeper" },
  dead: ["https://example.org/gone"],
}
const said = (given: Partial<StoryText>) =>
  findIn({ ...CLEAN, ...given }, KNOWN).map(({ rule, passage }) => [rule, passage])
const rules = (given: Partial<StoryText>) => findIn({ ...CLEAN, ...given }, KNOWN).map(({ rule }) => rule)

test("a story with nothing to check has no findings", () => {
  expect(said({})).toEqual([])
  expect(said({ body: [picture({}), { ...picture({ decorative: true, alt: "" }), id: "q" }] })).toEqual([])
})

const linked = (link: string): Block[] => [{ kind: "list", id: "l", ordered: false, items: [[{ text: "it", link }]] }]

/** Of each rule: what it finds, and what looks like it and is none. */
const CASES: Record<RuleName, [found: Partial<StoryText>, not: Partial<StoryText>]> = {
  placeholder: [
    { body: paragraphs("The mayor, TK, said so.") },
    { body: paragraphs("The TKO came in round two. Super Bowl XX, TK Maxx and flight TK 1938.") },
  ],
  standfirst: [{ standfirst: " " }, { standfirst: "Why." }],
  byline: [{ byline: [] }, {}],
  topic: [{ topics: [] }, {}],
  longHeadline: [{ headline: "Rain and ".repeat(12) }, { headline: "Rain ".repeat(20).trim() }],
  longStandfirst: [{ standfirst: `${"a".repeat(50)}.` }, { standfirst: `${"a".repeat(49)}.` }],
  longText: [{ body: paragraphs("a ".repeat(11)) }, { body: paragraphs("a ".repeat(10)) }],
  unusedWord: [{ body: paragraphs("The keper left.") }, { body: paragraphs("The keeper left.") }],
  deadLink: [{ body: linked("https://example.org/gone") }, { body: linked("https://example.org/there") }],
  time: [
    { headline: "Rain this week", body: paragraphs("It rained last week.") },
    { headline: "Rain this week", body: paragraphs("It rained last week, and this week again.") },
  ],
  figure: [
    { headline: "2,635 still wait", body: paragraphs("There are 2,653 who wait.") },
    { headline: "G20: 2,635 with Covid-19 still wait for 1 door", body: paragraphs("There are 2 635 who wait.") },
  ],
  spelling: [
    { body: paragraphs("Mr Bossuyt spoke.", "Bossuyt left.", "Then Bosuyt came back.") },
    {
      body: paragraphs(
        "Mr Bossuyt spoke.",
        "Bossuyt left.",
        "Bossuyts came, and Bossuyt’s friends. Two horses, one horse, horses.",
      ),
    },
  ],
  newspaper: [
    { body: paragraphs("He told the newspaper so.", "Het Laatste Nieuws had asked.") },
    {
      body: paragraphs(
        "Het Laatste Nieuws had asked.",
        "He told the newspaper so. The newspaper De Tijd wrote it too.",
      ),
    },
  ],
  dateOfFigure: [
    { body: paragraphs("Currently 120 people wait.") },
    { body: paragraphs("On Monday 120 people waited. Currently nobody does. In 1950 it was 80.") },
  ],
  speaker: [
    { body: [{ kind: "quote", id: "q", text: [{ text: "“It was dark.”" }] }] },
    {
      body: [
        { kind: "quote", id: "q", text: [{ text: "“It was dark,” the keeper said." }] },
        { kind: "quote", id: "r", text: [{ text: "It was." }], speaker: "A keeper" },
      ],
    },
  ],
  quotation: [
    { body: paragraphs("“It was dark, she said.", "Then it rained.") },
    { body: paragraphs("“It was dark.", "“And it rained.”", "She said “no”.") },
  ],
  crosshead: [
    { body: [{ kind: "crosshead", id: "c", text: " " }] },
    { body: [{ kind: "crosshead", id: "c", text: "After" }] },
  ],
  related: [
    { body: [{ kind: "crosshead", id: "c", text: "Lees ook:" }] },
    { body: [{ kind: "crosshead", id: "c", text: "Lees" }] },
  ],
  picture: [{ body: [picture({ pictureId: null })] }, { body: [picture({})] }],
  caption: [{ body: [picture({ caption: " " })] }, { body: [picture({})] }],
  cutCaption: [
    { body: [picture({ caption: "The station in" })] },
    { body: [picture({ caption: "The station, walked in." })] },
  ],
  credit: [{ body: [picture({ credit: "" })] }, { body: [picture({})] }],
  description: [{ body: [picture({ alt: " " })] }, { body: [picture({ alt: "", decorative: true })] }],
}

for (const [rule, [found, not]] of Object.entries(CASES))
  test(`${rule}: it finds what it is for, and nothing that only looks like it`, () => {
    expect(rules(found)).toContain(rule)
    expect(rules(not)).not.toContain(rule)
  })

test("the languages have words of their own", () => {
  const cases: [Language, RuleName, Partial<StoryText>][] = [
    ["nl", "time", { headline: "Regen deze week", body: paragraphs("Het regende vorige week.") }],
    ["fr", "time", { headline: "Pluie cette semaine", body: paragraphs("Il a plu la semaine dernière.") }],
    ["de", "time", { headline: "Regen diese Woche", body: paragraphs("Es regnete vergangene Woche.") }],
    ["nl", "newspaper", { body: paragraphs("Dat zei hij aan de krant.") }],
    ["fr", "newspaper", { body: paragraphs("Il l’a dit au lecteur : le journal attend.") }],
    ["de", "newspaper", { body: paragraphs("Das sagte er; die Zeitung druckte es.") }],
    ["nl", "dateOfFigure", { body: paragraphs("Momenteel wachten 120 mensen.") }],
    ["fr", "dateOfFigure", { body: paragraphs("Actuellement, 120 personnes attendent.") }],
    ["de", "dateOfFigure", { body: paragraphs("Derzeit warten 120 Menschen.") }],
    ["fr", "quotation", { body: paragraphs("« Il pleut, dit-elle.") }],
    ["de", "quotation", { body: paragraphs("„Es regnet, sagte sie.") }],
    ["de", "cutCaption", { body: [picture({ caption: "Der Bahnhof in" })] }],
  ]
  for (const [language, rule, given] of cases)
    expect(rules({ language, ...given }), `${language} ${rule}`).toContain(rule)
  for (const [language, text] of [
    ["de", "„Es regnet“, sagte sie. »Ja«, sagte er."],
    ["de", "Die Lehrerin sprach. Eine Lehrerin ging mit zwei Lehrern."],
    ["fr", "« Il pleut », dit-elle."],
    ["nl", "„Het regent”, zei ze."],
  ] as const)
    expect(rules({ language, body: paragraphs(text) }), language).toEqual([])
})

test("every rule has its words in every language, and what to do", () => {
  for (const [language, sentences] of Object.entries(SENTENCES))
    for (const rule of Object.keys(RULES) as RuleName[])
      for (const sentence of sentences[rule]) expect(sentence, `${language} ${rule}`).toMatch(/^\S.*\.$/)
})

test("a finding says where it is, with the words around it", () => {
  const body = paragraphs("", `${"A calm sentence. ".repeat(20)}The mayor, TK, said so. ${"Another one. ".repeat(20)}`)
  expect(findIn({ ...CLEAN, body })).toEqual([
    {
      ...{ rule: "placeholder", at: { block: "p1" }, passage: "The mayor, TK, said so." },
    },
  ])
})

test("of a long sentence the words around are said, none of them cut", () => {
  const long = `${"Many words ".repeat(20)}and the mayor, TK, ${"more words ".repeat(20)}end.`
  const [finding] = findIn({ ...CLEAN, body: paragraphs(long) })
  expect(finding?.passage).toMatch(/^… (Many )?words .*and the mayor, TK, more words .*(more|words) …$/)
})
