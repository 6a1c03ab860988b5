"use client"

import type { Editor } from "@tiptap/core"
import { useContext } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import styles from "./body-editor.module.css"
import { PictureDialog, WireDialog } from "./dialogs"
import { Pictures } from "./pictures"
import type { usePasting } from "./use-pasting"

/** What a paste has to say and to ask: over the text, in its order. */
export function PasteScreen({ editor, pasting }: { editor: Editor; pasting: ReturnType<typeof usePasting> }) {
  const { told, wire, queue } = pasting
  return (
    <>
      <div aria-live="polite" className={styles.told}>
        {told.busy && <Notice>{told.busy}</Notice>}
        {told.refused.map((sentence) => (
          <Notice key={sentence} tone="problem">
            {sentence}
          </Notice>
        ))}
        {told.left.map(({ why, addresses }) => (
          <Notice key={why} tone="warning">
            <p>{why}</p>
            <ul>
              {addresses.map((address) => (
                <li key={address}>{address}</li>
              ))}
            </ul>
          </Notice>
        ))}
        {told.refused.length + told.left.length > 0 && (
          <div>
            <Button
              small
              onClick={() => {
                pasting.forget()
                editor.commands.focus()
              }}
            >
              I have read this
            </Button>
          </div>
        )}
      </div>
      {wire && (
        <WireDialog
          offer={wire}
          onClose={pasting.dropWire}
          onChoose={async (structured) => {
            await pasting.takeWire(editor, structured)
            editor.commands.focus()
          }}
        />
      )}
      {!wire && queue[0] && <NextPicture key={queue[0]} editor={editor} pasting={pasting} id={queue[0]} />}
    </>
  )
}

type NextPictureProps = { editor: Editor; pasting: ReturnType<typeof usePasting>; id: string }

/** One picture after the other is described, and then uploaded. */
function NextPicture({ editor, pasting: { queue, next }, id }: NextPictureProps) {
  const { waiting, learn } = useContext(Pictures)
  const file = waiting.get(id)
  const words = wordsOf(editor, id)
  if (!file || !words) return null
  const title = queue.length > 1 ? `A pasted picture, and ${queue.length - 1} more` : "A pasted picture"
  return (
    <PictureDialog
      words={words}
      offered={{ file, title, onLeaveOut: () => next(editor, id, null) }}
      onClose={() => next(editor, id)}
      onPicture={(picture, given) => {
        learn(picture)
        next(editor, id, { pictureId: picture.id, ...given })
      }}
    />
  )
}

function wordsOf(editor: Editor, id: string) {
  const { content } = editor.state.doc
  const node = content.content.find(({ attrs, type }) => attrs.id === id && type.name === "picture")
  if (!node) return undefined
  const { caption, credit, alt, decorative } = node.attrs
  return { caption: String(caption), credit: String(credit), alt: String(alt ?? ""), decorative: decorative === true }
}
