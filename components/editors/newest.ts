"use client"

import type { Story } from "@/lib/story/story"

/** The newest that this tab knows of each story. Back and Forward show a screen as it was rendered, which may be long ago. */
const known = new Map<string, Story>()

/** Only in the browser: the server serves many people. */
export function remember(story: Story): void {
  if ((known.get(story.id)?.revision ?? 0) < story.revision) known.set(story.id, story)
}

export function newestOf(story: Story): Story {
  const other = known.get(story.id)
  return other && other.revision > story.revision ? other : story
}
