"use client"

import { createContext } from "react"
import type { PictureSize } from "@/lib/pictures/pictures"
import type { PictureFields } from "./upload"

/** `bar`: why this story may not show it. */
export type KnownPicture = PictureSize & { bar?: string | undefined }

/** The pictures that this story's body shows, by id; one that was just uploaded is learned. */
export const Pictures = createContext<{
  known: Readonly<Record<string, KnownPicture>>
  learn: (picture: PictureSize) => void
  /** the section that the story is in: some pictures are for others only */
  section: string
  /** files that were pasted or dropped and wait for their words, by the block that keeps their place */
  waiting: ReadonlyMap<string, File>
}>({ known: {}, learn: () => undefined, section: "", waiting: new Map() })

export type PictureDialogProps = {
  words: PictureFields
  /** begins in the library */
  library?: boolean
  /** a picture that was pasted or dropped: its file is known, and its place in the text is kept */
  offered?: { file: File; title: string; onLeaveOut: () => void }
  onClose: () => void
  onPicture: (picture: PictureSize, words: PictureFields) => void
}
