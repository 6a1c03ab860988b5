"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Confirm } from "@/components/ui/confirm"
import { Notice } from "@/components/ui/notice"
import { type Problem, refusalIn, UNREACHED } from "@/lib/form-answer"
import type { Refusal } from "@/lib/story/acts"

/** Links that no story uses, such as an import leaves that was undone: all of them go at once. */
export function IdleLinks({ count, removeAll }: IdleLinksProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState("")
  const links = count === 1 ? "1 link" : `${count.toLocaleString("en")} links`
  const remove = async () => {
    const answer = await removeAll({}).catch(() => null)
    if (!answer || !("removed" in answer)) return refusalIn(answer) ?? UNREACHED
    setOpen(false)
    setSaid(answer.removed === 1 ? "1 link is removed." : `${answer.removed.toLocaleString("en")} links are removed.`)
    router.refresh()
    return null
  }
  return (
    <>
      <div aria-live="polite">{said && <Notice tone="good">{said}</Notice>}</div>
      {count > 0 && (
        <div>
          <Button
            onClick={() => {
              setSaid("")
              setOpen(true)
            }}
          >
            Remove {links} that no story uses
          </Button>
        </div>
      )}
      {open && (
        <Confirm title={`Remove ${links}?`} act={`Remove ${links}`} remove={remove} onClose={() => setOpen(false)}>
          <p>
            They go from the list of outside links for good: a change that took one of them out of a story cannot be
            undone any more. Links of the last hour stay, for somebody may be about to save a story with them.
          </p>
        </Confirm>
      )}
    </>
  )
}

type IdleLinksProps = {
  /** so many are unused for more than an hour */
  count: number
  removeAll: (asked: Record<string, never>) => Promise<{ removed: number } | Refusal | Problem>
}
