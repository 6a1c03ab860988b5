"use client"

import { type ChangeEvent, type FormEvent, useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { Checkbox, TextArea, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { MIDDLE } from "@/lib/pictures/crops"
import type { PictureSize } from "@/lib/pictures/pictures"
import { FocalPointField } from "./focal-point-field"
import styles from "./forms.module.css"
import { type PictureFields, uploadPicture } from "./upload"

/** A picture from this computer, with its words: described before it is taken, so that none is forgotten. */
export function PictureDialog({ words, onClose, onPicture }: PictureDialogProps) {
  const [decorative, setDecorative] = useState(words.decorative)
  const [problem, setProblem] = useState("")
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState("")
  const [point, setPoint] = useState(MIDDLE)
  useEffect(() => () => URL.revokeObjectURL(shown), [shown])
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    setShown(file ? URL.createObjectURL(file) : "")
    setPoint(MIDDLE)
  }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get("file")
    const text = (name: string) => String(form.get(name) ?? "").trim()
    const fields = { caption: text("caption"), credit: text("credit"), alt: decorative ? "" : text("alt"), decorative }
    if (!(file instanceof File) || file.size === 0) return setProblem("Choose a picture: a JPEG, PNG or WebP file.")
    if (!decorative && !fields.alt) return setProblem("Describe what the picture shows, or mark it as decorative.")
    setBusy(true)
    const answer = await uploadPicture(file, fields, { ...point, rights: text("rights") })
    setBusy(false)
    if ("refused" in answer) return setProblem(answer.refused)
    onPicture(answer.picture, fields)
  }
  return (
    <Dialog title="A picture" onClose={onClose}>
      <form onSubmit={send} className={styles.form}>
        <TextField
          label="File"
          type="file"
          name="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={choose}
          hint="JPEG, PNG or WebP, 25 MB at most."
        />
        {shown && <FocalPointField address={shown} point={point} onMove={setPoint} />}
        <TextArea
          label="Alternative text"
          name="alt"
          rows={2}
          maxLength={2_000}
          defaultValue={words.alt}
          disabled={decorative}
          hint="What the picture shows, for readers who do not see it."
        />
        <Checkbox
          label="Decorative: there is nothing to describe"
          checked={decorative}
          onChange={(event) => setDecorative(event.target.checked)}
        />
        <TextArea label="Caption" name="caption" rows={2} maxLength={5_000} defaultValue={words.caption} />
        <TextField label="Credit" name="credit" maxLength={1_000} defaultValue={words.credit} />
        <TextField
          label="Usage rights"
          name="rights"
          maxLength={1_000}
          hint="What the picture may be used for. Written into its files, with the credit."
        />
        {problem && (
          <Notice tone="problem" role="alert">
            {problem}
          </Notice>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong" disabled={busy}>
            {busy ? "Uploading…" : "Add picture"}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

type PictureDialogProps = {
  words: PictureFields
  onClose: () => void
  onPicture: (picture: PictureSize, words: PictureFields) => void
}
