"use client"

import type { NodeViewProps } from "@tiptap/react"
import { Button } from "@/components/ui/button"
import { keepable } from "@/lib/text"
import styles from "./body-editor.module.css"
import { HeldFrame, useHeld } from "./held-view"
import { KeptInput } from "./kept-input"

/** A table, cell by cell. */
export function TableForm(props: NodeViewProps) {
  const { held, write, readOnly } = useHeld<"table">(props)
  const { caption, head, rows } = held
  const setHead = (at: number, words: string) => write({ head: head.with(at, words) })
  const setCell = (row: number, at: number, words: string) =>
    write({ rows: rows.map((cells, index) => (index === row ? cells.with(at, words) : cells)) })
  const line = (cells: readonly string[], name: string, place: string, set: (at: number, words: string) => void) =>
    cells.map((words, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
      <td key={at}>
        <input
          aria-label={`${name}, column ${at + 1}`}
          data-words={`${place}.${at}`}
          value={words}
          maxLength={2_000}
          readOnly={readOnly}
          onChange={(event) => set(at, keepable(event.target.value))}
        />
      </td>
    ))
  return (
    <HeldFrame {...props}>
      <KeptInput
        label="Caption"
        place="caption"
        value={caption}
        readOnly={readOnly}
        maxLength={1_000}
        onWrite={(words) => write({ caption: words })}
      />
      <div className={styles.heldTable}>
        <table>
          <tbody>
            <tr>{line(head, "Head", "head", setHead)}</tr>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
              <tr key={row}>{line(cells, `Row ${row + 1}`, `rows.${row}`, (at, words) => setCell(row, at, words))}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {!readOnly && (
        <div className={styles.pictureButtons}>
          <Button small disabled={rows.length >= 500} onClick={() => write({ rows: [...rows, head.map(() => "")] })}>
            Add row
          </Button>
          <Button small disabled={rows.length === 0} onClick={() => write({ rows: rows.slice(0, -1) })}>
            Remove last row
          </Button>
          <Button
            small
            disabled={head.length >= 20}
            onClick={() => write({ head: [...head, ""], rows: rows.map((cells) => [...cells, ""]) })}
          >
            Add column
          </Button>
          <Button
            small
            disabled={head.length === 1}
            onClick={() => write({ head: head.slice(0, -1), rows: rows.map((cells) => cells.slice(0, -1)) })}
          >
            Remove last column
          </Button>
        </div>
      )}
    </HeldFrame>
  )
}
