"use client"

import { Node } from "@tiptap/core"
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react"
import { Button } from "@/components/ui/button"
import styles from "./body-editor.module.css"
import { KeptInput } from "./kept-input"

/** A box with a heading and blocks of words in it, which are written as those of the body are. */
export const FactBox = Node.create({
  name: "factBox",
  group: "block",
  content: "words+",
  isolating: true,
  defining: true,
  draggable: true,
  addAttributes: () => ({
    heading: {
      default: "",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-heading") ?? "",
      renderHTML: ({ heading }) => ({ "data-heading": String(heading) }),
    },
  }),
  parseHTML: () => [{ tag: "section[data-heading]" }],
  renderHTML: ({ HTMLAttributes }) => ["section", HTMLAttributes, 0],
  addNodeView: () => ReactNodeViewRenderer(FactBoxView),
})

function FactBoxView({ node, editor, updateAttributes, selected, deleteNode }: NodeViewProps) {
  return (
    <NodeViewWrapper as="section" className={`${styles.held} ${selected ? styles.selected : ""}`}>
      <div contentEditable={false} className={styles.heldInner}>
        <p className={styles.heldName} data-drag-handle>
          Fact box
        </p>
        <KeptInput
          label="Heading of the box"
          place="heading"
          value={String(node.attrs.heading)}
          readOnly={!editor.isEditable}
          maxLength={500}
          onWrite={(heading) => updateAttributes({ heading })}
        />
      </div>
      <NodeViewContent className={styles.heldWords} />
      {editor.isEditable && (
        <div contentEditable={false} className={styles.heldInner}>
          <Button
            small
            look="quiet"
            onClick={() => {
              deleteNode()
              editor.commands.focus()
            }}
          >
            Remove fact box
          </Button>
        </div>
      )}
    </NodeViewWrapper>
  )
}
