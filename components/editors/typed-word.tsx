"use client"

import { useState } from "react"
import { TextField } from "@/components/ui/field"

/** A word that is typed in before something happens that is not done by a slip; none: it needs no such thing. */
export function useTypedWord(word: string | undefined) {
  const [typed, setTyped] = useState("")
  const [mistyped, setMistyped] = useState(false)
  const isTyped = () => {
    const right = word === undefined || typed.trim().toLowerCase() === word
    setMistyped(!right)
    return right
  }
  const field = word !== undefined && (
    <TextField
      label={`Type “${word}” to confirm`}
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      {...(mistyped && { problem: `Nothing was done yet: type the word ${word} here.` })}
    />
  )
  return { isTyped, field }
}
