"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Story, StoryText } from "@/lib/story/story"
import { KeysDialog, PreviewLinks, PreviewPanel } from "./dialogs"
import type { KnownPicture } from "./pictures"
import styles from "./story-screen.module.css"
import { useParts } from "./use-parts"

type Given = {
  story: Story
  text: StoryText
  writable: boolean
  paperName: string
  pictures: Readonly<Record<string, KnownPicture>>
  /** is the preview shown beside the text? */
  beside: boolean
  onBeside: (beside: boolean) => void
}

/** What looks at the text without changing it: the preview, its links for others, and the keys that there are. */
export function BesideTheText({ story, text, writable, paperName, pictures, beside, onBeside }: Given) {
  const [showing, setShowing] = useState(false)
  const [helping, setHelping] = useState(false)
  useParts(() => setHelping(true))
  return (
    <>
      <div className={styles.toggle}>
        <Button small aria-pressed={beside} onClick={() => onBeside(!beside)}>
          Preview beside the text
        </Button>
        {writable && (
          <Button small onClick={() => setShowing(true)}>
            Show it to others
          </Button>
        )}
        <Button
          small
          look="quiet"
          aria-label="Keys"
          title="Keys (Ctrl+/)"
          aria-keyshortcuts="Control+/"
          onClick={() => setHelping(true)}
        >
          ?
        </Button>
      </div>
      {helping && <KeysDialog onClose={() => setHelping(false)} />}
      {showing && <PreviewLinks storyId={story.id} onClose={() => setShowing(false)} />}
      {beside && <PreviewPanel {...{ text, paperName, pictures }} storyId={story.id} revision={story.revision} />}
    </>
  )
}
