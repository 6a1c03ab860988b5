"use client"

import { useState } from "react"
import { Checkbox, TextArea } from "@/components/ui/field"

type Props = { alt: string; decorative: boolean; problem?: string | undefined }

/** What a picture shows, or that there is nothing to describe: one of the two (WCAG 2.2, 1.1.1). Read it with `altIn`. */
export function AltFields({ alt, decorative: given, problem }: Props) {
  const [decorative, setDecorative] = useState(given)
  return (
    <>
      <TextArea
        label="Alternative text"
        name="alt"
        rows={2}
        maxLength={2_000}
        defaultValue={alt}
        disabled={decorative}
        hint="What the picture shows, for readers who do not see it."
        {...(problem && { problem })}
      />
      <Checkbox
        label="Decorative: there is nothing to describe"
        name="decorative"
        checked={decorative}
        onChange={({ target }) => setDecorative(target.checked)}
      />
    </>
  )
}

/** What a form with these fields says. */
export function altIn(form: FormData): { alt: string; decorative: boolean } {
  const decorative = form.has("decorative")
  return { alt: decorative ? "" : String(form.get("alt") ?? "").trim(), decorative }
}
