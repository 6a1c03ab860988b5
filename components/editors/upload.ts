import { z } from "zod"
import type { PictureSize } from "@/lib/pictures/pictures"

export type PictureFields = { caption: string; credit: string; alt: string; decorative: boolean }

const stored = z.object({
  id: z.string(),
  width: z.number(),
  height: z.number(),
  widths: z.array(z.number()),
})
const refusal = z.object({ detail: z.string().optional(), title: z.string().optional() })

/** Sends a picture to the newsroom's own API; a refusal is a sentence. */
export async function uploadPicture(
  file: File,
  words: PictureFields,
): Promise<{ picture: PictureSize } | { refused: string }> {
  const form = new FormData()
  form.set("file", file)
  form.set("caption", words.caption)
  form.set("credit", words.credit)
  if (words.decorative) form.set("decorative", "true")
  else form.set("alt", words.alt)
  try {
    const answer = await fetch("/api/v1/pictures", { method: "POST", body: form })
    const said: unknown = await answer.json().catch(() => ({}))
    if (answer.ok) return { picture: stored.parse(said) }
    const { detail, title } = refusal.catch({}).parse(said)
    return { refused: detail ?? title ?? "The picture was not taken. Try again, or try another file." }
  } catch {
    return { refused: "The server cannot be reached. The picture is not uploaded; try again in a moment." }
  }
}
