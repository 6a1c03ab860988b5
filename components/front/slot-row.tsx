"use client"

import { ArrowDown, ArrowUp, GripVertical, type LucideIcon, SlidersHorizontal, X } from "lucide-react"
import { useId, useState } from "react"
import { momentOf } from "@/lib/dates"
import type { Slot, SlotStory } from "@/lib/front/arrangement"
import row from "../editors/related-row.module.css"
import { SlotFields } from "./slot-fields"
import styles from "./slot-row.module.css"

/** One slot: which story, how it stands, and the ways to move and dress it. Buttons at an end stay, so that the focus does. */
export function SlotRow({ slot, story, at, count, problems, isOver, ...on }: SlotRowProps) {
  const [opened, setOpened] = useState(false)
  const name = useId()
  const wrong = Object.keys(problems).length > 0
  const open = opened || wrong
  const button = (
    label: string,
    Mark: LucideIcon,
    act: () => void,
    more: { off?: boolean; expands?: boolean } = {},
  ) => (
    <button
      type="button"
      className={row.button}
      aria-label={label}
      aria-describedby={name}
      title={label}
      aria-disabled={more.off || undefined}
      aria-expanded={more.expands ? open : undefined}
      data-remove={label === "Remove" ? "" : undefined}
      onClick={() => !more.off && act()}
    >
      <Mark size={15} aria-hidden />
    </button>
  )
  return (
    <li
      className={`${styles.slot} ${isOver ? row.over : ""}`}
      draggable={!open}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move"
        event.dataTransfer.setData("text/plain", story?.headline ?? "")
        on.onDrag(at)
      }}
      onDragEnd={() => on.onDrag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        on.onDrop()
      }}
    >
      <div className={styles.line}>
        <GripVertical size={14} aria-hidden className={row.grip} />
        <span className={`${styles.size} ${slot.size === "plain" ? "" : styles.large}`}>{slot.size}</span>
        <div className={row.words}>
          <p id={name} className={row.headline}>
            {slot.headline ||
              (story ? story.headline || "A story without a headline" : "This story does not exist any more.")}
          </p>
          <Standing slot={slot} story={story} />
        </div>
        <div className={row.buttons}>
          {button("Change", SlidersHorizontal, () => setOpened(!opened), { expands: true })}
          {button("Move up", ArrowUp, () => on.onMove(at - 1), { off: at === 0 })}
          {button("Move down", ArrowDown, () => on.onMove(at + 1), { off: at === count - 1 })}
          {button("Remove", X, on.onRemove)}
        </div>
      </div>
      {open && <SlotFields slot={slot} story={story} problems={problems} onChange={on.onChange} />}
      {problems.story && <p className={styles.problem}>{problems.story}</p>}
    </li>
  )
}

/** What is worth knowing of a slot besides its headline. */
function Standing({ slot, story }: { slot: Slot; story: SlotStory | undefined }) {
  const parts = [
    story?.section,
    slot.headline && story && `own headline: ${story.headline}`,
    slot.picture === "none" && "no picture",
    slot.until && `pinned until ${momentOf(new Date(slot.until))}`,
  ].filter(Boolean)
  return (
    <>
      <p className={row.whence}>{parts.join(" · ")}</p>
      {story && !story.live && <p className={row.hidden}>{notPublic(story)}</p>}
    </>
  )
}

const notPublic = ({ publishAt, status }: SlotStory) =>
  publishAt
    ? `Public from ${momentOf(publishAt)}: until then the slots close up over it.`
    : `Not public (${status}): the slots close up over it.`

type SlotRowProps = {
  slot: Slot
  story: SlotStory | undefined
  at: number
  count: number
  /** what is wrong with which of its fields */
  problems: Record<string, string>
  /** something is being dragged, and may be dropped here */
  isOver: boolean
  onMove: (to: number) => void
  onRemove: () => void
  onChange: (given: Partial<Slot>) => void
  onDrag: (at: number | null) => void
  onDrop: () => void
}
