"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { TextArea, TextField } from "@/components/ui/field"
import styles from "./packages.module.css"

type Words = { name: string; lead: string }

/** What a package is called, and what it is about. */
export function PackageWords({ save, ...saved }: Words & { save: (words: Words) => Promise<unknown> }) {
  const [{ name, lead }, setWords] = useState<Words>(saved)
  return (
    <form
      className={styles.form}
      aria-label="Name and description"
      onSubmit={(event) => {
        event.preventDefault()
        void save({ name, lead })
      }}
    >
      <TextField
        label="Name"
        required
        maxLength={80}
        value={name}
        onChange={({ target }) => setWords({ name: target.value, lead })}
      />
      <TextArea
        label="What it is about, for readers"
        maxLength={500}
        value={lead}
        onChange={({ target }) => setWords({ name, lead: target.value })}
      />
      <p>
        <Button type="submit" disabled={name === saved.name && lead === saved.lead}>
          Save
        </Button>
      </p>
    </form>
  )
}
