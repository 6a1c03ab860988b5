"use client"

import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { KeysList } from "@/components/ui/keys-list"
import styles from "./forms.module.css"

const SCREEN = [
  [
    "F6",
    "the next part of the screen: what can be done, headline, text, what belongs to it, related news, packages, history",
  ],
  ["Shift F6", "the part before"],
  ["Ctrl K", "find anything or do anything: file, publish, correct …; on chosen words, a link"],
  ["Ctrl /", "this list"],
] as const

const TEXT = [
  ["/", "at the start of an empty paragraph: put something in"],
  ["# space", "a crosshead; > and a space, a quote"],
  ["- space", "a list; 1. and a space, a numbered one"],
  ["---", "a divider"],
  ["Ctrl Alt 0", "a paragraph; 1 a crosshead, 2 a quote, 3 a list, 4 a numbered list"],
  ["Ctrl B, Ctrl I", "bold, italic"],
  ["Alt Shift ↑ ↓", "move the block"],
  ["Tab", "on to the fields of a block (its speaker, its caption), and out of the text"],
  ["Escape", "from a field of a block back to the text"],
  ["Alt F10", "the tools above the text; arrows go through them, Escape leads back"],
  ["Ctrl Shift H", "find and replace"],
  ["Ctrl Z", "undo; with Shift, redo"],
] as const

/** Which keys do what on a story's screen. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title="Keys of this screen" onClose={onClose}>
    <div className={styles.form}>
      <h3>On the screen</h3>
      <KeysList keys={SCREEN} />
      <h3>In the text</h3>
      <KeysList keys={TEXT} />
      <DialogButtons>
        <Button onClick={onClose}>Close</Button>
      </DialogButtons>
    </div>
  </Dialog>
)
