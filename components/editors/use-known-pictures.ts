"use client"

import { useCallback, useMemo, useState } from "react"
import type { PictureSize } from "@/lib/pictures/pictures"
import type { KnownPicture } from "./pictures"

/** The story's pictures, those that were uploaded since, and files that wait for their words. */
export function useKnownPictures(given: Readonly<Record<string, KnownPicture>>, section: string) {
  const [learned, setLearned] = useState<Readonly<Record<string, KnownPicture>>>({})
  const learn = useCallback(
    (picture: PictureSize) => setLearned((before) => ({ ...before, [picture.id]: picture })),
    [],
  )
  const [waiting, setWaiting] = useState<ReadonlyMap<string, File>>(new Map())
  const wait = useCallback((files: ReadonlyMap<string, File>) => setWaiting((all) => new Map([...all, ...files])), [])
  return useMemo(
    () => ({ known: { ...given, ...learned }, learn, section, waiting, wait }),
    [given, learned, learn, section, waiting, wait],
  )
}
