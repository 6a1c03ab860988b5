"use client"

import { useRouter } from "next/navigation"
import { type FormEvent, useState } from "react"
import { z } from "zod"
import { ask } from "@/components/editors/upload"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { Outcome } from "@/components/ui/outcome"
import { pictureScreen } from "@/lib/pictures/library"
import type { Answer } from "./ask"
import styles from "./pictures.module.css"

const replaced = z.object({ id: z.string() })

/** A new file in the place of a picture, wherever it is shown. */
export function ReplaceForm({ id, uses }: { id: string; uses: number }) {
  const router = useRouter()
  const [answer, setAnswer] = useState<Answer>(null)
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get("file")
    if (!(file instanceof File) || !file.size)
      return setAnswer({ refused: "Choose a picture: a JPEG, PNG or WebP file." })
    setBusy(true)
    const said = await ask(`/api/v1/pictures/${id}/replacement`, { method: "POST", body: form })
    setBusy(false)
    if ("answer" in said) router.push(pictureScreen(replaced.parse(said.answer).id))
    else setAnswer({ refused: said.refused ?? "The picture was not replaced. Try again, or try another file." })
  }
  return (
    <form onSubmit={send} className={styles.form}>
      <p className={styles.soft}>
        The new file is shown wherever this picture is, before readers too
        {uses > 0 && `: in ${uses} ${uses === 1 ? "story" : "stories"}`}. Captions and credits in stories stay as they
        are.
      </p>
      <TextField label="New file" type="file" name="file" accept="image/jpeg,image/png,image/webp" />
      <Outcome answer={answer} />
      <div>
        <Button type="submit" look="danger" disabled={busy}>
          {busy ? "Uploading…" : "Replace everywhere"}
        </Button>
      </div>
    </form>
  )
}
