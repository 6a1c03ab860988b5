"use client"

import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { changesBetween } from "@/lib/story/autosave"
import type { StoryText } from "@/lib/story/story"
import { findKept, forget, type Kept } from "./journal"
import styles from "./recovery.module.css"

/** Offers what this browser kept of an earlier visit and no server has: after a crash, a reload, a sign-out. */
export function Recovery({ personId, storyId, present, onRestore }: RecoveryProps) {
  const [kept, setKept] = useState<readonly Kept[]>([])
  const arrived = useRef(present)
  useEffect(() => {
    const all = findKept(personId, storyId)
    const differs = ({ text }: Kept) => Object.keys(changesBetween(arrived.current, text)).length > 0
    for (const one of all) if (!differs(one)) forget(one.key)
    setKept(all.filter(differs))
  }, [personId, storyId])
  const [first] = kept
  if (!first) return null
  const done = () => {
    forget(first.key)
    setKept(kept.slice(1))
  }
  return (
    <Notice tone="warning" role="alert" className={styles.recovery}>
      <p>This browser kept words of yours that were never saved, from {momentOf(new Date(first.at))}.</p>
      <div className={styles.buttons}>
        <Button small look="strong" onClick={() => onRestore(first)}>
          Look at both texts
        </Button>
        <Button small onClick={done}>
          Discard them
        </Button>
      </div>
    </Notice>
  )
}

type RecoveryProps = {
  personId: string
  storyId: string
  present: StoryText
  onRestore: (kept: Kept) => void
}
