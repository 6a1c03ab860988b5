"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { type Problem, refusalIn } from "@/lib/form-answer"
import type { Refusal } from "@/lib/story/acts"

/** Links that no story uses, such as an import leaves that was undone: all of them go at once. */
export function IdleLinks({ count, removeAll }: IdleLinksProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState("")
  const [said, setSaid] = useState("")
  const links = count === 1 ? "1 link" : `${count.toLocaleString("en")} links`
  const remove = async () => {
    setBusy(true)
    const answer = await removeAll({}).catch(() => null)
    setBusy(false)
    if (!answer || !("removed" in answer))
      return setProblem(refusalIn(answer) ?? "The server cannot be reached. Try again in a moment.")
    setOpen(false)
    setSaid(answer.removed === 1 ? "1 link is removed." : `${answer.removed.toLocaleString("en")} links are removed.`)
    router.refresh()
  }
  return (
    <>
      <div aria-live="polite">{said && <Notice tone="good">{said}</Notice>}</div>
      {count > 0 && (
        <div>
          <Button
            onClick={() => {
              setProblem("")
              setSaid("")
              setOpen(true)
            }}
          >
            Remove {links} that no story uses
          </Button>
        </div>
      )}
      {open && (
        <Dialog title={`Remove ${links}?`} onClose={() => setOpen(false)}>
          <p>
            They go from the list of outside links for good: a change that took one of them out of a story cannot be
            undone any more. Links of the last hour stay, for somebody may be about to save a story with them.
          </p>
          {problem && (
            <Notice tone="problem" role="alert">
              {problem}
            </Notice>
          )}
          <DialogButtons>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button look="danger" disabled={busy} onClick={remove}>
              {busy ? "Removing…" : `Remove ${links}`}
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </>
  )
}

type IdleLinksProps = {
  /** so many are unused for more than an hour */
  count: number
  removeAll: (asked: Record<string, never>) => Promise<{ removed: number } | Refusal | Problem>
}
