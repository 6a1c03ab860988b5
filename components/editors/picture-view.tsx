"use client"

import { type NodeViewProps, NodeViewWrapper } from "@tiptap/react"
import { ImageIcon } from "lucide-react"
import { useContext, useState } from "react"
import { createPortal } from "react-dom"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/field"
import { largest } from "@/lib/pictures/pictures"
import styles from "./body-editor.module.css"
import { FocalPointDialog } from "./focal-point-dialog"
import { KeptInput } from "./kept-input"
import { PictureDialog } from "./picture-dialog"
import { Pictures } from "./pictures"

/** A picture in the body: what readers will see, and its words as fields. */
export function PictureView({ node, editor, updateAttributes, selected, deleteNode }: NodeViewProps) {
  const { known, learn } = useContext(Pictures)
  const [choosing, setChoosing] = useState(false)
  const [focusing, setFocusing] = useState(false)
  const { pictureId, caption, credit, alt, decorative } = node.attrs
  const size = known[String(pictureId)]
  const readOnly = !editor.isEditable
  return (
    <NodeViewWrapper as="figure" className={`${styles.picture} ${selected ? styles.selected : ""}`}>
      <div contentEditable={false} className={styles.pictureInner}>
        {size ? (
          // biome-ignore lint/performance/noImgElement: our own renditions, sized by ourselves
          <img src={largest(size, "webp")} width={size.width} height={size.height} alt={String(alt ?? "")} />
        ) : (
          <p className={styles.noPicture}>
            <ImageIcon size={20} aria-hidden />
            {pictureId ? "This picture is not here any more." : "The picture is still to come: its words are kept."}
          </p>
        )}
        <div className={styles.pictureWords}>
          <KeptInput
            label="Caption"
            long
            value={String(caption)}
            readOnly={readOnly}
            maxLength={5_000}
            onWrite={(words) => updateAttributes({ caption: words })}
          />
          <KeptInput
            label="Credit"
            value={String(credit)}
            readOnly={readOnly}
            maxLength={1_000}
            onWrite={(words) => updateAttributes({ credit: words })}
          />
          <KeptInput
            label="Alternative text"
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
              <Button small onClick={() => setChoosing(true)}>
                {pictureId ? "Replace picture" : "Choose a picture"}
              </Button>
              {size && (
                <Button small onClick={() => setFocusing(true)}>
                  Focal point
                </Button>
              )}
              <Button small look="quiet" onClick={() => deleteNode()}>
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
            onClose={() => setChoosing(false)}
            onPicture={(picture, words) => {
              learn(picture)
              updateAttributes({ pictureId: picture.id, ...words })
              setChoosing(false)
            }}
          />,
          document.body,
        )}
    </NodeViewWrapper>
  )
}
