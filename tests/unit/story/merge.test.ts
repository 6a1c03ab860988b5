import { expect, test } from "@playwright/test"
import fc from "fast-check"
import type { Block } from "@/lib/blocks/blocks"
import { allOf, type Choice, compareTexts, mergeTexts } from "@/lib/story/merge"
import { type StoryText, storyText } from "@/lib/story/story"
import { EMPTY } from "./empty-text"

const paragraph = (id: string, words: string): Block => ({
  kind: "paragraph",
  id,
  text: words ? [{ text: words }] : [],
})
const text = (headline: string, ...body: Block[]): StoryText => ({ ...EMPTY, headline, body })
const ids = ({ body }: StoryText) => body.map(({ id }) => id)
const wordsOf = (block: Block | null) => (block?.kind === "paragraph" ? block.text.map((run) => run.text).join("") : "")

// Few ids and few words, so that the two sides meet often.
const someBlock = fc.tuple(fc.constantFrom(..."abcdefgh"), fc.constantFrom("", "one", "two", "three"))
const someBody = fc
  .uniqueArray(someBlock, { maxLength: 8, selector: ([id]) => id })
  .map((blocks) => blocks.map(([id, words]) => paragraph(id, words)))
const someText = fc.tuple(fc.constantFrom("A", "B", "C"), someBody).map(([headline, body]) => text(headline, ...body))
const someChoice = fc.constantFrom<Choice | undefined>("mine", "theirs", "both", undefined)
const someChoices = fc.infiniteStream(someChoice)

test("two writers who changed different paragraphs both keep their work, with nothing to choose", () => {
  const base = text("Flood", paragraph("a", "one"), paragraph("b", "two"))
  const mine = text("Flood in Mol", paragraph("a", "one"), paragraph("b", "two, changed"))
  const theirs = text("Flood", paragraph("a", "one, changed"), paragraph("new", "three"), paragraph("b", "two"))
  const rows = compareTexts(mine, theirs, base)
  expect(rows.filter((row) => !row.same && row.suggestion === null)).toEqual([])
  const merged = mergeTexts(mine, theirs, {}, base)
  expect(merged.headline).toBe("Flood in Mol")
  expect(merged.body.map(wordsOf)).toEqual(["one, changed", "three", "two, changed"])
})

test("a paragraph that both changed has to be chosen, and stays twice until it is", () => {
  const base = text("Flood", paragraph("a", "one"))
  const mine = text("Flood", paragraph("a", "mine"))
  const theirs = text("Flood", paragraph("a", "theirs"))
  expect(compareTexts(mine, theirs, base).filter((row) => !row.same)).toMatchObject([
    { key: "block a", suggestion: null },
  ])
  expect(mergeTexts(mine, theirs, {}, base).body).toEqual([paragraph("a", "mine"), paragraph("a-2", "theirs")])
  expect(mergeTexts(mine, theirs, { "block a": "theirs" }, base).body).toEqual([paragraph("a", "theirs")])
})

test("what one writer removed and the other left alone is gone, and still shown", () => {
  const base = text("Flood", paragraph("a", "one"), paragraph("b", "two"))
  const mine = text("Flood", paragraph("a", "one"))
  expect(compareTexts(mine, base, base).at(-1)).toMatchObject({ mine: null, theirs: paragraph("b", "two") })
  expect(ids(mergeTexts(mine, base, {}, base))).toEqual(["a"])
})

test("the same words under another id are one row", () => {
  const rows = compareTexts(text("x", paragraph("a", "one")), text("x", paragraph("z", "one")))
  expect(rows.filter((row) => row.kind === "block")).toMatchObject([{ same: true }])
})

test("another order of the same blocks is one choice", () => {
  const [a, b, c] = [paragraph("a", "one"), paragraph("b", "two"), paragraph("c", "three")]
  const rows = compareTexts(text("x", a, b, c), text("x", c, a, b), text("x", a, b, c))
  expect(rows.filter((row) => !row.same)).toMatchObject([{ kind: "order", suggestion: "theirs" }])
  expect(ids(mergeTexts(text("x", a, b, c), text("x", c, a, b), {}, text("x", a, b, c)))).toEqual(["c", "a", "b"])
})

test("every block of either side is shown before anything is dropped, and a field that differs too", () => {
  fc.assert(
    fc.property(someText, someText, fc.option(someText, { nil: undefined }), (mine, theirs, base) => {
      const rows = compareTexts(mine, theirs, base)
      const shown = (side: "mine" | "theirs") =>
        rows.flatMap((row) => (row.kind === "block" && row[side] ? [row[side].id] : [])).sort()
      expect(shown("mine")).toEqual(ids(mine).sort())
      expect(shown("theirs")).toEqual(ids(theirs).sort())
      expect(rows.find((row) => row.key === "headline")).toMatchObject({
        mine: mine.headline,
        theirs: theirs.headline,
        same: mine.headline === theirs.headline,
      })
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    }),
  )
})

test("choosing one side throughout gives that side, word for word", () => {
  fc.assert(
    fc.property(someText, someText, fc.option(someText, { nil: undefined }), (mine, theirs, base) => {
      const rows = compareTexts(mine, theirs, base)
      expect(mergeTexts(mine, theirs, allOf("mine", rows), base)).toEqual(mine)
      expect(mergeTexts(mine, theirs, allOf("theirs", rows), base)).toEqual(theirs)
    }),
  )
})

test("choosing is total: whatever is chosen or not, the text is whole, and holds just what was chosen", () => {
  fc.assert(
    fc.property(
      someText,
      someText,
      fc.option(someText, { nil: undefined }),
      someChoices,
      (mine, theirs, base, stream) => {
        const rows = compareTexts(mine, theirs, base)
        const choices: Record<string, Choice> = {}
        for (const { key } of rows) {
          const { value } = stream.next()
          if (value) choices[key] = value
        }
        const merged = mergeTexts(mine, theirs, choices, base)
        expect(storyText.safeParse(merged).success).toBe(true)
        const wanted = rows.flatMap((row) => {
          if (row.kind !== "block") return []
          const choice = choices[row.key] ?? row.suggestion ?? "both"
          if (choice === "mine" || choice === "theirs") return row[choice] ? [wordsOf(row[choice])] : []
          return [row.mine, row.same ? null : row.theirs].flatMap((block) => (block ? [wordsOf(block)] : []))
        })
        expect(merged.body.map(wordsOf).sort()).toEqual(wanted.sort())
      },
    ),
  )
})

test("who changed nothing gets what the other one wrote", () => {
  fc.assert(
    fc.property(someText, someText, (base, changed) => {
      // twins under other ids are the same words: compare without ids
      const words = (story: StoryText) => [story.headline, ...story.body.map(wordsOf)]
      expect(words(mergeTexts(base, changed, {}, base))).toEqual(words(changed))
      expect(words(mergeTexts(changed, base, {}, base))).toEqual(words(changed))
    }),
  )
})
