"use client"

import { type ChangeEvent, type FormEvent, useEffect, useState } from "react"
import { AltFields, altIn } from "@/components/pictures/alt-fields"
import { Button } from "@/components/ui/button"
import { DialogButtons } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { MIDDLE } from "@/lib/pictures/crops"
import { FocalPointField } from "./focal-point-field"
import styles from "./forms.module.css"
import type { PictureDialogProps } from "./pictures"
import { uploadPicture } from "./upload"

type Props = Pick<PictureDialogProps, "words" | "offered" | "onClose" | "onPicture">

/** A picture from this computer, with its words: described before it is taken, so that none is forgotten. */
export function PictureUpload({ words, offered, onClose, onPicture }: Props) {
  const [problem, setProblem] = useState("")
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState("")
  const [point, setPoint] = useState(MIDDLE)
  const given = offered?.file
  useEffect(() => {
    if (given) setShown(URL.createObjectURL(given))
  }, [given])
  useEffect(() => () => URL.revokeObjectURL(shown), [shown])
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    setShown(file ? URL.createObjectURL(file) : "")
    setPoint(MIDDLE)
  }
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = given ?? form.get("file")
    const text = (name: string) => String(form.get(name) ?? "").trim()
    const fields = { caption: text("caption"), credit: text("credit"), ...altIn(form) }
    if (!(file instanceof File) || file.size === 0) return setProblem("Choose a picture: a JPEG, PNG or WebP file.")
    if (!fields.decorative && !fields.alt)
      return setProblem("Describe what the picture shows, or mark it as decorative.")
    setBusy(true)
    const answer = await uploadPicture(file, fields, { ...point, rights: text("rights") })
    setBusy(false)
    if ("refused" in answer) return setProblem(answer.refused)
    onPicture(answer.picture, { ...fields, ...answer.words })
  }
  return (
    <form onSubmit={send} className={styles.form}>
      {offered ? (
        <p>Say what it shows and who made it: then it is uploaded.</p>
      ) : (
        <TextField
          label="File"
          type="file"
          name="file"
          accept="image/jpeg,image/png,image/webp"
          onChange={choose}
          hint="JPEG, PNG or WebP, 25 MB at most. Caption and credit that you leave open are read from the file."
        />
      )}
      {shown && <FocalPointField address={shown} point={point} onMove={setPoint} />}
      <AltFields alt={words.alt} decorative={words.decorative} />
      <TextArea label="Caption" name="caption" rows={2} maxLength={5_000} defaultValue={words.caption} />
      <TextField
        label="Credit"
        name="credit"
        maxLength={1_000}
        defaultValue={words.credit}
        hint={offered ? "Who made it, and for whom. Ask before you publish what you only found." : undefined}
      />
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
        {offered && (
          <Button look="quiet" onClick={offered.onLeaveOut}>
            Leave it out
          </Button>
        )}
        <Button onClick={onClose}>{offered ? "Later" : "Cancel"}</Button>
        <Button type="submit" look="strong" disabled={busy}>
          {busy ? "Uploading…" : "Add picture"}
        </Button>
      </DialogButtons>
    </form>
  )
}
