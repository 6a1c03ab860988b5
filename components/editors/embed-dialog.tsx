"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import { PROVIDERS, readEmbedAddress } from "@/lib/blocks/providers"
import styles from "./forms.module.css"
import type { Held } from "./held"

/** Something that stands elsewhere: its address says what it is. */
export function EmbedDialog({ onClose, onEmbed }: EmbedDialogProps) {
  const [problem, setProblem] = useState("")
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = readEmbedAddress(String(form.get("address") ?? "").trim())
    if (!read) return setProblem(`This is no address of ${NAMES} that we can read.`)
    const title = String(form.get("title") ?? "").trim()
    onEmbed({ ...read, ...(title && { title }) })
  }
  return (
    <Dialog title="An embed" onClose={onClose}>
      <form onSubmit={send} className={styles.form} noValidate>
        <TextField
          label="Address"
          name="address"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          problem={problem}
          hint={`As the browser shows it: ${NAMES}.`}
        />
        <TextField label="What there is to see" name="title" maxLength={1_000} />
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong">
            Add embed
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

const NAMES = Object.values(PROVIDERS)
  .map(({ name }) => name)
  .join(", ")

type EmbedDialogProps = { onClose: () => void; onEmbed: (embed: Held<"embed">) => void }
