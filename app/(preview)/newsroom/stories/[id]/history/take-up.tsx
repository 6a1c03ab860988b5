"use client"

import { useActionState } from "react"
import { takeUpEarlier } from "./actions"

type Props = { id: string; revision: number; name: string }

/** Makes this text the draft. What is the draft now is kept, and can be taken up again in the same way. */
export function TakeUp({ id, revision, name }: Props) {
  const [said, act, busy] = useActionState(takeUpEarlier, "")
  return (
    <form action={act} className="compare">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="revision" value={revision} />
      <input type="hidden" name="name" value={name} />
      <button type="submit" disabled={busy}>
        Take it up as the draft
      </button>
      <p className="change-note">
        Readers see nothing of it before you publish it. The draft as it is now stays in this list.
      </p>
      {said && <p role="alert">{said}</p>}
    </form>
  )
}
