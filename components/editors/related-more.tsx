"use client"

import { useEffect, useState } from "react"
import { Checkbox, TextField } from "@/components/ui/field"
import { zoneOf } from "@/lib/dates"
import type { Manner } from "@/lib/related/manner"
import { readSpan, typedSpan } from "@/lib/related/typed-span"
import { keepable } from "@/lib/text"
import type { DeskNote } from "./doors"
import { RelatedNoteField } from "./related-note-field"
import styles from "./related-row.module.css"

type RelatedMoreProps = {
  item: Manner
  /** what its link reads as long as nobody says otherwise */
  own: string
  note: DeskNote | undefined
  onManner: (given: Manner) => void
  /** gives why it was not kept; empty: it was */
  onNote: (text: string) => Promise<string>
}

/** What is said of an item now and then: other words, from when and until when, whether it is pinned or hidden, and a note for the desk. */
export function RelatedMore({ item, own, note, onManner, onNote }: RelatedMoreProps) {
  const { headlineForReaders = "", from, until } = item
  const [headline, setHeadline] = useState(headlineForReaders)
  useEffect(
    () => setHeadline((typed) => (said(typed) === headlineForReaders ? typed : headlineForReaders)),
    [headlineForReaders],
  )
  return (
    <div className={styles.more}>
      <TextField
        label="Headline for readers"
        maxLength={500}
        value={headline}
        placeholder={own}
        onChange={({ target }) => {
          setHeadline(target.value)
          onManner({ headlineForReaders: said(target.value) })
        }}
      />
      <Span from={from} until={until} onManner={onManner} />
      <Checkbox
        label="Pin to the top"
        checked={!!item.pinned}
        onChange={({ target }) => onManner({ pinned: target.checked || undefined })}
      />
      <Checkbox
        label="Hide from readers"
        checked={!!item.hidden}
        onChange={({ target }) => onManner({ hidden: target.checked || undefined })}
      />
      <RelatedNoteField note={note} onNote={onNote} />
    </div>
  )
}

const said = (typed: string) => keepable(typed).trim()

type SpanProps = Pick<Manner, "from" | "until"> & Pick<RelatedMoreProps, "onManner">

/** What is typed and no span yet stays in its field, and is not put into the text. */
function Span({ from, until, onManner }: SpanProps) {
  const [typed, setTyped] = useState(() => typedSpan({ from, until }))
  const read = readSpan(typed, { from, until })
  const problems: { from?: string; until?: string } = "problems" in read ? read.problems : {}
  // Another text was taken up: what it says is shown, unless it is what was typed.
  useEffect(
    () =>
      setTyped((now) => {
        const meant = readSpan(now, { from, until })
        const same = "problems" in meant || (meant.span.from === from && meant.span.until === until)
        return same ? now : typedSpan({ from, until })
      }),
    [from, until],
  )
  const field = (side: "from" | "until", label: string, empty: string) => {
    const take = ({ target }: { target: HTMLInputElement }) => {
      const next = { ...typed, [side]: { wall: target.value, broken: target.validity.badInput } }
      setTyped(next)
      const answer = readSpan(next, { from, until })
      if ("span" in answer && (answer.span.from !== from || answer.span.until !== until)) onManner(answer.span)
    }
    const moment = { from, until }[side]
    return (
      <TextField
        label={label}
        type="datetime-local"
        value={typed[side].wall}
        problem={problems[side]}
        hint={moment ? `By the paper's clock, ${zoneOf(new Date(moment))}.` : `By the paper's clock. Empty: ${empty}.`}
        onChange={take}
        onBlur={take}
      />
    )
  }
  return (
    <>
      {field("from", "From", "at once")}
      {field("until", "Until", "for good")}
    </>
  )
}
