"use client"

import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import { address } from "@/lib/address"
import styles from "./forms.module.css"

/** Where the chosen words lead. An empty address takes the link away. */
export function LinkDialog({ href, onClose, onLink }: LinkDialogProps) {
  const [problem, setProblem] = useState("")
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget).get("address") ?? "").trim()
    if (!given) return onLink(null)
    const whole = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(given) ? `https://${given}` : given
    const parsed = address.safeParse(whole)
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message ?? "This is not an address.")
    onLink(parsed.data)
  }
  return (
    <Dialog title="A link" onClose={onClose}>
      <form onSubmit={send} className={styles.form} noValidate>
        <TextField
          label="Address"
          name="address"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          defaultValue={href}
          problem={problem}
          hint="https://…, mailto:… or a path of this site, such as /world"
        />
        <DialogButtons>
          {href && (
            <Button look="quiet" onClick={() => onLink(null)}>
              Remove link
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="strong">
            Set link
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

type LinkDialogProps = { href: string; onClose: () => void; onLink: (href: string | null) => void }
