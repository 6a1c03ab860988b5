import { readFileSync } from "node:fs"
import { expect, test } from "@playwright/test"
import { wordsOfBody } from "@/lib/blocks/blocks"
import { db } from "@/lib/db.server"
import type { Person } from "@/lib/people/people"
import { findStory } from "@/lib/story/find.server"
import { type Imported, type ImportOptions, importWire } from "@/lib/wire/import.server"
import { hire, openSection, rareWord, storyIn } from "../newsroom"

async function imported(actor: Person, wire: Uint8Array | string, options: ImportOptions = {}): Promise<Imported> {
  const { slug } = await openSection()
  const answer = await importWire(actor, wire, { section: slug, ...options })
  if ("refused" in answer) throw new Error(answer.refused)
  return answer
}

const wire = (word: string) =>
  `Bridge ${word} opens\n\nThe bridge opened on Monday, after two winters of work on its piles.\n`

test("a reporter makes a draft of a wire, and finds it as it was read", async () => {
  const ada = await hire("reporter")
  const { story, lines, language } = await imported(ada, new Uint8Array(readFileSync("tests/wires/09-francais.txt")))
  const kept = await findStory(story.id)
  expect(kept).toMatchObject({ status: "draft", revision: 1 })
  expect(kept?.text).toMatchObject({
    headline: "Le marché aux fleurs rouvre après deux ans de travaux",
    dateline: "BRUYÈRES, 12 mai (Norpresse)",
    byline: [{ name: "Élise Garnier" }],
    language: "fr",
  })
  expect(wordsOfBody(kept?.text.body ?? [])).toContain("«\u00a0On avait presque oublié l’odeur\u00a0»")
  expect(language).toMatchObject({ language: "fr" })
  expect(lines).toHaveLength(14)
})

test("an address among the related news becomes an outside link, once for two wires", async () => {
  const ada = await hire("reporter")
  const url = `https://example.org/${rareWord()}`
  const text = `${wire(rareWord())}Related news\nHow a bridge is built | The Weekly Span (${url})\n`
  const first = await imported(ada, text)
  const second = await imported(ada, text)
  const links = await db.outsideLink.findMany({ where: { url } })
  expect(links).toMatchObject([{ headline: "How a bridge is built", source: "The Weekly Span" }])
  for (const { story } of [first, second]) expect(story.text.related).toEqual([{ link: links[0]?.id }])
})

test("a related headline that a story of the paper bears is linked to that story", async () => {
  const ada = await hire("reporter")
  const other = await storyIn("published", { headline: `Ferry ${rareWord()} sails again` })
  const { story, related } = await imported(ada, `${wire(rareWord())}Lees ook: ${other.text.headline}\n`)
  expect(story.text.related).toEqual([{ story: other.id }])
  expect(related).toMatchObject([{ headline: other.text.headline, item: { story: other.id } }])
})

test("a related headline that nobody knows is not dropped: it stands in a list at the end, and is reported", async () => {
  const ada = await hire("reporter")
  const unknown = `Nobody wrote ${rareWord()}`
  const { story, related } = await imported(ada, `${wire(rareWord())}Read also\n${unknown}\n`)
  expect(story.text.related).toEqual([])
  expect(story.text.body.slice(-2)).toMatchObject([
    { kind: "crosshead", text: "Read also" },
    { kind: "list", items: [[{ text: unknown }]] },
  ])
  expect(related).toMatchObject([{ item: null, why: expect.stringContaining("find the story") }])
})

test("what an editor chose for a line is what the draft is made of", async () => {
  const ada = await hire("reporter")
  const { story, lines } = await imported(ada, wire(rareWord()), { verdicts: { 3: "quote" } })
  expect(story.text.body).toMatchObject([{ kind: "quote" }])
  expect(lines[2]).toMatchObject({ takenFor: "quote", sure: 1 })
})

test("the language that comes with a wire counts more than the guess", async () => {
  const ada = await hire("reporter")
  expect((await imported(ada, wire(rareWord()), { language: "nl" })).story.text.language).toBe("nl")
})

test("a wire for a section that does not exist is refused, and leaves no link behind", async () => {
  const ada = await hire("reporter")
  const url = `https://example.org/${rareWord()}`
  const answer = await importWire(ada, `${wire(rareWord())}Read also\n${url}\n`, { section: rareWord() })
  expect(answer).toMatchObject({ because: "bad input", fields: { section: expect.any(String) } })
  expect(await db.outsideLink.count({ where: { url } })).toBe(0)
})

test("a wire that is no text is refused with a sentence, and makes no story", async () => {
  const ada = await hire("reporter")
  expect(await importWire(ada, new Uint8Array())).toMatchObject({ because: "empty" })
  expect(await importWire(ada, new Uint8Array(3_000_000).fill(65))).toMatchObject({ because: "too large" })
  expect(await importWire(ada, "half \ud800 a character")).toMatchObject({ because: "binary" })
  expect(await db.story.count({ where: { createdById: ada.id } })).toBe(0)
})
