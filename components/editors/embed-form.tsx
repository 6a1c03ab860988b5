"use client"

import type { NodeViewProps } from "@tiptap/react"
import { useState } from "react"
import { TextField } from "@/components/ui/field"
import { itemOf } from "@/lib/blocks/embed"
import { addressOfEmbed, PROVIDERS, readEmbedAddress } from "@/lib/blocks/providers"
import styles from "./body-editor.module.css"
import { HeldFrame, useHeld } from "./held-view"
import { KeptInput } from "./kept-input"
import { PosterField } from "./poster-field"

/** An embed: its address as people copy it, and what readers are told before they go there. */
export function EmbedForm(props: NodeViewProps) {
  const { held, write, readOnly } = useHeld<"embed">(props)
  const address = addressOfEmbed(held.provider, itemOf({ id: String(props.node.attrs.id), item: held.item }))
  const [typed, setTyped] = useState(address)
  const problem = readEmbedAddress(typed) ? undefined : NOT_KNOWN
  return (
    <HeldFrame {...props}>
      <p className={styles.heldSays}>
        {PROVIDERS[held.provider].thing} on {PROVIDERS[held.provider].name}. Readers see a link; nothing is loaded
        before they follow it.
      </p>
      <TextField
        label="Address"
        inputMode="url"
        spellCheck={false}
        value={typed}
        readOnly={readOnly}
        {...(problem && { problem })}
        onChange={(event) => {
          setTyped(event.target.value)
          const read = readEmbedAddress(event.target.value.trim())
          // Until it is an address of something, the one before it stays.
          if (read) write(read)
        }}
      />
      <KeptInput
        label="What there is to see"
        place="title"
        value={held.title ?? ""}
        readOnly={readOnly}
        maxLength={1_000}
        onWrite={(title) => write({ title: title || undefined })}
      />
      <PosterField held={held} readOnly={readOnly} write={write} />
    </HeldFrame>
  )
}

const NOT_KNOWN = `This is no address of ${Object.values(PROVIDERS)
  .map(({ name }) => name)
  .join(", ")} that we can read. The one before it is kept.`
