import { z } from "zod"
import { type FocalPoint, focalPoint } from "@/lib/pictures/crops"
import { type PictureSize, pictureSize } from "@/lib/pictures/pictures"

export type PictureFields = { caption: string; credit: string; alt: string; decorative: boolean }
/** What the picture itself keeps, wherever it is shown. */
export type PictureMatters = FocalPoint & { rights: string }

const refusal = z.object({ detail: z.string().optional(), title: z.string().optional() })

/** What was left open is taken from the file, where that says it. */
const takenOver = z.object({ caption: z.string(), credit: z.string() })

/** Sends a picture to the newsroom's own API; a refusal is a sentence. */
export async function uploadPicture(
  file: File,
  words: PictureFields,
  { rights, focalX, focalY }: PictureMatters,
): Promise<{ picture: PictureSize; words: z.infer<typeof takenOver> } | { refused: string }> {
  const form = new FormData()
  form.set("file", file)
  form.set("caption", words.caption)
  form.set("credit", words.credit)
  form.set("rights", rights)
  form.set("focalX", focalX.toFixed(2))
  form.set("focalY", focalY.toFixed(2))
  if (words.decorative) form.set("decorative", "true")
  else form.set("alt", words.alt)
  const said = await ask("/api/v1/pictures", { method: "POST", body: form })
  if ("answer" in said) return { picture: pictureSize.parse(said.answer), words: takenOver.parse(said.answer) }
  return { refused: said.refused ?? "The picture was not taken. Try again, or try another file." }
}

/** Where a picture's focal point is. */
export async function findFocalPoint(id: string): Promise<{ point: FocalPoint } | { refused: string }> {
  const said = await ask(`/api/v1/pictures/${id}`, {})
  if ("answer" in said) return { point: focalPoint.parse(z.object(focalPoint.shape).parse(said.answer)) }
  return { refused: said.refused ?? "The picture cannot be found. Load the page again." }
}

/** Moves it, for every page that shows the picture. */
export async function moveFocalPoint(id: string, point: FocalPoint): Promise<{ done: true } | { refused: string }> {
  const headers = { "content-type": "application/json" }
  const said = await ask(`/api/v1/pictures/${id}`, { method: "PATCH", headers, body: JSON.stringify(point) })
  return "answer" in said ? { done: true } : { refused: said.refused ?? "The focal point was not moved. Try again." }
}

/** Asks the API; a refusal is a sentence, where there is one. */
export async function ask(address: string, options: RequestInit): Promise<{ answer: unknown } | { refused?: string }> {
  try {
    const answer = await fetch(address, options)
    const said: unknown = await answer.json().catch(() => ({}))
    if (answer.ok) return { answer: said }
    const { detail, title } = refusal.catch({}).parse(said)
    const refused = detail ?? title
    return refused ? { refused } : {}
  } catch {
    return { refused: "The server cannot be reached. Nothing is lost here; try again in a moment." }
  }
}
