"use client"

import { useActionState } from "react"
import type { Answer, Ask } from "@/components/people/ask"
import styles from "@/components/people/form.module.css"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { Outcome } from "@/components/ui/outcome"
import { problemOf } from "@/lib/form-answer"

/** After how many days links to a page that is gone are taken off. */
export function GoneDays({ days, save }: { days: number; save: Ask }) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(save, null)
  const problem = problemOf(answer, "days")
  return (
    <form action={submit} className={styles.form}>
      <Outcome answer={answer} />
      <TextField
        key={days}
        label="Days until links to a page that is gone are taken off"
        name="days"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        size={4}
        defaultValue={days}
        hint="0 is never."
        {...(problem && { problem })}
      />
      <div className={styles.buttons}>
        <Button type="submit" disabled={pending}>
          Save
        </Button>
      </div>
    </form>
  )
}
