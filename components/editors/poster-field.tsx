"use client"

import { useContext, useState } from "react"
import { createPortal } from "react-dom"
import { Button } from "@/components/ui/button"
import styles from "./body-editor.module.css"
import { PictureDialog } from "./dialogs"
import type { Held } from "./held"
import { KeptInput } from "./kept-input"
import { PictureStanding } from "./picture-standing"
import { Pictures } from "./pictures"

/** An embed's poster: the picture of ours that readers see in its place, and who made it. */
export function PosterField({ held, readOnly, write }: PosterFieldProps) {
  const { known, learn } = useContext(Pictures)
  const [choosing, setChoosing] = useState(false)
  return (
    <>
      {held.pictureId && <PictureStanding picture={known[held.pictureId]} gone alt="The poster" poster />}
      {held.pictureId && (
        <KeptInput
          label="Credit of the poster"
          place="credit"
          value={held.credit ?? ""}
          readOnly={readOnly}
          maxLength={1_000}
          onWrite={(credit) => write({ credit: credit || undefined })}
        />
      )}
      {!readOnly && (
        <div className={styles.pictureButtons}>
          <Button small onClick={() => setChoosing(true)}>
            {held.pictureId ? "Replace poster" : "Choose a poster"}
          </Button>
          {held.pictureId && (
            <Button small look="quiet" onClick={() => write({ pictureId: undefined, credit: undefined })}>
              Remove poster
            </Button>
          )}
        </div>
      )}
      {choosing &&
        createPortal(
          <PictureDialog
            words={{ caption: "", credit: held.credit ?? "", alt: "", decorative: true }}
            onClose={() => setChoosing(false)}
            onPicture={(picture, { credit }) => {
              learn(picture)
              write({ pictureId: picture.id, credit: credit || undefined })
              setChoosing(false)
            }}
          />,
          document.body,
        )}
    </>
  )
}

type PosterFieldProps = {
  held: Held<"embed">
  readOnly: boolean
  write: (changed: { pictureId?: string | undefined; credit?: string | undefined }) => void
}
