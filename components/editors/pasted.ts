import { table as kind } from "@/lib/blocks/table"

/** Foreign HTML made simple before the editor reads it: items and quotes hold words, lists hold no lists, tables are ours. */
export function simplify(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  for (const element of body.querySelectorAll("script, style, meta, title, template")) element.remove()
  // From the innermost: what stands in a table that only arranges a page becomes paragraphs of its cell.
  for (const table of [...body.querySelectorAll("table")].reverse()) table.replaceWith(...blocksOf(table))
  for (const inner of body.querySelectorAll("li ul, li ol")) {
    const item = inner.closest("li")
    item?.after(...inner.children)
    inner.remove()
  }
  for (const paragraph of body.querySelectorAll("li p, blockquote p")) {
    if (paragraph.previousSibling?.textContent?.trim()) paragraph.before("\n")
    paragraph.replaceWith(...paragraph.childNodes)
  }
  return body.innerHTML
}

const BLOCKS = "p, div, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, figure, hr"

/** A table of ours where it holds words in rows; the cells' contents one after the other where it arranges a page. */
function blocksOf(table: HTMLTableElement): Node[] {
  const rows = [...table.rows]
  const arranges = rows.every((row) => row.cells.length < 2) || [...table.querySelectorAll("td, th")].some(holdsBlocks)
  const fields = arranges ? null : fieldsOf(table, rows)
  if (fields) {
    const held = document.createElement("div")
    held.dataset.held = "table"
    held.dataset.fields = JSON.stringify(fields)
    return [held]
  }
  const cells = [...(table.caption ? [table.caption] : []), ...rows.flatMap((row) => [...row.cells])]
  return cells.map((cell) => {
    const part = document.createElement("div")
    part.append(...cell.childNodes)
    return part
  })
}

/** Word and Google Docs put the words of every cell in one paragraph or more; lists and pictures make a page of it. */
const holdsBlocks = (cell: Element) =>
  cell.querySelector("ul, ol, h1, h2, h3, h4, h5, h6, blockquote, img, [data-held]") !== null

/** What a block of ours would say; null where it cannot hold it all, so that nothing is lost. */
function fieldsOf(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]) {
  const lines = rows.map(({ cells }) =>
    [...cells].flatMap((cell) => [wordsOf(cell), ...Array<string>(Math.min(cell.colSpan, 50) - 1).fill("")]),
  )
  const across = Math.max(...lines.map((line) => line.length))
  const [head = [], ...others] = lines.map((line) => [...line, ...Array<string>(across - line.length).fill("")])
  const fields = { caption: table.caption ? wordsOf(table.caption) : "", head, rows: others }
  return kind.schema.safeParse({ ...fields, kind: "table", id: "pasted" }).success ? fields : null
}

/** The words of a cell on one line: its paragraphs and line breaks are spaces. */
function wordsOf(cell: Element) {
  for (const end of cell.querySelectorAll(`br, ${BLOCKS}`)) end.after(" ")
  return (cell.textContent ?? "").replace(/\s+/g, " ").trim()
}
