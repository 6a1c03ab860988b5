"use client"

import type { FormEvent } from "react"
import { Button } from "@/components/ui/button"
import { TextArea, TextField } from "@/components/ui/field"
import { Outcome } from "@/components/ui/outcome"
import { problemOf } from "@/lib/form-answer"
import type { Metadata } from "@/lib/pictures/metadata"
import { AltFields, altIn } from "./alt-fields"
import type { Answer, Ask } from "./ask"
import styles from "./pictures.module.css"
import { useSave } from "./use-save"

type Words = Metadata & { decorative: boolean }

/** What is said of a picture: read from its file when it came, and the newsroom's to change. */
export function WordsForm({ id, words, save }: { id: string; words: Words; save: Ask }) {
  const { answer, busy, send } = useSave(save)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? "").trim()
    const names = ["caption", "credit", "creator", "copyright", "rights", "instructions", "taken", "city", "country"]
    const keywords = text("keywords")
      .split(",")
      .flatMap((word) => word.trim() || [])
    const lines = Object.fromEntries(names.map((name) => [name, text(name)]))
    void send({ id, ...lines, ...altIn(form), keywords })
  }
  const line = (label: string, name: Exclude<keyof Words, "decorative" | "keywords">, max: number) => (
    <TextField label={label} name={name} maxLength={max} defaultValue={words[name]} {...problem(answer, name)} />
  )
  return (
    <form onSubmit={submit} className={styles.form}>
      <AltFields alt={words.alt} decorative={words.decorative} {...problem(answer, "alt")} />
      <TextArea label="Caption" name="caption" rows={3} maxLength={5_000} defaultValue={words.caption} />
      {line("Credit", "credit", 1_000)}
      <div className={styles.pair}>
        {line("Creator", "creator", 1_000)}
        {line("Copyright", "copyright", 1_000)}
      </div>
      {line("Usage rights", "rights", 1_000)}
      <TextArea
        label="Instructions of the agency"
        name="instructions"
        rows={2}
        maxLength={2_000}
        defaultValue={words.instructions}
      />
      <div className={styles.pair}>
        {line("Taken", "taken", 40)}
        {line("City", "city", 200)}
        {line("Country", "country", 200)}
      </div>
      <TextField
        label="Keywords"
        name="keywords"
        defaultValue={words.keywords.join(", ")}
        hint="With commas between them."
        {...problem(answer, "keywords")}
      />
      <Outcome answer={answer} />
      <div>
        <Button type="submit" look="strong" disabled={busy}>
          {busy ? "Saving…" : "Save words"}
        </Button>
      </div>
    </form>
  )
}

function problem(answer: Answer, field: string) {
  const sentence = problemOf(answer, field)
  return sentence ? { problem: sentence } : {}
}
