"use client"

import { useEffect, useState } from "react"
import { sentencesOf } from "@/lib/story/impact"
import type { Doors } from "./doors"
import styles from "./forms.module.css"

/** Before a story goes: every page, place and story that carries it. */
export function ActImpact({ storyId, impact }: { storyId: string; impact: Doors["impact"] }) {
  const [said, setSaid] = useState<string[] | null>(null)
  useEffect(() => {
    let gone = false
    impact({ id: storyId }).then(
      (answer) => !gone && setSaid("impact" in answer && answer.impact ? sentencesOf(answer.impact) : [UNKNOWN]),
      () => !gone && setSaid([UNKNOWN]),
    )
    return () => {
      gone = true
    }
  }, [storyId, impact])
  return (
    <div role="status" className={styles.impact}>
      <p>What carries it now:</p>
      {said === null ? (
        <p>Looking …</p>
      ) : (
        <ul>
          {said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

const UNKNOWN = "That could not be looked up just now. Wherever it stands, it goes from there at once."
