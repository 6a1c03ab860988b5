import { expect, test } from "@playwright/test"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { RelatedRow } from "@/components/editors/related-row"

const nothing = () => undefined

test("neither a note for the desk nor a name can turn round who wrote and added what, and when", () => {
  const note = { text: "\u202eas they say", by: "Ben", at: new Date("2026-11-24T08:05:09Z") }
  const given = {
    item: { story: "a" },
    line: undefined,
    at: 0,
    first: true,
    last: true,
    writable: false,
    isOver: false,
  }
  const on = { onMove: nothing, onRemove: nothing, onManner: nothing, onDrag: nothing, onDrop: nothing }
  const html = renderToStaticMarkup(
    createElement(RelatedRow, {
      ...{ ...given, ...on, note, added: { by: "\u202eAda", at: note.at }, now: note.at, beyond: false },
      ...{ onNote: async () => "", onBack: undefined },
    }),
  )
  expect(html).toContain("<bdi>\u202eas they say</bdi>")
  expect(html).toMatch(/Put in by <bdi>\u202eAda<\/bdi>, 24 November 2026/)
  expect(html).toMatch(/<bdi>Ben<\/bdi>, 24 November 2026/)
})
