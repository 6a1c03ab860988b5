"use client"

import { useEffect } from "react"
import { Button } from "./button"
import { Empty } from "./empty"

/** The pauses between attempts, in milliseconds; the last one is kept. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000]

type Given = { error: unknown; retry: () => void }

/**
 * Instead of a screen that broke on our side: it asks for it again by itself, for most often the server or the database is on its way back.
 * What was typed and not saved is in the browser, and offered when the story opens.
 */
export function BrokenScreen({ error, retry }: Given) {
  const digest = error instanceof Error && "digest" in error ? ` (reference ${error.digest})` : ""
  useEffect(() => {
    const timer = setTimeout(retry, nextPause(location.href))
    addEventListener("online", retry)
    return () => {
      clearTimeout(timer)
      removeEventListener("online", retry)
    }
  }, [retry])
  return (
    <Empty screen title="This screen could not be shown">
      <p role="status">
        Something went wrong on our side{digest}. It is tried again by itself. What you wrote is kept in this browser.
      </p>
      <Button look="strong" onClick={retry}>
        Try again
      </Button>
    </Empty>
  )
}

/** An attempt that fails shows this screen anew: it would not know of those before. */
let tried = { address: "", times: 0, at: 0 }

function nextPause(address: string): number {
  const goesOn = tried.address === address && Date.now() - tried.at < 60_000
  tried = { address, times: goesOn ? tried.times + 1 : 0, at: Date.now() }
  return PAUSES[Math.min(tried.times, PAUSES.length - 1)] as number
}
