"use client"

import { useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"
import { Outcome } from "@/components/ui/outcome"
import { problemOf } from "@/lib/form-answer"
import type { Answer, Ask } from "./ask"
import styles from "./form.module.css"

type Line = { slug: string; name: string; relatedMost: number }

/** How far "Related news" is filled up below the stories of each section. */
export function FilledUp({ sections, most, save }: { sections: readonly Line[]; most: number; save: Ask }) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(save, null)
  const [slug, setSlug] = useState(sections[0]?.slug ?? "")
  const section = sections.find((one) => one.slug === slug)
  if (!section) return <p className={styles.soft}>There is no section yet.</p>
  return (
    <form action={submit} className={styles.form}>
      <Select label="Below stories of" name="slug" value={slug} onChange={(event) => setSlug(event.target.value)}>
        {sections.map((one) => (
          <option key={one.slug} value={one.slug}>
            {one.name}, {inShort(one.relatedMost)}
          </option>
        ))}
      </Select>
      <Select
        key={`${slug} ${section.relatedMost}`}
        label="Related news holds"
        name="most"
        defaultValue={section.relatedMost}
        problem={problemOf(answer, "most")}
      >
        {Array.from({ length: most + 1 }, (_, number) => most - number).map((number) => (
          <option key={number} value={number}>
            {inShort(number)}
          </option>
        ))}
      </Select>
      <Outcome answer={answer} />
      <Button type="submit" disabled={pending}>
        Save
      </Button>
    </form>
  )
}

const inShort = (most: number) =>
  most === 0 ? "the editors’ picks only" : most === 1 ? "up to 1 story" : `up to ${most} stories`
