"use client"

import { ArrowDown, ArrowUp, GripVertical, SlidersHorizontal, X } from "lucide-react"
import { useId, useState } from "react"
import { later } from "@/components/ui/later"
import { dayOf, momentOf } from "@/lib/dates"
import { type Manner, MOST_RELATED, standingOf } from "@/lib/related/manner"
import type { RelatedItem } from "@/lib/story/story"
import { keepable } from "@/lib/text"
import { AndBack } from "./and-back"
import type { Added, DeskNote, RelatedLine } from "./doors"
import styles from "./related-row.module.css"

const RelatedMore = later(() => import("./related-more").then((file) => file.RelatedMore))

export const keyOf = (item: RelatedItem | RelatedLine) =>
  "story" in item ? `story ${item.story}` : `link ${item.link}`

/** The item that a line stands for, without a reason yet. */
export const itemOf = (line: RelatedLine): RelatedItem =>
  "story" in line ? { story: line.story } : { link: line.link }

/** One item of the list: what it is, what is said of it, and the ways to move it. Buttons at an end stay, so that the focus does. */
export function RelatedRow({
  item,
  line,
  at,
  first,
  last,
  writable,
  isOver,
  note,
  added,
  now,
  beyond,
  ...on
}: RelatedRowProps) {
  const name = useId()
  const more = useId()
  const [opened, setOpened] = useState(false)
  // What was typed there stays while it is closed.
  const [asked, setAsked] = useState(false)
  const open = () => {
    setAsked(true)
    setOpened(!opened)
  }
  const button = (label: string, Mark: typeof X, act: () => void, given: { off?: boolean; expands?: boolean } = {}) => (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      aria-describedby={name}
      title={label}
      aria-disabled={given.off || undefined}
      aria-expanded={given.expands ? opened : undefined}
      aria-controls={given.expands ? more : undefined}
      data-remove={label === "Remove" ? "" : undefined}
      onClick={() => !given.off && act()}
    >
      <Mark size={15} aria-hidden />
    </button>
  )
  return (
    <li
      className={`${styles.row} ${isOver ? styles.over : ""}`}
      draggable={writable && !opened}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", line?.headline ?? "")
        on.onDrag(at)
      }}
      onDragEnd={() => on.onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        on.onDrop()
      }}
    >
      {writable && <GripVertical size={14} aria-hidden className={styles.grip} />}
      <div className={styles.words}>
        <p id={name} className={styles.headline}>
          {line ? line.headline || "A story without a headline" : "This item does not exist any more."}
        </p>
        {line && <Whence line={line} />}
        {added && (
          <p className={styles.whence}>
            Put in by <bdi>{added.by}</bdi>, {momentOf(added.at)}
          </p>
        )}
        <Said item={item} now={now} beyond={beyond} />
        {note && (
          <p className={styles.note}>
            <bdi>{note.text}</bdi>
            <span className={styles.whence}>
              {" "}
              <bdi>{note.by}</bdi>, {momentOf(note.at)}
            </span>
          </p>
        )}
        {writable ? (
          <input
            className={styles.reason}
            aria-label="Reason"
            aria-describedby={name}
            placeholder={"story" in item ? "Reason, or what is in both" : "Reason, such as Background"}
            list="related-reasons"
            maxLength={80}
            defaultValue={item.reason ?? ""}
            onChange={(event) => on.onManner({ reason: keepable(event.target.value).trim() })}
          />
        ) : (
          item.reason && <p className={styles.whence}>{item.reason}</p>
        )}
        {on.onBack && <AndBack about={name} send={on.onBack} />}
      </div>
      {writable && (
        <div className={styles.buttons}>
          {button("Move up", ArrowUp, () => on.onMove(at - 1), { off: first })}
          {button("Move down", ArrowDown, () => on.onMove(at + 1), { off: last })}
          {button("Remove", X, on.onRemove)}
          {button("More", SlidersHorizontal, open, { expands: true })}
        </div>
      )}
      {writable && (
        <fieldset id={more} aria-labelledby={name} className={styles.wide} hidden={!opened}>
          {asked && (
            <RelatedMore {...{ item, note, onManner: on.onManner, onNote: on.onNote }} own={line?.headline ?? ""} />
          )}
        </fieldset>
      )}
    </li>
  )
}

/** What is said of it, as far as it is no matter of course; and what keeps it from readers now. */
function Said({ item, now, beyond }: Pick<RelatedRowProps, "item" | "now" | "beyond">) {
  const lines = [
    item.pinned ? { words: "Pinned", shown: true } : null,
    item.hidden ? { words: "Hidden from readers", shown: false } : null,
    standingOf(item, now),
    item.headlineForReaders ? { words: `Headline for readers: ${item.headlineForReaders}`, shown: true } : null,
    beyond ? { words: `Readers see the first ${MOST_RELATED}: not this one.`, shown: false } : null,
  ].filter((line) => line !== null)
  return lines.map(({ words, shown }) => (
    <p key={words} className={shown ? styles.whence : styles.hidden}>
      {words}
    </p>
  ))
}

function Whence({ line }: { line: RelatedLine }) {
  if ("link" in line) {
    const host = URL.canParse(line.url) ? new URL(line.url).hostname : line.url
    return (
      <>
        <p className={styles.whence}>{line.source || host}</p>
        {line.gone && (
          <p className={styles.hidden}>
            Its page has been gone since {dayOf(line.gone.since)}
            {line.gone.off ? ": readers do not see it until it is back." : "; readers still have the link."}
          </p>
        )}
      </>
    )
  }
  if (line.live) return <p className={styles.whence}>A story of ours</p>
  return <p className={styles.hidden}>Not public ({line.status}): readers do not see it.</p>
}

type RelatedRowProps = {
  item: RelatedItem
  line: RelatedLine | undefined
  at: number
  /** there is nothing before it, or after it, that it may change places with */
  first: boolean
  last: boolean
  writable: boolean
  /** something is being dragged, and may be dropped here */
  isOver: boolean
  note: DeskNote | undefined
  /** undefined: just now, or longer ago than anybody noted */
  added: Added | undefined
  now: Date
  /** readers have enough before it */
  beyond: boolean
  onMove: (to: number) => void
  onRemove: () => void
  onManner: (given: Manner) => void
  onNote: (text: string) => Promise<string>
  /** has the story that it is lead back to this one; undefined: it is no story, or may not be written in */
  onBack: (() => Promise<string>) | undefined
  onDrag: (at: number | null) => void
  onDrop: () => void
}
