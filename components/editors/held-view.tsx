"use client"

import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { BLOCKS } from "@/lib/blocks/blocks"
import styles from "./body-editor.module.css"
import type { Held, HeldKind } from "./held"

/** The frame of a block that is one piece: its name, its fields, and the way to take it out. */
export function HeldFrame({ node, editor, selected, deleteNode, children }: NodeViewProps & { children: ReactNode }) {
  const { label } = BLOCKS[node.type.name as HeldKind]
  return (
    <NodeViewWrapper as="div" className={`${styles.held} ${selected ? styles.selected : ""}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would disable what it holds for some readers of the screen */}
      <div contentEditable={false} className={styles.heldInner} role="group" aria-label={label}>
        <p className={styles.heldName} data-drag-handle>
          {label}
        </p>
        {children}
        {editor.isEditable && (
          <div>
            <Button
              small
              look="quiet"
              onClick={() => {
                deleteNode()
                editor.commands.focus()
              }}
            >
              Remove {label.toLowerCase()}
            </Button>
          </div>
        )}
      </div>
    </NodeViewWrapper>
  )
}

/** A block's fields, and the way to change some of them; the others stay as they are. */
export function useHeld<K extends HeldKind>({ node, updateAttributes, editor }: NodeViewProps) {
  const held = node.attrs.held as Held<K>
  // A field without words is left out, as it was before somebody wrote in it.
  const write = (changed: { [F in keyof Held<K>]?: Held<K>[F] | undefined }) => {
    const fields = Object.entries({ ...held, ...changed }).filter(([, value]) => value !== undefined)
    updateAttributes({ held: Object.fromEntries(fields) })
  }
  return { held, write, readOnly: !editor.isEditable }
}
