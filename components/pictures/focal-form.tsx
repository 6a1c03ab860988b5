"use client"

import { useState } from "react"
import { FocalPointField } from "@/components/editors/focal-point-field"
import { Button } from "@/components/ui/button"
import { Outcome } from "@/components/ui/outcome"
import { CROP_NAMES, CROPS, cropBox, type FocalPoint } from "@/lib/pictures/crops"
import { largest, type PictureSize } from "@/lib/pictures/pictures"
import type { Ask } from "./ask"
import styles from "./pictures.module.css"
import { useSave } from "./use-save"

type Props = { picture: PictureSize; point: FocalPoint; save: Ask }

/** What every crop has to show, and how the three of them look as the point moves. */
export function FocalForm({ picture, point: kept, save }: Props) {
  const [point, setPoint] = useState(kept)
  const { answer, busy, send } = useSave(save)
  const address = largest(picture, "webp")
  return (
    <div className={styles.form}>
      <FocalPointField address={address} point={point} onMove={setPoint} />
      <div className={styles.crops}>
        {CROP_NAMES.map((crop) => {
          const { left, top, width, height } = cropBox(picture, crop, point)
          const ratio = `${CROPS[crop].across}:${CROPS[crop].down}`
          return (
            <figure key={crop}>
              <svg viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-label={`Crop ${ratio}`}>
                <image href={address} width={picture.width} height={picture.height} />
              </svg>
              <figcaption aria-hidden>{ratio}</figcaption>
            </figure>
          )
        })}
      </div>
      <Outcome answer={answer} />
      <div>
        <Button onClick={() => send({ id: picture.id, ...point })} disabled={busy}>
          {busy ? "Saving…" : "Save focal point"}
        </Button>
      </div>
    </div>
  )
}
