import type { Block } from "@/lib/blocks/blocks"
import { numberColumns } from "@/lib/blocks/table"
import { directionOf } from "@/lib/direction"

/** A table in a frame that scrolls where it is too wide for the screen, by keys as well. */
export function Table({ block: { caption, head, rows } }: { block: Block<"table"> }) {
  const numbers = numberColumns({ head, rows }).map((are) => (are ? "number" : undefined))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who scrolls by keys has to reach it (WCAG 2.2, 2.1.1)
    <section className="table" tabIndex={0} aria-label={caption || `Table: ${head.filter(Boolean).join(", ")}`}>
      <table>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
              <Cell key={at} as="th" scope="col" words={words} number={numbers[at]} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
            <tr key={row}>
              {cells.map((words, at) => (
                <Cell
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
                  key={at}
                  as={at === 0 && words ? "th" : "td"}
                  scope={at === 0 && words ? "row" : undefined}
                  words={words}
                  number={numbers[at]}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A head without words is a corner, and no heading of anything. */
function Cell({ as, scope, words, number }: CellProps) {
  const Element = words ? as : "td"
  return (
    <Element scope={Element === "th" ? scope : undefined} className={number} dir={directionOf(words)}>
      {words}
    </Element>
  )
}

type CellProps = {
  as: "th" | "td"
  scope: "col" | "row" | undefined
  words: string
  number: string | undefined
}
