"use client"

import { useEffect, useMemo, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { allOf, type Choice, type Choices, compareTexts, type MergeRow, mergeTexts } from "@/lib/story/merge"
import type { StoryText } from "@/lib/story/story"
import styles from "./conflict-screen.module.css"
import { titleOf, wordsOfSide } from "./conflict-words"
import type { RelatedLine } from "./doors"

/** Two texts of one story, side by side: the writer chooses for each difference, and nothing goes before it was shown. */
export function ConflictScreen({ mine, theirs, base, related, onChoose, onLater }: ConflictScreenProps) {
  const rows = useMemo(() => compareTexts(mine, theirs, base), [mine, theirs, base])
  const different = rows.filter((row) => !row.same)
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(different.map((row) => [row.key, row.suggestion ?? (row.kind === "block" ? "both" : "mine")])),
  )
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const sides = onLater ? (["Kept in this browser", "Saved now"] as const) : (["Yours", "Theirs"] as const)
  return (
    <section className={styles.screen} aria-labelledby="two-texts">
      <header className={styles.head}>
        <h1 id="two-texts" ref={head} tabIndex={-1}>
          Two texts of this story
        </h1>
        <p>
          {onLater
            ? "Left is what this browser kept, right is what is saved now. Choose for each difference."
            : "Somebody else saved this story while you were writing. Left is yours, right is theirs. Choose for each difference; then your choice is saved on top of theirs."}
        </p>
        <div className={styles.buttons}>
          <Button onClick={() => setChoices(allOf("mine", different))}>All of mine</Button>
          <Button onClick={() => setChoices(allOf("theirs", different))}>All of theirs</Button>
        </div>
      </header>
      <ol className={styles.rows}>
        {different.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            sides={sides}
            name={`choice-${index}`}
            choice={choices[row.key] ?? "mine"}
            words={(side) => wordsOfSide(row, side, { mine, theirs }, related)}
            onChoice={(choice) => setChoices({ ...choices, [row.key]: choice })}
          />
        ))}
      </ol>
      {different.length === 0 && <p>Both texts say the same.</p>}
      <footer className={styles.foot}>
        <p>{sameWords(rows.length - different.length)}</p>
        <div className={styles.buttons}>
          {onLater && <Button onClick={onLater}>Decide later</Button>}
          <Button look="strong" onClick={() => onChoose(mergeTexts(mine, theirs, choices, base))}>
            Save this choice
          </Button>
        </div>
      </footer>
    </section>
  )
}

type ConflictScreenProps = {
  mine: StoryText
  theirs: StoryText
  base: StoryText
  related: readonly RelatedLine[]
  onChoose: (text: StoryText) => void
  /** for words that were kept in this browser: they stay there */
  onLater?: () => void
}

function Row({ row, sides, name, choice, words, onChoice }: RowProps) {
  const option = (value: Choice, label: string, shown: string | null) => (
    <label className={styles.option}>
      <span className={styles.radio}>
        <input type="radio" name={name} value={value} checked={choice === value} onChange={() => onChoice(value)} />
        {label}
      </span>
      {shown !== null && <span className={styles.words}>{shown || <em className={styles.nothing}>Not there</em>}</span>}
    </label>
  )
  return (
    <li>
      <fieldset className={styles.row}>
        <legend>
          {titleOf(row)}
          {row.suggestion === null && <span className={styles.both}>changed on both sides</span>}
        </legend>
        <div className={styles.sides}>
          {option("mine", sides[0], words("mine"))}
          {option("theirs", sides[1], words("theirs"))}
        </div>
        {row.kind === "block" && row.mine && row.theirs && option("both", "Both, one after the other", null)}
      </fieldset>
    </li>
  )
}

type RowProps = {
  row: MergeRow
  sides: readonly [string, string]
  name: string
  choice: Choice
  words: (side: "mine" | "theirs") => string
  onChoice: (choice: Choice) => void
}

const sameWords = (count: number) =>
  count === 0 ? "" : `${count} other ${count === 1 ? "part is" : "parts are"} the same in both.`
