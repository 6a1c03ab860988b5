"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import type { Answer, Ask } from "./ask"

/** Sends a form of a picture's screen; what else the screen says of the picture is asked for again once it is saved. */
export function useSave(save: Ask) {
  const router = useRouter()
  const [answer, setAnswer] = useState<Answer>(null)
  const [busy, setBusy] = useState(false)
  const send = async (given: object) => {
    setBusy(true)
    const said = await save(given)
    setAnswer(said)
    setBusy(false)
    if (said && "done" in said) router.refresh()
  }
  return { answer, busy, send }
}
