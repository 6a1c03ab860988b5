"use client"

import { useEffect, useMemo, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { allOf, type Choice, type Choices, compareTexts, type MergeRow, mergeTexts } from "@/lib/story/merge"
import type { StoryText } from "@/lib/story/story"
import { type Segment, segmentsOf } from "@/lib/versions/segments"
import styles from "./conflict-screen.module.css"
import { titleOf, wordsOfSide } from "./conflict-words"
import type { RelatedLine } from "./doors"

/** Two texts of one story, side by side: the writer chooses for each difference, and nothing goes before it was shown. */
export function ConflictScreen({ of, mine, theirs, base, related, onChoose, onLater }: ConflictScreenProps) {
  const rows = useMemo(() => compareTexts(mine, theirs, base), [mine, theirs, base])
  const different = rows.filter((row) => !row.same)
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(different.map((row) => [row.key, row.suggestion ?? (row.kind === "block" ? "both" : "mine")])),
  )
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { sides, lead, all } = WORDS[of]
  return (
    <section className={styles.screen} aria-labelledby="two-texts">
      <header className={styles.head}>
        <h1 id="two-texts" ref={head} tabIndex={-1}>
          Two texts of this story
        </h1>
        <p>{lead}</p>
        <div className={styles.buttons}>
          <Button onClick={() => setChoices(allOf("mine", different))}>{all[0]}</Button>
          <Button onClick={() => setChoices(allOf("theirs", different))}>{all[1]}</Button>
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
          <Button onClick={onLater}>Decide later</Button>
          <Button look="strong" onClick={() => onChoose(mergeTexts(mine, theirs, choices, base))}>
            Save this choice
          </Button>
        </div>
      </footer>
    </section>
  )
}

/** How two texts came to be: somebody else saved, this browser kept words, or changes were set aside. */
const WORDS = {
  saved: {
    sides: ["Yours", "Theirs"],
    all: ["All of mine", "All of theirs"],
    lead: "Somebody else changed the same words while you were writing. Left is yours, right is theirs. Where only one of you changed something, that is chosen already; look at the others. Your choice is saved on top of theirs.",
  },
  kept: {
    sides: ["Kept in this browser", "Saved now"],
    all: ["All of mine", "All of theirs"],
    lead: "Left is what this browser kept, right is what is saved now. Choose for each difference.",
  },
  aside: {
    sides: ["Set aside", "The draft now"],
    all: ["All that was set aside", "All of the draft"],
    lead: "Left are the changes that were set aside, right is the draft as it is now. Where only one side changed since, that is chosen already; look at the others.",
  },
} as const

type ConflictScreenProps = {
  of: keyof typeof WORDS
  mine: StoryText
  theirs: StoryText
  base: StoryText
  related: readonly RelatedLine[]
  onChoose: (text: StoryText) => void
  /** what is on the left stays where it is kept */
  onLater: () => void
}

function Row({ row, sides, name, choice, words, onChoice }: RowProps) {
  const [mine, theirs] = [words("mine"), words("theirs")]
  const segments = useMemo(() => segmentsOf(mine, theirs), [mine, theirs])
  const option = (value: Choice, label: string, own: Segment["kind"] | null) => (
    <label className={styles.option}>
      <span className={styles.radio}>
        <input type="radio" name={name} value={value} checked={choice === value} onChange={() => onChoice(value)} />
        {label}
      </span>
      {own && (
        <span className={styles.words}>
          {(own === "removed" ? mine : theirs) ? (
            <Words segments={segments} own={own} />
          ) : (
            <em className={styles.nothing}>Not there</em>
          )}
        </span>
      )}
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
          {option("mine", sides[0], "removed")}
          {option("theirs", sides[1], "added")}
        </div>
        {row.kind === "block" && row.mine && row.theirs && option("both", "Both, one after the other", null)}
      </fieldset>
    </li>
  )
}

/** The words of one side; those that the other does not have are marked, unless there are no others. */
function Words({ segments, own }: { segments: readonly Segment[]; own: Segment["kind"] }) {
  const shown = segments.filter(({ kind }) => kind === "same" || kind === own)
  if (shown.every(({ kind }) => kind === own)) return shown.map(({ text }) => text).join("")
  let at = 0
  return shown.map(({ kind, text }) => {
    const key = at
    at += text.length
    return kind === own ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
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
