"use client"

import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react"
import { useContext, useState } from "react"
import { createPortal } from "react-dom"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/field"
import styles from "./body-editor.module.css"
import { FocalPointDialog, PictureDialog } from "./dialogs"
import { KeptInput } from "./kept-input"
import { PictureStanding } from "./picture-standing"
import { Pictures } from "./pictures"

/** A picture in the body: what readers will see, and its words as fields. */
export function PictureView({ node, editor, updateAttributes, selected, deleteNode }: NodeViewProps) {
  const { known, learn, waiting } = useContext(Pictures)
  const [choosing, setChoosing] = useState<"file" | "library" | null>(null)
  const [focusing, setFocusing] = useState(false)
  const { pictureId, caption, credit, alt, decorative } = node.attrs
  const size = known[String(pictureId)]
  const file = pictureId ? undefined : waiting.get(String(node.attrs.id))
  const readOnly = !editor.isEditable
  const remove = () => {
    deleteNode()
    editor.commands.focus()
  }
  return (
    <NodeViewWrapper as="figure" className={`${styles.picture} ${selected ? styles.selected : ""}`}>
      <div contentEditable={false} className={styles.pictureInner}>
        <PictureStanding picture={size} gone={!!pictureId} waits={!!file} alt={String(alt ?? "")} />
        <div className={styles.pictureWords}>
          <KeptInput
            label="Caption"
            place="caption"
            long
            value={String(caption)}
            readOnly={readOnly}
            maxLength={5_000}
            onWrite={(words) => updateAttributes({ caption: words })}
          />
          <KeptInput
            label="Credit"
            place="credit"
            value={String(credit)}
            readOnly={readOnly}
            maxLength={1_000}
            onWrite={(words) => updateAttributes({ credit: words })}
          />
          <KeptInput
            label="Alternative text"
            place="alt"
            long
            value={String(alt ?? "")}
            readOnly={readOnly}
            disabled={decorative === true}
            maxLength={2_000}
            hint="What the picture shows, for readers who do not see it."
            onWrite={(words) => updateAttributes({ alt: words })}
          />
          <Checkbox
            label="Decorative: there is nothing to describe"
            checked={decorative === true}
            disabled={readOnly}
            onChange={(event) => updateAttributes({ decorative: event.target.checked })}
          />
          {!readOnly && (
            <div className={styles.pictureButtons}>
              <Button small onClick={() => setChoosing("file")}>
                {file ? "Describe and upload" : pictureId ? "Replace picture" : "Choose a picture"}
              </Button>
              {!file && (
                <Button small onClick={() => setChoosing("library")}>
                  From the library
                </Button>
              )}
              {size && (
                <Button small onClick={() => setFocusing(true)}>
                  Focal point
                </Button>
              )}
              {size && (
                <a className={styles.toLibrary} href={`/newsroom/pictures/${size.id}`} target="_blank" rel="noreferrer">
                  Its words and rights
                </a>
              )}
              <Button small look="quiet" onClick={remove}>
                Remove picture
              </Button>
            </div>
          )}
        </div>
      </div>
      {focusing &&
        size &&
        createPortal(<FocalPointDialog picture={size} onClose={() => setFocusing(false)} />, document.body)}
      {choosing &&
        createPortal(
          <PictureDialog
            words={{
              caption: String(caption),
              credit: String(credit),
              alt: String(alt ?? ""),
              decorative: !!decorative,
            }}
            library={choosing === "library"}
            {...(file && { offered: { file, title: "The pasted picture", onLeaveOut: deleteNode } })}
            onClose={() => setChoosing(null)}
            onPicture={(picture, words) => {
              learn(picture)
              updateAttributes({ pictureId: picture.id, ...words })
              setChoosing(null)
            }}
          />,
          document.body,
        )}
    </NodeViewWrapper>
  )
}
