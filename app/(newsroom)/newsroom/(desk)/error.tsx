"use client"

import { Button } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"

/** Something broke on our side. What was typed and not saved is kept in the browser, and offered when the story opens again. */
export default function BrokenScreen({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Empty title="This screen could not be shown">
      <p>
        Something went wrong on our side{error.digest ? ` (reference ${error.digest})` : ""}. What you wrote is kept in
        this browser.
      </p>
      <Button look="strong" onClick={reset}>
        Try again
      </Button>
    </Empty>
  )
}
