"use client"

import { X } from "lucide-react"
import { type KeyboardEvent, useId, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import type { Byline } from "@/lib/story/story"
import { keepable } from "@/lib/text"
import styles from "./panel.module.css"

/** Names under the headline: people of the paper are offered, any other name may be typed. */
export function BylineField({ byline, people, writable, onByline }: BylineFieldProps) {
  const [name, setName] = useState("")
  const offered = useId()
  const frame = useRef<HTMLDivElement>(null)
  const add = () => {
    const words = keepable(name).trim()
    if (!words || byline.length >= 20) return
    const person = people.find((one) => one.name.toLowerCase() === words.toLowerCase())
    onByline([...byline, person ? { personId: person.id, name: person.name } : { name: words }])
    setName("")
  }
  const remove = (at: number) => {
    onByline(byline.filter((_, index) => index !== at))
    frame.current?.querySelector("input")?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <div ref={frame}>
      <p className={styles.label}>Byline</p>
      {byline.length > 0 ? (
        <ul className={styles.chips} aria-label="Byline">
          {byline.map((part, index) => (
            <li key={`${part.name} ${part.personId ?? ""}`} className={styles.chip}>
              <span>{part.name}</span>
              {writable && (
                <button
                  type="button"
                  className={styles.drop}
                  aria-label={`Remove ${part.name} from the byline`}
                  onClick={() => remove(index)}
                >
                  <X size={14} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.soft}>Nobody yet.</p>
      )}
      {writable && (
        <div className={styles.add}>
          <TextField
            label="Add a name"
            data-place="byline"
            list={offered}
            autoComplete="off"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button onClick={add}>Add name</Button>
          <datalist id={offered}>
            {people
              .filter(({ id }) => !byline.some(({ personId }) => personId === id))
              .map((person) => (
                <option key={person.id} value={person.name} />
              ))}
          </datalist>
        </div>
      )}
    </div>
  )
}

type BylineFieldProps = {
  byline: Byline
  people: readonly { id: string; name: string }[]
  writable: boolean
  onByline: (byline: Byline) => void
}
