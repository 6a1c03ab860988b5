"use client"

import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { changesBetween } from "@/lib/story/saving"
import type { StoryText } from "@/lib/story/story"
import { findKept, forget, type Kept } from "./journal"
import styles from "./recovery.module.css"

/** Offers what this browser kept of an earlier visit and no server has: after a crash, a reload, a sign-out. What an open tab is at is that tab's. */
export function Recovery({ personId, storyId, present, onRestore }: RecoveryProps) {
  const [kept, setKept] = useState<readonly Kept[]>([])
  const latest = useRef(present)
  latest.current = present
  useEffect(() => {
    let gone = false
    const look = () =>
      findKept(personId, storyId).then((all) => {
        const differs = ({ text }: Kept) => isOther(latest.current, text)
        for (const one of all) if (!differs(one)) void forget(one.key)
        if (!gone) setKept(all.filter(differs).map((one) => since(one, latest.current)))
      })
    void look()
    // Another tab may have been closed since, with words that were not saved.
    addEventListener("focus", look)
    return () => {
      gone = true
      removeEventListener("focus", look)
    }
  }, [personId, storyId])
  // What was on its way when this page was made has arrived by now: then there is nothing to offer.
  useEffect(() => {
    const arrived = kept.filter(({ text }) => !isOther(present, text))
    if (!arrived.length) return
    for (const one of arrived) void forget(one.key)
    setKept(kept.filter((one) => !arrived.includes(one)))
  }, [kept, present])
  const [first] = kept
  if (!first) return null
  const done = () => {
    void forget(first.key)
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

const isOther = (present: StoryText, text: StoryText) => Object.keys(changesBetween(present, text)).length > 0

/** What was on its way may have arrived: then the rest was written on top of it, and not of what was there before. */
function since(kept: Kept, present: StoryText): Kept {
  if (!kept.sent) return kept
  const base = { ...kept.base, ...kept.sent, slug: present.slug }
  return Object.keys(changesBetween(base, present)).length === 0 ? { ...kept, base } : kept
}

type RecoveryProps = {
  personId: string
  storyId: string
  present: StoryText
  onRestore: (kept: Kept) => void
}
