"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import type { Doors } from "./doors"
import { sentenceOf } from "./doors"
import styles from "./forms.module.css"

type Link = { link: string; url: string; headline: string; source: string }

/** A page elsewhere: its address, what it is called, and whose it is. */
export function OutsideLinkDialog({ title, present, send, onClose, onLink }: OutsideLinkDialogProps) {
  const [problem, setProblem] = useState<{ sentence: string; fields: Record<string, string> } | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? "").trim()
    setBusy(true)
    const answer = await send({ url: text("url"), headline: text("headline"), source: text("source") }).catch(
      () => null,
    )
    setBusy(false)
    if (!answer) return setProblem({ sentence: "The server cannot be reached. Try again in a moment.", fields: {} })
    if ("link" in answer) return onLink({ ...answer.link, link: answer.link.id })
    const fields = "problem" in answer ? answer.problem.fields : answer.fields
    setProblem({ sentence: sentenceOf(answer), fields: fields ?? {} })
  }
  const elsewhere = problem && !["url", "headline", "source"].some((name) => problem.fields[name])
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} className={styles.form} noValidate>
        <TextField
          label="Address"
          name="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          defaultValue={present?.url}
          problem={problem?.fields.url}
        />
        <TextField
          label="Headline"
          name="headline"
          autoComplete="off"
          maxLength={500}
          defaultValue={present?.headline}
          problem={problem?.fields.headline}
        />
        <TextField
          label="Source"
          name="source"
          autoComplete="off"
          maxLength={200}
          hint="Whose page it is, as readers will see it."
          defaultValue={present?.source}
          problem={problem?.fields.source}
        />
        {elsewhere && (
          <Notice tone="problem" role="alert">
            {problem.sentence}
          </Notice>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" disabled={busy}>
            {present ? "Save" : "Add"}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

type OutsideLinkDialogProps = {
  title: string
  present?: Link
  send: Doors["addLink"]
  onClose: () => void
  onLink: (link: Link) => void
}
