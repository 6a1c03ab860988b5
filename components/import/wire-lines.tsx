"use client"

import { memo, useState } from "react"
import { Button } from "@/components/ui/button"
import type { ReadLine } from "@/lib/wire/parse"
import { CHOICES, type Choices, surenessOf, TAKEN_FOR, type TakenFor } from "@/lib/wire/taken-for"
import styles from "./import.module.css"

type Choose = (line: number, takenFor: TakenFor) => void

/** So many lines at first, and again with every “Show more”. */
const PAGE = 300

/** The wire, line by line, each with what it was taken for, how surely and why. */
export function WireLines({ lines, choices, onChoose }: { lines: ReadLine[]; choices: Choices; onChoose: Choose }) {
  const [shown, setShown] = useState(PAGE)
  return (
    <section className={styles.column} aria-label="The wire, line by line">
      <h2>The wire</h2>
      <ol className={styles.lines}>
        {lines.slice(0, shown).map((line) => (
          <Line key={line.line} line={line} chosen={choices[line.line]} onChoose={onChoose} />
        ))}
      </ol>
      {shown < lines.length && (
        <Button onClick={() => setShown(shown + PAGE)}>Show more of {lines.length.toLocaleString("en")} lines</Button>
      )}
    </section>
  )
}

type LineProps = { line: ReadLine; chosen: TakenFor | undefined; onChoose: Choose }

const Line = memo(function Line({ line, chosen, onChoose }: LineProps) {
  if (line.takenFor === "blank")
    return (
      <li className={styles.blank}>
        <span className={styles.number}>{line.line}</span>
        <span className="unseen">Blank line</span>
      </li>
    )
  const word = chosen ? "your choice" : surenessOf(line.sure)
  return (
    <li className={styles.line} data-sure={word}>
      <span className={styles.number}>{line.line}</span>
      <p className={styles.text}>{line.text}</p>
      <div className={styles.verdict}>
        <select
          aria-label={`Line ${line.line} is`}
          aria-describedby={`why-${line.line}`}
          value={chosen ?? line.takenFor}
          onChange={({ target }) => {
            const choice = CHOICES.find((known) => known === target.value)
            if (choice) onChoose(line.line, choice)
          }}
        >
          {CHOICES.map((choice) => (
            <option key={choice} value={choice}>
              {TAKEN_FOR[choice]}
            </option>
          ))}
        </select>
        <p id={`why-${line.line}`} className={styles.why}>
          <b>{chosen ? "Your choice" : sentenceCase(word)}.</b> {chosen ? "" : line.why}
        </p>
      </div>
    </li>
  )
})

const sentenceCase = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
