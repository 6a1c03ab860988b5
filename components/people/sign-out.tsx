"use client"

import { startTransition, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { saveEverything } from "@/components/ui/unsaved"

/** The way out. What was just typed goes to the server first; where it cannot, somebody decides who knows of it. */
export function SignOut({ leave }: { leave: () => Promise<void> }) {
  const [busy, setBusy] = useState(false)
  const [unsaved, setUnsaved] = useState(false)
  const go = () => startTransition(leave)
  return (
    // Without a script it is a form like any other.
    <form
      action={leave}
      onSubmit={async (event) => {
        event.preventDefault()
        if (busy) return
        setBusy(true)
        const saved = await saveEverything()
        setBusy(false)
        if (saved) go()
        else setUnsaved(true)
      }}
    >
      <Button type="submit" look="quiet" small aria-disabled={busy || undefined}>
        Sign out
      </Button>
      {unsaved && (
        <Dialog title="Some of your words are not saved" onClose={() => setUnsaved(false)}>
          <p>
            The server could not take them. This browser keeps them for you, and offers them when you sign in here
            again: nowhere else.
          </p>
          <DialogButtons>
            <Button onClick={go}>Sign out anyway</Button>
            <Button look="strong" data-first="" onClick={() => setUnsaved(false)}>
              Stay
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </form>
  )
}
