"use client"

import { type FormEvent, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { UNREACHED } from "@/lib/form-answer"
import type { AddLink, ReadLink, StoryLine } from "./doors"
import { sentenceOf } from "./doors"
import styles from "./forms.module.css"

type Link = { link: string; url: string; headline: string; source: string }

/** A page elsewhere: its address, what it is called, and whose it is. */
export function OutsideLinkDialog({ title, present, send, read, onClose, onLink, onStory }: OutsideLinkDialogProps) {
  const [problem, setProblem] = useState<{ sentence: string; fields: Record<string, string> } | null>(null)
  const [busy, setBusy] = useState(false)
  const { said, look } = useReading(read)
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
    if (!answer) return setProblem({ sentence: UNREACHED, fields: {} })
    if ("link" in answer) return onLink({ ...answer.link, link: answer.link.id })
    if ("story" in answer) return onStory?.(answer.story)
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
          onBlur={(event) => look(event.currentTarget)}
          problem={problem?.fields.url}
        />
        {read && (
          <p role="status" className={styles.said}>
            {said}
          </p>
        )}
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

/** Once an address is written, its page is asked what it is called and whose it is. What somebody wrote stays, whatever comes of it. */
function useReading(read: ReadLink | undefined) {
  const [said, setSaid] = useState("")
  const asked = useRef("")
  const look = async (field: HTMLInputElement) => {
    const url = field.value.trim()
    const { form } = field
    if (!read || !form || url === asked.current || !/^https?:\/\/[^\s/]+\.\S/i.test(url)) return
    const empty = () => NAMES.filter((name) => !fieldOf(form, name)?.value.trim())
    if (!empty().length) return
    asked.current = url
    setSaid("Reading the page for its headline and source… You can go on meanwhile.")
    const answer = await read({ url }).catch(() => null)
    if (asked.current !== url) return
    if (!answer || !("read" in answer)) {
      // Leaving the field once more is trying again.
      asked.current = ""
      return setSaid(answer ? sentenceOf(answer) : UNREAD)
    }
    for (const name of empty()) fill(fieldOf(form, name), answer.read[name])
    setSaid("What was empty is filled in from the page. Change it as you like.")
  }
  return { said, look }
}

const UNREAD = "The page could not be read. Write the headline and the source yourself."
const NAMES = ["headline", "source"] as const

function fieldOf(form: HTMLFormElement, name: string) {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field : null
}

/** Whoever is about to write there writes over it. */
function fill(field: HTMLInputElement | null, words: string) {
  if (!field) return
  field.value = words.slice(0, field.maxLength)
  if (document.activeElement === field) field.select()
}

type OutsideLinkDialogProps = {
  title: string
  present?: Link
  send: AddLink
  /** asks a page what it is called; without it nothing is filled in */
  read?: ReadLink
  onClose: () => void
  onLink: (link: Link) => void
  /** its address is that of a story of the paper, which stands for itself */
  onStory?: (story: StoryLine) => void
}
