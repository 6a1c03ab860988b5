"use client"

import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import { DialogButtons } from "@/components/ui/dialog"
import { Select, TextField } from "@/components/ui/field"
import { KeptForm } from "@/components/ui/kept-form"
import { Notice } from "@/components/ui/notice"
import { problemOf, refusalIn } from "@/lib/form-answer"
import { ROLES } from "@/lib/people/people"
import { type Answer, type Ask, ROLE_WORDS } from "./ask"
import styles from "./form.module.css"
import { OneTimeAddress } from "./one-time-address"

export function AddPerson({ add, onClose }: { add: Ask; onClose: () => void }) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(add, null)
  if (answer && "address" in answer)
    return (
      <>
        <OneTimeAddress address={String(answer.address)} />
        <DialogButtons>
          <Button look="strong" onClick={onClose}>
            Done
          </Button>
        </DialogButtons>
      </>
    )
  const refusal = refusalIn(answer)
  return (
    <KeptForm action={submit} answer={answer} className={styles.form}>
      {refusal && (
        <Notice tone="problem" role="alert">
          {refusal}
        </Notice>
      )}
      <TextField
        label="Name"
        name="name"
        required
        maxLength={200}
        hint="As it stands under a story."
        problem={problemOf(answer, "name")}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        required
        maxLength={320}
        autoComplete="off"
        problem={problemOf(answer, "email")}
      />
      <Select label="Role" name="role" defaultValue="reporter" problem={problemOf(answer, "role")}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {ROLE_WORDS[role]}
          </option>
        ))}
      </Select>
      <DialogButtons>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="strong" disabled={pending}>
          {pending ? "Adding…" : "Add person"}
        </Button>
      </DialogButtons>
    </KeptForm>
  )
}
