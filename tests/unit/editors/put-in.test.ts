import { expect, test } from "@playwright/test"
import { getSchema } from "@tiptap/core"
import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state"
import { BODY_SCHEMA } from "@/components/editors/body-schema"
import { fromDocument, toDocument } from "@/components/editors/document"
import { putBlocks } from "@/components/editors/put-in"
import { type Block, wordsOfBlock } from "@/lib/blocks/blocks"

const schema = getSchema([...BODY_SCHEMA])
const paragraph = (words: string): Block => ({ kind: "paragraph", id: words, text: words ? [{ text: words }] : [] })
const list: Block = { kind: "list", id: "list", ordered: false, items: [[{ text: "a" }], [{ text: "b" }]] }
const head: Block = { kind: "crosshead", id: "head", text: "Head" }
const table: Block = { kind: "table", id: "table", caption: "", head: ["cell"], rows: [] }
const box: Block = {
  kind: "factBox",
  id: "box",
  heading: "Box",
  body: [{ kind: "paragraph", id: "in", text: [{ text: "In" }] }],
}
const start = paragraph("Start")

/** What the body is after the blocks were put in where the caret was, a block a word: its kind's first letter and its words. */
function put(body: Block[], from: number, blocks: Block[], to = from) {
  const doc = schema.nodeFromJSON(toDocument(body))
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
  const tr = putBlocks(state, blocks)
  tr.doc.check()
  // A piece that was put in is never chosen: what comes next would stand in its place.
  expect(tr.selection).not.toBeInstanceOf(NodeSelection)
  const { $head } = tr.selection
  const after = fromDocument(tr.doc.toJSON()).map(
    (block) => `${block.kind} ${wordsOfBlock(block).replaceAll("\n", "|")}`,
  )
  return { after, caret: `${$head.parent.textContent.slice(0, $head.parentOffset)}^` }
}

test("a pasted paragraph goes on in the words at the caret, several part them, and other blocks stand between", () => {
  expect(put([start], 3, [paragraph("W")])).toEqual({ after: ["paragraph StWart"], caret: "StW^" })
  expect(put([start], 3, [paragraph("A"), paragraph("B")])).toEqual({
    after: ["paragraph StA", "paragraph Bart"],
    caret: "B^",
  })
  expect(put([start], 3, [head, paragraph("B")]).after).toEqual(["paragraph St", "crosshead Head", "paragraph Bart"])
  expect(put([start], 3, [list]).after).toEqual(["paragraph St", "list a|b", "paragraph art"])
  expect(put([head, start], 3, [paragraph("W")]).after).toEqual(["crosshead HeWad", "paragraph Start"])
})

test("at the edge of a paragraph no empty line is left, and an empty one gives way", () => {
  expect(put([start], 6, [list])).toEqual({ after: ["paragraph Start", "list a|b"], caret: "b^" })
  expect(put([start], 1, [list]).after).toEqual(["list a|b", "paragraph Start"])
  expect(put([start], 6, [paragraph("A"), list]).after).toEqual(["paragraph StartA", "list a|b"])
  expect(put([], 1, [head, paragraph("B"), table]).after).toEqual(["crosshead Head", "paragraph B", "table cell"])
  expect(put([start, paragraph(""), paragraph("End")], 8, [list]).after).toEqual([
    "paragraph Start",
    "list a|b",
    "paragraph End",
  ])
  expect(put([start, paragraph("End")], 1, [head], 11).after).toEqual(["crosshead Head"])
})

test("in a list, lines and items are items of it; what a fact box cannot hold stands behind it", () => {
  expect(put([list], 3, [paragraph("A"), paragraph("B")]).after).toEqual(["list aA|B|b"])
  expect(put([list], 3, [{ ...list, id: "other", items: [[{ text: "c" }]] }]).after).toEqual(["list a|c|b"])
  expect(put([box, start], 3, [paragraph("A"), list]).after).toEqual(["factBox Box|IA|a|b|n", "paragraph Start"])
  expect(put([box, start], 3, [paragraph("A"), table]).after).toEqual([
    "factBox Box|In",
    "paragraph A",
    "table cell",
    "paragraph Start",
  ])
})

test("behind the last word of an item no empty item is left, and an empty item gives way to what is no item", () => {
  const items = (...words: string[]): Block => ({
    ...{ kind: "list", id: "list", ordered: false },
    items: words.map((text) => (text ? [{ text }] : [])),
  })
  expect(put([list], 6, [table]).after).toEqual(["list a|b", "table cell"])
  expect(put([list], 3, [table]).after).toEqual(["list a", "table cell", "list b"])
  expect(put([items("a")], 3, [head]).after).toEqual(["list a", "crosshead Head"])
  expect(put([list, start], 6, [paragraph("A"), table]).after).toEqual(["list a|bA", "table cell", "paragraph Start"])
  expect(put([items("a", "")], 5, [table]).after).toEqual(["list a", "table cell"])
  expect(put([items("", "b")], 2, [table]).after).toEqual(["table cell", "list b"])
  expect(put([items("a", "", "c")], 5, [head, table]).after).toEqual([
    "list a",
    "crosshead Head",
    "table cell",
    "list c",
  ])
  expect(put([items("")], 2, [table]).after).toEqual(["table cell"])
  expect(put([list], 2, [table]).after).toEqual(["table cell", "list a|b"])
  expect(put([list], 5, [table]).after).toEqual(["list a", "table cell", "list b"])
  // A list of somebody's own behind it is none of its business.
  expect(put([start, { ...items("", "b"), id: "own" }], 6, [table]).after).toEqual([
    "paragraph Start",
    "table cell",
    "list |b",
  ])
})
