"use client"

import { Search } from "lucide-react"
import { usePathname } from "next/navigation"
import { useEffect, useState } from "react"
import { later } from "@/components/ui/later"
import type { PaletteDoors } from "./doors"
import styles from "./palette-door.module.css"
import { keepRecent } from "./recent"

// Words that are typed before it is there are words of its field, and no single keys of the newslist.
const Palette = later(() => import("./palette").then((file) => file.Palette), true)

/** The way to everything by words: a button, and Ctrl-K on every screen. What opens is loaded when it is first asked for. */
export function PaletteDoor(given: PaletteDoors) {
  const { personId } = given
  const [open, setOpen] = useState(false)
  const here = usePathname()
  useEffect(() => {
    // Whoever has arrived somewhere has no more need of it.
    setOpen(false)
    const [, story] = /^\/newsroom\/stories\/([0-9a-f-]{36})$/.exec(here) ?? []
    if (story) keepRecent(personId, `story ${story}`)
  }, [here, personId])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked =
        (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k"
      // Another dialog is first to be answered; in a text the same keys may have made a link.
      if (!asked || event.defaultPrevented || document.querySelector("dialog[open]")) return
      event.preventDefault()
      setOpen(true)
    }
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className={styles.door}
        aria-label="Find or do"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <Search size={16} aria-hidden />
        <span className={styles.word} aria-hidden>
          Find or do
        </span>
        <kbd className={styles.keys} aria-hidden>
          Ctrl K
        </kbd>
      </button>
      {open && <Palette {...given} onClose={() => setOpen(false)} />}
    </>
  )
}
