"use client"

import { Plus } from "lucide-react"
import { useActionState } from "react"
import { Button } from "@/components/ui/button"
import styles from "./newslist.module.css"

/** Starts a draft and opens it; why not, it says beside the button. */
export function NewStory({ start }: { start: () => Promise<{ problem: string }> }) {
  const [answer, act, busy] = useActionState(start, null)
  return (
    <form action={act} className={styles.start}>
      {answer && <p role="alert">{answer.problem}</p>}
      <Button type="submit" look="strong" aria-disabled={busy || undefined}>
        <Plus size={16} aria-hidden />
        New story
      </Button>
    </form>
  )
}
