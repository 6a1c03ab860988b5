"use client"

import { useState } from "react"
import { Dialog } from "@/components/ui/dialog"
import { Checkbox } from "@/components/ui/field"
import { KeysList } from "@/components/ui/keys-list"
import { Notice } from "@/components/ui/notice"
import { refusalIn, UNREACHED } from "@/lib/form-answer"

const KEYS = [
  ["j", "the next story"],
  ["k", "the story before"],
  ["o or Enter", "open it"],
  ["e", "go on writing in it"],
  ["p", "preview it, in a new tab"],
  ["x", "select it, or not any more; with a click and Shift all from the last one on"],
  ["/", "look for words"],
  ["?", "this list"],
  ["Ctrl K", "find anything or do anything, on every screen"],
] as const

/** Which keys do what in the newslist, and whether they do. */
export function KeysDialog({ on, onTurn, choose, onClose }: KeysDialogProps) {
  const [problem, setProblem] = useState("")
  const turn = async (keys: boolean) => {
    onTurn(keys)
    const answer = await choose({ keys }).catch(() => ({ refused: UNREACHED }))
    const refusal = refusalIn(answer)
    setProblem(refusal ?? "")
    if (refusal !== null) onTurn(!keys)
  }
  return (
    <Dialog title="Keys of the newslist" onClose={onClose}>
      <KeysList keys={KEYS} />
      <Checkbox
        label="Single keys act on the newslist"
        checked={on}
        onChange={({ target }) => void turn(target.checked)}
        data-first
      />
      {problem && (
        <Notice tone="problem" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  )
}

type KeysDialogProps = {
  on: boolean
  onTurn: (on: boolean) => void
  /** keeps it for good */
  choose: (given: { keys: boolean }) => Promise<object>
  onClose: () => void
}
