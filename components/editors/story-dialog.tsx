"use client"

import { useRef } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import type { Problem, StoryFound } from "./doors"
import { FindStory } from "./find-story"
import styles from "./forms.module.css"

/** A story of the paper to be shown as a card in the middle of another. */
export function StoryDialog({ search, onClose, onStory }: StoryDialogProps) {
  const finder = useRef<HTMLInputElement>(null)
  return (
    <Dialog title="A story card" onClose={onClose}>
      <div className={styles.form}>
        <p>Readers see its picture, its headline and when it was published, for as long as it is public.</p>
        <FindStory ref={finder} search={search} taken={new Set()} onAdd={onStory} />
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}

type StoryDialogProps = {
  search: (q: string) => Promise<{ found: StoryFound[] } | Problem>
  onClose: () => void
  onStory: (story: StoryFound) => void
}
