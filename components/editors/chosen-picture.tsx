"use client"

import { type FormEvent, useEffect, useRef, useState } from "react"
import { AltFields, altIn } from "@/components/pictures/alt-fields"
import { Button } from "@/components/ui/button"
import { DialogButtons } from "@/components/ui/dialog"
import { TextArea, TextField } from "@/components/ui/field"
import { type PictureChoice, wordsIn } from "@/lib/pictures/choice"
import { pictureAddress } from "@/lib/pictures/pictures"
import styles from "./forms.module.css"
import type { PictureFields } from "./upload"

type Props = {
  picture: PictureChoice
  words: PictureFields
  onBack: () => void
  onUse: (words: PictureFields) => void
}

/** A picture of the library that a story is about to show, with the words that the story gives it. */
export function ChosenPicture({ picture, words, onBack, onUse }: Props) {
  const [problem, setProblem] = useState("")
  const form = useRef<HTMLFormElement>(null)
  const { caption, credit, alt, decorative } = wordsIn(picture, words)
  const described = alt !== "" || decorative
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(described ? "[type=submit]" : "textarea")?.focus()
  }, [described])
  const use = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? "").trim()
    const said = altIn(given)
    if (!said.alt && !said.decorative) {
      setProblem("Describe what the picture shows, or mark it as decorative.")
      return form.current?.querySelector("textarea")?.focus()
    }
    onUse({ caption: text("caption"), credit: text("credit"), ...said })
  }
  return (
    <form ref={form} onSubmit={use} className={styles.form}>
      <div className={styles.chosen}>
        {/* biome-ignore lint/performance/noImgElement: our own renditions, sized by ourselves */}
        <img
          src={pictureAddress(picture.id, Math.min(...picture.widths), "webp")}
          alt=""
          width={picture.width}
          height={picture.height}
        />
        <div>
          <p>{picture.name}</p>
          {picture.terms.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
      <AltFields alt={alt} decorative={decorative} problem={problem} />
      <TextArea label="Caption" name="caption" rows={2} maxLength={5_000} defaultValue={caption} />
      <TextField label="Credit" name="credit" maxLength={1_000} defaultValue={credit} />
      <DialogButtons>
        <Button onClick={onBack}>Choose another</Button>
        <Button type="submit" look="strong">
          Use picture
        </Button>
      </DialogButtons>
    </form>
  )
}
