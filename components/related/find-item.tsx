"use client"

import { Plus } from "lucide-react"
import { useEffect, useId, useRef, useState } from "react"
import panel from "@/components/editors/panel.module.css"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { UNREACHED } from "@/lib/form-answer"
import type { ItemFound } from "@/lib/related/bulk"
import { keyOf } from "@/lib/related/lists"
import type { FindItemDoor } from "./doors"

/** Stories and outside links that hold the words being typed; an answer to older words is dropped. */
export function FindItem({ label, find, only, taken = [], onChoose }: FindItemProps) {
  const [q, setQ] = useState("")
  const [found, setFound] = useState<{ q: string; items: readonly ItemFound[]; problem: string } | null>(null)
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const ask = useRef(find)
  ask.current = find
  const words = q.trim()
  useEffect(() => {
    if (!words) return setFound(null)
    let late = false
    const tell = (items: readonly ItemFound[], problem = "") => !late && setFound({ q: words, items, problem })
    const timer = setTimeout(() => {
      ask.current({ q: words }).then(
        (answer) => ("found" in answer ? tell(answer.found) : tell([], answer.problem.sentence)),
        () => tell([], UNREACHED),
      )
    }, 200)
    return () => {
      late = true
      clearTimeout(timer)
    }
  }, [words])
  const there = new Set(taken.map(keyOf))
  const open = found?.items.filter((item) => !there.has(keyOf(item)) && (only !== "stories" || "story" in item)) ?? []
  return (
    <div>
      <TextField
        ref={field}
        label={label}
        type="search"
        autoComplete="off"
        placeholder={only === "stories" ? "Words of headline or standfirst" : "Words of a headline, or an address"}
        maxLength={200}
        value={q}
        onChange={({ target }) => setQ(target.value)}
        // Enter would send the form around it, which is not what somebody who looks for something wants.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      {open.length > 0 && (
        <ul id={list} className={panel.found} aria-label="What was found">
          {open.map((item) => (
            <li key={keyOf(item)}>
              <Button
                small
                look="quiet"
                aria-label={`Choose ${item.headline}`}
                onClick={() => {
                  field.current?.focus()
                  onChoose(item)
                  setQ("")
                }}
              >
                <Plus size={14} aria-hidden />
                <span>
                  <bdi>{item.headline}</bdi> <bdi className={panel.soft}>{item.whence}</bdi>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p aria-live="polite" className={panel.soft}>
        {found && (found.problem || (open.length ? `${open.length} found.` : `Nothing has “${found.q}” in it.`))}
      </p>
    </div>
  )
}

type FindItemProps = {
  label: string
  find: FindItemDoor
  only?: "stories"
  taken?: readonly ItemFound[]
  onChoose: (item: ItemFound) => void
}
