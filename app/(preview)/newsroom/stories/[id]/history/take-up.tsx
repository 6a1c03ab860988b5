"use client"

import { type ReactNode, useActionState } from "react"
import { takeUpEarlier } from "./actions"

type Props = { id: string; revision: number; name: string; label: string; children?: ReactNode }

/** Makes this text the draft. What is the draft now is kept, and can be taken up again in the same way. */
export function TakeUp({ id, revision, name, label, children }: Props) {
  const [said, act, busy] = useActionState(takeUpEarlier, "")
  return (
    <form action={act} className="compare">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="name" value={name} />
      <button type="submit" aria-disabled={busy || undefined}>
        {label}
      </button>
      {children && <p className="change-note">{children}</p>}
      {said && <p role="alert">{said}</p>}
    </form>
  )
}
