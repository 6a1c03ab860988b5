import { expect, test } from "@playwright/test"
import { creditIn } from "@/lib/wire/credit"
import { datelineIn } from "@/lib/wire/dateline"
import { parse } from "@/lib/wire/parse"
import { quotationIn } from "@/lib/wire/quotation"
import { redraft } from "@/lib/wire/redraft"
import { RULES } from "@/lib/wire/rules"
import { isRelatedMarker } from "@/lib/wire/wording"

test("every rule has a name of its own, a reason in a sentence, and a sureness; the last one fits everything", () => {
  expect(new Set(RULES.map(({ name, takenFor }) => `${takenFor} ${name}`)).size).toBe(RULES.length)
  for (const { why, sure } of RULES) {
    expect(why).toMatch(/^\S.*[.]$/)
    expect(sure).toBeGreaterThan(0)
    expect(sure).toBeLessThan(1)
  }
  expect(RULES.at(-1)).toMatchObject({ takenFor: "paragraph", sure: 0.5 })
})

for (const [text, dateline] of [
  ["BRUSSELS, 3 March (ABC) — The council met.", "BRUSSELS, 3 March (ABC)"],
  ["Brüssel (dpa) - Der Rat tagte.", "Brüssel (dpa)"],
  ["BRUXELLES, 1er mars (Norpresse) - Le conseil.", "BRUXELLES, 1er mars (Norpresse)"],
  ["LA LOUVIÈRE – Le conseil s’est réuni.", "LA LOUVIÈRE"],
  ["(Belga) De raad kwam bijeen.", "(Belga)"],
  ["Anna Maes (Groen) said that the council met.", null],
  ["The council met on Monday – and again on Tuesday.", null],
] as const)
  test(`the dateline of “${text}” is ${dateline ?? "none"}`, () => {
    const found = datelineIn(text)
    expect(found && text.slice(0, found.end)).toBe(dateline)
  })

for (const [text, credit] of [
  ["The square in ©NORD PHOTO ANNA MAES", "©NORD PHOTO ANNA MAES"],
  ["The square (© Anna Maes)", "© Anna Maes"],
  ["The square. Foto: Anna Maes", "Foto: Anna Maes"],
  ["La place. Crédit photo : Anna Maes", "Crédit photo : Anna Maes"],
  ["The square (Anna Maes/NORD)", "Anna Maes/NORD"],
  ["The square NORD PHOTO ANNA MAES", "NORD PHOTO ANNA MAES"],
  ["He had shared a photo: a man in a suit", null],
  ["The members of (abc/xyz)", null],
] as const)
  test(`the credit in “${text}” is ${credit ?? "none"}`, () => {
    const found = creditIn(text)
    expect(found && text.slice(found.from, found.to)).toBe(credit)
  })

for (const [text, how] of [
  ["“We will not stop,” said the mayor.", "said"],
  ["“We will not stop,” she said. “Not for anybody.”", "said"],
  ["« Nous n’allons pas arrêter », a dit la maire.", "said"],
  ["„Wir hören damit nicht auf“, sagte sie.", "said"],
  ["‘We gaan ’s nachts niet stoppen’, zei ze.", "said"],
  ["“We will not stop.”", "whole"],
  ["“We will not stop,” she said. The council met on Monday.", "mixed"],
  ["“Strong” is how the minister described the plan.", "mixed"],
  ["“We will not stop.", "open"],
  ["The mayor said: “We will not stop.”", "none"],
] as const)
  test(`“${text}” quotes like this: ${how}`, () => {
    expect(quotationIn(text)).toBe(how)
  })

test("of two lines in capitals, the first is the headline, but only as a guess: it may be the wire's keywords", () => {
  const { lines } = parse(
    "AFRICA GHANA HEALTH\n\nA CLINIC OPENS IN ACCRA AFTER NINE YEARS\n\nACCRA (ABC) - It is open.\n",
  )
  expect(lines[0]).toMatchObject({ takenFor: "headline", sure: 0.5 })
  expect(lines[0]?.why).toContain("keywords")
  const [alone] = parse("A CLINIC OPENS IN ACCRA\n\nACCRA (ABC) - It is open.\n").lines
  expect(alone).toMatchObject({ takenFor: "headline", sure: 0.95 })
})

test("markers of related news are known in four languages, with accents, colons and soft hyphens or without", () => {
  for (const marker of [
    "Related news",
    "LEES OOK:",
    "À lire aussi",
    "A LIRE AUSSI :",
    "Lesen Sie auch",
    "Re\u00adlated\u00a0news",
    "Verwandte Nachrichten",
    "> Meer nieuws",
  ])
    expect(isRelatedMarker(marker), marker).toBe(true)
  for (const text of ["Relatives", "Read the news", "News"]) expect(isRelatedMarker(text), text).toBe(false)
})

test("a name that begins like a byline is not one: the sentence stays text", () => {
  const { draft } = redraft(
    parse("President sworn in\n\nVan der Meer takes his oath before the two houses of parliament on Monday.\n"),
  )
  expect(draft.byline).toEqual([])
})

test("numbers out of their order stay words", () => {
  const { draft } = redraft(
    parse("A list\n\nText before it, of some length, so that it is text.\n1. one\n2. two\n4. four\n"),
    { 6: "list item" },
  )
  expect(draft.body.slice(1)).toMatchObject([
    { kind: "list", ordered: true, items: [[{ text: "one" }], [{ text: "two" }]] },
    { kind: "list", ordered: false, items: [[{ text: "4. four" }]] },
  ])
})

test("a headline that does not fit stays, as a paragraph, and the editor is told", () => {
  const long = "word ".repeat(400).trim()
  const { draft } = redraft(parse(`${long}\n`), { 1: "headline" })
  expect(draft).toMatchObject({ headline: "", body: [{ kind: "paragraph", text: [{ text: long }] }] })
  expect(draft.notes.join(" ")).toContain("does not fit as headline")
})
