"use client"

import { useCallback, useMemo, useState } from "react"
import type { PictureSize } from "@/lib/pictures/pictures"

/** The story's pictures, and those that were uploaded since. */
export function useKnownPictures(given: Readonly<Record<string, PictureSize>>) {
  const [learned, setLearned] = useState<Readonly<Record<string, PictureSize>>>({})
  const learn = useCallback(
    (picture: PictureSize) => setLearned((before) => ({ ...before, [picture.id]: picture })),
    [],
  )
  return useMemo(() => ({ known: { ...given, ...learned }, learn }), [given, learned, learn])
}
