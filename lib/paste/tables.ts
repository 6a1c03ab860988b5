import type { Block } from "../blocks/blocks"
import { table as kind } from "../blocks/table"
import type { Found, Page } from "./found"
import { isRubbish } from "./rubbish"
import { inlinesIn, type Look, PLAIN, type Run } from "./runs"
import { childrenNamed, type Element, findIn, isElement, type Node } from "./tree"

/** The most rows that a table takes (lib/blocks/table.ts). */
const MOST = 500

/** A table of ours where it holds words in rows; the cells' contents one after the other where it arranges a page. */
export function readTable(element: Element, look: Look, page: Page): Found[] {
  const rows = rowsOf(element)
  const caption = childrenNamed(element, "caption").filter((one) => !isRubbish(one))
  if (!arranges(element, rows)) {
    const read = fieldsOf(rows, caption, page)
    if (read === "too long") return []
    if (read) return [{ block: read }]
  }
  return [...caption, ...rows.flat()].flatMap((cell) => page.within(cell.children, page.look(cell, look)))
}

/** Its rows in the order in which they are shown. */
function rowsOf(element: Element): Element[][] {
  const parts = (name: string) => childrenNamed(element, name).filter((one) => !isRubbish(one))
  const body = element.children.filter(
    (child): child is Element => isElement(child) && ["tbody", "tr"].includes(child.name) && !isRubbish(child),
  )
  return [...parts("thead"), ...body, ...parts("tfoot")]
    .flatMap((part) => (part.name === "tr" ? [part] : childrenNamed(part, "tr")))
    .filter((row) => !isRubbish(row))
    .map((row) => childrenNamed(row, "td", "th").filter((cell) => !isRubbish(cell)))
}

const arranges = ({ attributes }: Element, rows: readonly Element[][]) =>
  attributes.role === "presentation" ||
  rows.every((cells) => cells.length < 2) ||
  rows.some((cells) => cells.some((cell) => findIn(cell, (one) => OF_A_PAGE.has(one.name)) !== undefined))

/** Word and Google Docs put the words of every cell in one paragraph or more; lists and pictures make a page of it. */
const OF_A_PAGE = new Set("ul ol h1 h2 h3 h4 h5 h6 blockquote img table iframe figure".split(" "))

type Table = Omit<Extract<Block, { kind: "table" }>, "id">

/** What a block of ours would say; undefined where it cannot hold it all, so that nothing is lost. */
function fieldsOf(rows: readonly Element[][], caption: readonly Element[], page: Page): Table | "too long" | undefined {
  const read = linesOf(rows)
  if (!read) return undefined
  const lines = trimmed(read)
  const [head = [], ...others] = lines
  if (others.length > MOST) {
    const many = lines.length.toLocaleString("en")
    page.refusals.push(
      `The table has ${many} rows, and a table in a story holds ${MOST} at most. Nothing was pasted: choose the rows that readers need, and paste those.`,
    )
    return "too long"
  }
  const fields: Table = { kind: "table", caption: caption.map(wordsOf).join(" "), head, rows: others }
  return kind.schema.safeParse({ ...fields, id: "pasted" }).success ? fields : undefined
}

/** Wider than this, empty columns at its end counted, is no table of words. */
const WIDEST = 2_000

/** A cell that spans columns or rows stands in the first of them; the others are empty. Undefined: it is too wide to be looked at. */
function linesOf(rows: readonly Element[][]): string[][] | undefined {
  const below: number[] = []
  if (rows.some((cells) => cells.reduce((sum, cell) => sum + span(cell, "colspan"), 0) > WIDEST)) return undefined
  const lines = rows.map((cells) => {
    const line: string[] = []
    const skip = () => {
      for (let left = below[line.length] ?? 0; left > 0; left = below[line.length] ?? 0) {
        below[line.length] = left - 1
        line.push("")
      }
    }
    for (const cell of cells) {
      skip()
      const [across, down] = [span(cell, "colspan"), span(cell, "rowspan")]
      for (let at = 0; at < across; at++) {
        below[line.length] = down - 1
        line.push(at === 0 ? wordsOf(cell) : "")
      }
    }
    skip()
    return line
  })
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  return lines.map((line) => [...line, ...Array<string>(width - line.length).fill("")])
}

const span = ({ attributes }: Element, name: string) =>
  Math.min(50, Math.max(1, Number.parseInt(attributes[name] ?? "", 10) || 1))

/** Spreadsheets copy empty rows and columns at the end. */
function trimmed(lines: string[][]): string[][] {
  const rows = lines.slice(0, lines.findLastIndex((line) => line.some(Boolean)) + 1)
  const width = rows.reduce((most, line) => Math.max(most, line.findLastIndex(Boolean) + 1), 1)
  return rows.map((line) => line.slice(0, width))
}

/** The words of a cell on one line: its paragraphs and line breaks are spaces. */
const wordsOf = (cell: Element) =>
  inlinesIn(runsIn(cell.children).map((text): Run => ({ text, look: PLAIN })))
    .map(({ text }) => text)
    .join("")
    .replaceAll("\n", " ")

const runsIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (!isElement(node)) return [node.replace(/\s*[\r\n]\s*/g, " ")]
    if (isRubbish(node)) return []
    if (node.name === "br") return [" "]
    return BLOCKS.has(node.name) ? [" ", ...runsIn(node.children), " "] : runsIn(node.children)
  })

const BLOCKS = new Set("p div section pre dl dt dd hr address".split(" "))
