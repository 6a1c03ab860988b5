"use client"

import { useRef, useState } from "react"
import { MOST_SLOTS, type Slot, type SlotStory } from "@/lib/front/arrangement"
import type { Problem } from "../editors/doors"
import { FindStory } from "../editors/find-story"
import panel from "../editors/panel.module.css"
import { SlotRow } from "./slot-row"

/** The slots of a page: found, put in order by drag or by keys, dressed, and taken away again. */
export function SlotList({ slots, known, problems, search, onSlots, onLearn }: SlotListProps) {
  const [dragged, setDragged] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const finder = useRef<HTMLInputElement>(null)
  const nameOf = ({ story }: Slot) => known.get(story)?.headline || "A story without a headline"

  const add = (story: SlotStory) => {
    const size = slots.some((slot) => slot.size === "lead") ? "plain" : "lead"
    const slot: Slot = { story: story.id, size, kicker: "", headline: "", picture: "own", until: null }
    onLearn(story)
    onSlots([...slots, slot], `${story.headline} added as ${size}, place ${slots.length + 1}.`)
  }
  const move = (from: number, to: number) => {
    const slot = slots[from]
    if (!slot || to < 0 || to >= slots.length || from === to) return
    const moved = slots.toSpliced(from, 1).toSpliced(to, 0, slot)
    onSlots(moved, `${nameOf(slot)} is now at place ${to + 1} of ${slots.length}.`)
  }
  const remove = (at: number) => {
    const slot = slots[at]
    if (!slot) return
    onSlots(slots.toSpliced(at, 1), `${nameOf(slot)} removed.`)
    // The focus goes to the slot that takes its place, or to the search when the list is empty.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>("[data-remove]")
      const next = buttons?.[Math.min(at, buttons.length - 1)] ?? finder.current
      next?.focus()
    })
  }
  const change = (at: number, given: Partial<Slot>) => {
    // There is one lead: who makes another one it gives the first the next size.
    const others = slots.map((slot) =>
      given.size === "lead" && slot.size === "lead" ? { ...slot, size: "feature" as const } : slot,
    )
    onSlots(others.with(at, { ...(slots[at] as Slot), ...given }))
  }

  return (
    <section aria-labelledby="slots" className={panel.panel}>
      <h2 id="slots">Slots</h2>
      {slots.length === 0 && (
        <p className={panel.soft}>
          No slot yet: the page fills itself, newest first. Find a story below to give it the first one.
        </p>
      )}
      {slots.length > 0 && (
        <ol ref={list} className={panel.items}>
          {slots.map((slot, at) => (
            <SlotRow
              key={slot.story}
              slot={slot}
              story={known.get(slot.story)}
              at={at}
              count={slots.length}
              problems={problemsOf(problems, at)}
              isOver={dragged !== null && dragged !== at}
              onMove={(to) => move(at, to)}
              onRemove={() => remove(at)}
              onChange={(given) => change(at, given)}
              onDrag={setDragged}
              onDrop={() => {
                if (dragged !== null) move(dragged, at)
                setDragged(null)
              }}
            />
          ))}
        </ol>
      )}
      {slots.length < MOST_SLOTS ? (
        <FindStory
          ref={finder}
          search={search}
          taken={new Set(slots.map(({ story }) => `story ${story}`))}
          onAdd={add}
        />
      ) : (
        <p className={panel.soft}>The page has {MOST_SLOTS} slots, the most there can be.</p>
      )}
    </section>
  )
}

/** What is wrong with the fields of one slot, by the field's name. */
function problemsOf(problems: Record<string, string>, at: number): Record<string, string> {
  const start = `slots.${at}.`
  const own = Object.entries(problems).filter(([path]) => path.startsWith(start))
  return Object.fromEntries(own.map(([path, sentence]) => [path.slice(start.length), sentence]))
}

type SlotListProps = {
  slots: readonly Slot[]
  known: ReadonlyMap<string, SlotStory>
  problems: Record<string, string>
  search: (q: string) => Promise<{ found: SlotStory[] } | Problem>
  onSlots: (slots: Slot[], words?: string) => void
  onLearn: (story: SlotStory) => void
}
