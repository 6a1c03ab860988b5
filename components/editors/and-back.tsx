import { useState } from "react"
import { Button } from "@/components/ui/button"
import panel from "./panel.module.css"

/** Has the other story lead back to this one. That is no part of this story's text: it is done at once, in the other one. */
export function AndBack({ about, send }: { about: string; send: () => Promise<string> }) {
  const [said, setSaid] = useState("")
  const [busy, setBusy] = useState(false)
  return (
    <>
      <Button
        small
        look="quiet"
        aria-describedby={about}
        aria-disabled={busy || undefined}
        title="Have the other story lead to this one, too"
        onClick={async () => {
          if (busy) return
          setBusy(true)
          setSaid(await send())
          setBusy(false)
        }}
      >
        And back
      </Button>
      <p aria-live="polite" className={panel.soft}>
        {said}
      </p>
    </>
  )
}
