"use client"

import { InputRule, Node } from "@tiptap/core"
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react"
import styles from "./body-editor.module.css"
import { KeptInput } from "./kept-input"

export const Quote = Node.create({
  name: "quote",
  group: "block words",
  content: "inline*",
  whitespace: "pre",
  defining: true,
  addAttributes: () => ({
    speaker: {
      default: null,
      keepOnSplit: false,
      parseHTML: (element: HTMLElement) => element.getAttribute("data-speaker"),
      renderHTML: ({ speaker }) => (typeof speaker === "string" ? { "data-speaker": speaker } : {}),
    },
  }),
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: ({ HTMLAttributes }) => ["blockquote", HTMLAttributes, 0],
  addNodeView: () => ReactNodeViewRenderer(QuoteView),
  addInputRules() {
    return [
      new InputRule({
        find: /^>\s$/,
        handler: ({ range, chain }) => {
          chain().deleteRange(range).turnInto("quote").run()
        },
      }),
    ]
  },
})

function QuoteView({ node, editor, updateAttributes }: NodeViewProps) {
  return (
    <NodeViewWrapper as="blockquote" className={styles.quote}>
      <NodeViewContent className={styles.quoteWords} />
      <div contentEditable={false} className={styles.speaker}>
        <KeptInput
          label="Speaker"
          place="speaker"
          value={typeof node.attrs.speaker === "string" ? node.attrs.speaker : ""}
          readOnly={!editor.isEditable}
          maxLength={500}
          onWrite={(speaker) => updateAttributes({ speaker: speaker || null })}
        />
      </div>
    </NodeViewWrapper>
  )
}
