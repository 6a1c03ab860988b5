"use client"

import { useEffect, useState } from "react"
import { TextArea, TextField } from "@/components/ui/field"
import { keepable } from "@/lib/text"

/** A field of a block: its own copy of the words keeps the cursor in place while the editor takes them over. */
export function KeptInput({ label, value, place, onWrite, long, hint, readOnly, maxLength, disabled }: KeptInputProps) {
  const [words, setWords] = useState(value)
  useEffect(() => setWords(value), [value])
  const given = { label, hint, readOnly, disabled, maxLength, value: words, "data-words": place }
  const onChange = (event: { target: { value: string } }) => {
    const written = keepable(event.target.value)
    setWords(written)
    onWrite(written)
  }
  return long ? <TextArea {...given} rows={2} onChange={onChange} /> : <TextField {...given} onChange={onChange} />
}

type KeptInputProps = {
  label: string
  value: string
  /** which of the block's words they are, for who looks for words (fields-of.ts) */
  place: string
  onWrite: (words: string) => void
  long?: boolean
  hint?: string
  readOnly?: boolean
  disabled?: boolean
  maxLength: number
}
