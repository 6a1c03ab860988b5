import { expect, test } from "@playwright/test"
import { getSchema } from "@tiptap/core"
import { EditorState } from "@tiptap/pm/state"
import { BODY_SCHEMA } from "@/components/editors/body-schema"
import { fromDocument, toDocument } from "@/components/editors/document"
import { fieldsOf, withWords } from "@/components/editors/fields-of"
import { findIn, patternOf, type Searched } from "@/components/editors/found-words"
import { type Block, body as bodyShape } from "@/lib/blocks/blocks"

const schema = getSchema([...BODY_SCHEMA])
const paragraph = (id: string, text: string): Block<"paragraph"> => ({ kind: "paragraph", id, text: [{ text }] })
const docOf = (body: Block[]) => schema.nodeFromJSON(toDocument(body))
const pattern = (words: string) => patternOf({ words, sameCase: false, whole: false }) ?? /x/
const UUID = "3f2a6f5e-7c1d-4f0e-9a3b-1c2d3e4f5a6b"

const BODY: Block[] = [
  paragraph("p", "one"),
  { kind: "picture", id: "pic", pictureId: null, caption: "one", credit: "one", alt: "one" },
  { kind: "quote", id: "quote", text: [{ text: "one" }], speaker: "one" },
  { kind: "pullQuote", id: "pull", quote: "one", speaker: "one" },
  { kind: "list", id: "list", ordered: false, items: [[{ text: "one" }], [{ text: "two" }]] },
  {
    kind: "embed",
    id: "embed",
    provider: "youtube",
    item: "dQw4w9WgXcQ",
    title: "one",
    pictureId: UUID,
    credit: "one",
  },
  { kind: "table", id: "table", caption: "one", head: ["one", "two"], rows: [["two", "one one"]] },
  {
    kind: "factBox",
    id: "box",
    heading: "one",
    body: [paragraph("in", "one"), { kind: "quote", id: "said", text: [{ text: "two" }], speaker: "one" }],
  },
  { kind: "crosshead", id: "head", text: "one" },
]

test("every text that the blocks of a body hold is found, in the order of reading, and each field says which it is", () => {
  const doc = docOf(BODY)
  const found = findIn(doc, pattern("one"), new WeakMap())
  expect(found.map(({ field }) => field?.label ?? "the words")).toEqual([
    "the words",
    ...["a caption", "a credit", "an alternative text"],
    ...["the words", "a speaker"],
    ...["a pull quote", "the speaker of a pull quote"],
    "the words",
    ...["the words of an embed", "the credit of an embed"],
    ...[
      "the caption of a table",
      "the head of a table, column 1",
      "a table, row 1, column 2",
      "a table, row 1, column 2",
    ],
    ...["the heading of a fact box", "the words", "a speaker"],
    "the words",
  ])
  for (const { from, to, field } of found) {
    const text = field ? field.words.slice(from, to) : doc.textBetween(from, to)
    expect(text).toBe("one")
    if (field) expect(fieldsOf(doc.nodeAt(field.pos) ?? doc)).toMatchObject({})
  }
  const places = found.map(({ from, field }) => field?.order ?? from)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test("other words in a field leave a body that a story takes, and fields that may be missing are left out when they are empty", () => {
  for (const words of ["other", ""]) {
    const { tr, doc } = EditorState.create({ doc: docOf(BODY) })
    for (const { field } of findIn(doc, pattern("one"), new WeakMap())) {
      const node = field && tr.doc.nodeAt(field.pos)
      if (node) tr.setNodeAttribute(field.pos, ...withWords(node, field.path, words))
    }
    const after = fromDocument(tr.doc.toJSON())
    expect(bodyShape.safeParse(after).error?.issues ?? []).toEqual([])
    expect(after).toMatchObject([
      {},
      { caption: words, credit: words, alt: words },
      words ? { speaker: words } : {},
      words ? { quote: words, speaker: words } : { quote: "" },
      {},
      words ? { title: words, credit: words } : {},
      { caption: words, head: [words, "two"], rows: [["two", words]] },
      { heading: words, body: [{}, words ? { speaker: words } : {}] },
      {},
    ])
    expect(JSON.stringify(after).includes('"speaker":""')).toBe(false)
  }
})

test("of a story of 5,000 words a key that is pressed lets one block be looked through anew", () => {
  const body = Array.from({ length: 200 }, (_, at) => paragraph(`p${at}`, "the harbour and its wall ".repeat(5)))
  const state = EditorState.create({ doc: docOf(body) })
  const searched: Searched = new WeakMap()
  expect(findIn(state.doc, pattern("harbour"), searched)).toHaveLength(1_000)
  const { doc } = state.tr.insertText("x", 200)
  const fresh: number[] = []
  doc.forEach((block, _offset, index) => {
    if (!searched.has(block)) fresh.push(index)
  })
  expect(fresh).toHaveLength(1)
  expect(findIn(doc, pattern("harbour"), searched)).toHaveLength(1_000)
})
