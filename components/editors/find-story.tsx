"use client"

import { Plus } from "lucide-react"
import { type Ref, useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { UNREACHED } from "@/lib/form-answer"
import type { Problem, StoryFound } from "./doors"
import styles from "./panel.module.css"
import { keyOf } from "./related-row"

/** Stories that hold the words being typed; an answer to older words is dropped. */
export function FindStory<S extends StoryFound>({ ref, search, taken, onAdd }: FindStoryProps<S>) {
  const [q, setQ] = useState("")
  const [found, setFound] = useState<{ q: string; stories: readonly S[]; problem: string } | null>(null)
  const ask = useRef(search)
  ask.current = search
  const words = q.trim()
  useEffect(() => {
    if (!words) return setFound(null)
    let late = false
    const tell = (stories: readonly S[], problem = "") => !late && setFound({ q: words, stories, problem })
    const timer = setTimeout(() => {
      ask.current(words).then(
        (answer) => ("found" in answer ? tell(answer.found) : tell([], answer.problem.sentence)),
        () => tell([], UNREACHED),
      )
    }, 200)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [words])
  const open = found?.stories.filter(({ id }) => !taken.has(keyOf({ story: id }))) ?? []
  return (
    <div>
      <TextField
        ref={ref}
        label="Find a story"
        type="search"
        autoComplete="off"
        placeholder="Words of headline or standfirst"
        maxLength={200}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {open.length > 0 && (
        <ul className={styles.found} aria-label="Stories found">
          {open.map((story) => (
            <li key={story.id}>
              <Button
                small
                look="quiet"
                aria-label={`Add ${story.headline || "a story without a headline"}`}
                onClick={({ currentTarget }) => {
                  // Its list goes: somebody goes on looking, or goes on from there.
                  currentTarget.closest("div")?.querySelector("input")?.focus()
                  onAdd(story)
                  setQ("")
                }}
              >
                <Plus size={14} aria-hidden />
                <span>
                  <bdi>{story.headline || "A story without a headline"}</bdi>
                  <span className={styles.soft}> {story.live ? story.section : `${story.status}, not public`}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p aria-live="polite" className={styles.soft}>
        {found && (found.problem || countOf(open.length, found.q))}
      </p>
    </div>
  )
}

const countOf = (count: number, q: string) =>
  count === 0
    ? `No other story has “${q}” in its headline or standfirst.`
    : `${count} ${count === 1 ? "story" : "stories"} found.`

type FindStoryProps<S> = {
  ref: Ref<HTMLInputElement>
  search: (q: string) => Promise<{ found: S[] } | Problem>
  /** what the list holds already, by key */
  taken: ReadonlySet<string>
  onAdd: (story: S) => void
}
