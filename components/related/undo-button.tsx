"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { BulkInput } from "@/lib/related/bulk"
import type { KeepDoor, PlanDoor } from "./doors"
import { PlanDialog } from "./plan-dialog"

/** Undoes a change, or all of a batch: what that would do is shown first. */
export function UndoButton({ ask, title, about, plan, keep }: UndoButtonProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button small aria-describedby={about} onClick={() => setOpen(true)}>
        Undo
      </Button>
      {open && (
        <PlanDialog
          title={title}
          look={() => plan(ask)}
          undo={plan}
          keep={keep}
          onClose={(changed) => {
            setOpen(false)
            if (changed) router.refresh()
          }}
        />
      )}
    </>
  )
}

type UndoButtonProps = {
  ask: BulkInput
  title: string
  /** the id of the words that say what is undone */
  about: string
  plan: PlanDoor
  keep: KeepDoor
}
