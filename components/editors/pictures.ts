"use client"

import { createContext } from "react"
import type { PictureSize } from "@/lib/pictures/pictures"

/** The pictures that this story's body shows, by id; one that was just uploaded is learned. */
export const Pictures = createContext<{
  known: Readonly<Record<string, PictureSize>>
  learn: (picture: PictureSize) => void
}>({ known: {}, learn: () => undefined })
