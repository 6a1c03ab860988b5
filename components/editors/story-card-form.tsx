"use client"

import type { NodeViewProps } from "@tiptap/react"
import { useContext, useRef } from "react"
import styles from "./body-editor.module.css"
import { FindStory } from "./find-story"
import { HeldFrame, useHeld } from "./held-view"
import { KnownStories } from "./known-stories"

/** A story card: which story it shows, and the way to choose another. */
export function StoryCardForm(props: NodeViewProps) {
  const { held, write, readOnly } = useHeld<"relatedStory">(props)
  const { known, learn, search } = useContext(KnownStories)
  const finder = useRef<HTMLInputElement>(null)
  const line = known.find((one) => "story" in one && one.story === held.storyId)
  return (
    <HeldFrame {...props}>
      <p className={styles.heldSays}>
        <strong>{line ? line.headline || "A story without a headline" : "This story does not exist any more."}</strong>
        {line && "story" in line && !line.live && ` Not public (${line.status}): readers see no card.`}
      </p>
      {!readOnly && (
        <FindStory
          ref={finder}
          search={search}
          taken={new Set([`story ${held.storyId}`])}
          onAdd={({ id, headline, status, live }) => {
            learn({ story: id, headline, status, live })
            write({ storyId: id })
          }}
        />
      )}
    </HeldFrame>
  )
}
