"use client"

import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react"
import { useId } from "react"
import { dayOf } from "@/lib/dates"
import type { RelatedItem } from "@/lib/story/story"
import { keepable } from "@/lib/text"
import { AndBack } from "./and-back"
import type { RelatedLine } from "./doors"
import styles from "./related-row.module.css"

export const keyOf = (item: RelatedItem | RelatedLine) =>
  "story" in item ? `story ${item.story}` : `link ${item.link}`

/** The item that a line stands for, without a reason yet. */
export const itemOf = (line: RelatedLine): RelatedItem =>
  "story" in line ? { story: line.story } : { link: line.link }

/** One item of the list: what it is, and the ways to move it. Buttons at an end stay, so that the focus does. */
export function RelatedRow({
  item,
  line,
  at,
  count,
  writable,
  isOver,
  onMove,
  onRemove,
  onReason,
  onBack,
  onDrag,
  onDrop,
}: RelatedRowProps) {
  const name = useId()
  const button = (label: string, Mark: typeof X, act: () => void, off = false) => (
    <button
      type="button"
      className={styles.button}
      aria-label={label}
      aria-describedby={name}
      title={label}
      aria-disabled={off || undefined}
      data-remove={label === "Remove" ? "" : undefined}
      onClick={() => !off && act()}
    >
      <Mark size={15} aria-hidden />
    </button>
  )
  return (
    <li
      className={`${styles.row} ${isOver ? styles.over : ""}`}
      draggable={writable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", line?.headline ?? "")
        onDrag(at)
      }}
      onDragEnd={() => onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        onDrop()
      }}
    >
      {writable && <GripVertical size={14} aria-hidden className={styles.grip} />}
      <div className={styles.words}>
        <p id={name} className={styles.headline}>
          {line ? line.headline || "A story without a headline" : "This item does not exist any more."}
        </p>
        {line && <Whence line={line} />}
        {writable ? (
          <input
            className={styles.reason}
            aria-label="Reason"
            aria-describedby={name}
            placeholder="Reason, such as Background"
            list="related-reasons"
            maxLength={80}
            defaultValue={item.reason ?? ""}
            onChange={(event) => onReason(keepable(event.target.value).trim())}
          />
        ) : (
          item.reason && <p className={styles.whence}>{item.reason}</p>
        )}
        {onBack && <AndBack about={name} send={onBack} />}
      </div>
      {writable && (
        <div className={styles.buttons}>
          {button("Move up", ArrowUp, () => onMove(at - 1), at === 0)}
          {button("Move down", ArrowDown, () => onMove(at + 1), at === count - 1)}
          {button("Remove", X, onRemove)}
        </div>
      )}
    </li>
  )
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
  count: number
  writable: boolean
  /** something is being dragged, and may be dropped here */
  isOver: boolean
  onMove: (to: number) => void
  onRemove: () => void
  onReason: (reason: string) => void
  /** has the story that it is lead back to this one; undefined: it is no story, or may not be written in */
  onBack: (() => Promise<string>) | undefined
  onDrag: (at: number | null) => void
  onDrop: () => void
}
