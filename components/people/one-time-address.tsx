"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import styles from "./form.module.css"

/** Something that is shown now and never again, with a way to take it along. */
export function Secret({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className={styles.line}>
      <TextField label={label} value={value} readOnly onFocus={(event) => event.target.select()} />
      <Button onClick={copy}>Copy</Button>
      <span role="status" className="unseen">
        {copied ? "Copied" : ""}
      </span>
    </div>
  )
}

export function OneTimeAddress({ address }: { address: string }) {
  return (
    <div className={styles.form}>
      <Notice tone="good" role="status">
        Send them this address yourself. They choose a password there; it works once, for three days, and is not shown
        again.
      </Notice>
      <Secret label="One-time address" value={address} />
    </div>
  )
}
