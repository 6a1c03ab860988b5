"use client"

import type { NodeViewProps } from "@tiptap/react"
import { EmbedForm } from "./embed-form"
import { heldNode } from "./held"
import { HeldFrame, useHeld } from "./held-view"
import { KeptInput } from "./kept-input"
import { StoryCardForm } from "./story-card-form"
import { TableForm } from "./table-form"

export const PullQuote = heldNode("pullQuote", PullQuoteForm)
export const Embed = heldNode("embed", EmbedForm)
export const Table = heldNode("table", TableForm)
export const RelatedStory = heldNode("relatedStory", StoryCardForm)

function PullQuoteForm(props: NodeViewProps) {
  const { held, write, readOnly } = useHeld<"pullQuote">(props)
  return (
    <HeldFrame {...props}>
      <KeptInput
        label="Words to pull out"
        place="quote"
        long
        value={held.quote}
        readOnly={readOnly}
        maxLength={2_000}
        onWrite={(quote) => write({ quote })}
      />
      <KeptInput
        label="Speaker"
        place="speaker"
        value={held.speaker ?? ""}
        readOnly={readOnly}
        maxLength={500}
        onWrite={(speaker) => write({ speaker: speaker || undefined })}
      />
    </HeldFrame>
  )
}
