"use client"

import { useEffect, useState } from "react"
import { type Found, findIn } from "@/lib/checks/findings"
import type { Known } from "@/lib/checks/known"
import type { StoryText } from "@/lib/story/story"

/** A pause of the writer's, in milliseconds: the checks look through the whole story, and never between a key and its letter. */
const PAUSE = 400

/** What the checks find in the text on the screen, a moment after it stopped changing. */
export function useFindings(text: StoryText, known: Known): readonly Found[] {
  const [findings, setFindings] = useState(() => findIn(text, known))
  useEffect(() => {
    const timer = setTimeout(() => setFindings(findIn(text, known)), PAUSE)
    return () => clearTimeout(timer)
  }, [text, known])
  return findings
}
