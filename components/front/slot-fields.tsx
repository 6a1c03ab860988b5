"use client"

import { useId } from "react"
import { Select, TextField } from "@/components/ui/field"
import { atWall, wallOf, zoneOf } from "@/lib/dates"
import { SIZES, type Slot, type SlotStory } from "@/lib/front/arrangement"
import { pictureAddress } from "@/lib/pictures/pictures"
import { keepable } from "@/lib/text"
import styles from "./slot-fields.module.css"

const SIZE_WORDS = {
  lead: "Lead: the largest, one on a page",
  feature: "Feature: with picture and standfirst",
  plain: "Plain: in line",
} as const

/** How a story stands in its slot. What is left empty is the story's own, and follows it. */
export function SlotFields({ slot, story, problems, onChange }: SlotFieldsProps) {
  const until = slot.until ? new Date(slot.until) : null
  return (
    <div className={styles.fields}>
      <Select
        label="Size"
        value={slot.size}
        problem={problems.size}
        onChange={(event) => onChange({ size: SIZES.find((size) => size === event.target.value) ?? "plain" })}
      >
        {SIZES.map((size) => (
          <option key={size} value={size}>
            {SIZE_WORDS[size]}
          </option>
        ))}
      </Select>
      <TextField
        label="Pinned until"
        type="datetime-local"
        value={until ? wallOf(until) : ""}
        problem={problems.until}
        hint={
          until
            ? `By the paper's clock, ${zoneOf(until)}. Then it leaves this slot by itself.`
            : "By the paper's clock. Empty: until somebody moves it."
        }
        onChange={(event) => onChange({ until: atWall(event.target.value)?.toISOString() ?? null })}
      />
      <TextField
        label="Headline here"
        maxLength={300}
        value={slot.headline}
        placeholder={story?.headline}
        problem={problems.headline}
        className={styles.wide}
        onChange={(event) => onChange({ headline: keepable(event.target.value) })}
      />
      <TextField
        label="Kicker here"
        maxLength={60}
        value={slot.kicker}
        placeholder={story?.kicker}
        problem={problems.kicker}
        onChange={(event) => onChange({ kicker: keepable(event.target.value) })}
      />
      <PictureChoice slot={slot} story={story} problem={problems.picture} onChange={onChange} />
    </div>
  )
}

function PictureChoice({
  slot,
  story,
  problem,
  onChange,
}: Pick<SlotFieldsProps, "slot" | "story" | "onChange"> & { problem?: string | undefined }) {
  const name = useId()
  const pictures = story?.pictures ?? []
  if (pictures.length === 0) return <p className={styles.none}>The story has no picture.</p>
  const [first] = pictures
  const choice = (value: string, words: string, picture?: (typeof pictures)[number]) => (
    <label className={styles.picture} key={value}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={slot.picture === value}
        onChange={() => onChange({ picture: value })}
      />
      {picture && (
        // biome-ignore lint/performance/noImgElement: our own renditions, sized by ourselves
        <img src={pictureAddress(picture.id, picture.width, "webp")} alt="" loading="lazy" />
      )}
      <span>{words}</span>
    </label>
  )
  return (
    <fieldset className={styles.pictures} aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>Picture</legend>
      {choice("own", "The story's first", first)}
      {pictures.slice(1).map((picture) => choice(picture.id, picture.alt || "Another of its pictures", picture))}
      {choice("none", "None")}
      {problem && (
        <p id={`${name}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  )
}

type SlotFieldsProps = {
  slot: Slot
  story: SlotStory | undefined
  problems: Record<string, string>
  onChange: (given: Partial<Slot>) => void
}
