"use client"

import { createContext } from "react"
import type { Problem, RelatedLine, StoryFound } from "./doors"

/** The stories that this body's cards show, with their words, and the way to find others. */
export const KnownStories = createContext<{
  known: readonly RelatedLine[]
  learn: (line: RelatedLine) => void
  search: (q: string) => Promise<{ found: StoryFound[] } | Problem>
}>({ known: [], learn: () => undefined, search: async () => ({ found: [] }) })
