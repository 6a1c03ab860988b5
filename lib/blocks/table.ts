import { z } from "zod"
import { escapeText } from "../html"
import { text } from "../text"
import { blockId } from "./id"
import type { Kind } from "./kind"

const cell = text(2_000)

const schema = z
  .strictObject({
    kind: z.literal("table"),
    id: blockId,
    caption: text(1_000),
    head: z.array(cell).min(1, "A table has at least one column.").max(20, "A table has 20 columns at most."),
    rows: z.array(z.array(cell)).max(500, "A table has 500 rows at most."),
  })
  .superRefine(({ head, rows }, context) => {
    rows.forEach((row, index) => {
      if (row.length !== head.length)
        context.addIssue({
          code: "custom",
          path: ["rows", index],
          message: `This row has ${row.length} cells, and the head has ${head.length}.`,
        })
    })
  })

/** Words and numbers in rows. The first cell of a row names it. */
export const table = {
  label: "Table",
  schema,
  text: ({ caption, head, rows }) => [caption, ...[head, ...rows].map(line)].filter(Boolean).join("\n"),
  html: ({ caption, head, rows }) =>
    `<table>${caption && `<caption>${escapeText(caption)}</caption>`}<thead>${row(head, "th")}</thead>` +
    `<tbody>${rows.map((cells) => row(cells, "td")).join("")}</tbody></table>`,
} satisfies Kind<typeof schema>

/** Which columns hold numbers only, so that their digits can stand under each other? */
export const numberColumns = ({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) =>
  head.map((_, at) => at > 0 && rows.length > 0 && rows.every((cells) => NUMBER.test((cells[at] ?? "").trim())))

const NUMBER = /^[+−–-]?[€$£]?\s?\d[\d\s.,]*(?:\s?(?:%|€|km|kg|m|°C))?$|^[–—-]?$/

const line = (cells: readonly string[]) => cells.filter(Boolean).join(" ")

const row = (cells: readonly string[], element: "th" | "td") =>
  `<tr>${cells.map((words) => `<${element}>${escapeText(words)}</${element}>`).join("")}</tr>`
