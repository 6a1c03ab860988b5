"use client"

import type { PointerEvent } from "react"
import { TextField } from "@/components/ui/field"
import type { FocalPoint } from "@/lib/pictures/crops"
import styles from "./focal-point.module.css"

type Props = { address: string; point: FocalPoint; onMove: (point: FocalPoint) => void }

/** What has to stay in sight when the picture is cropped: set by pointing at it, or by the two sliders. */
export function FocalPointField({ address, point, onMove }: Props) {
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    onMove({
      focalX: shareOf(event.clientX - box.left, box.width),
      focalY: shareOf(event.clientY - box.top, box.height),
    })
  }
  const slider = { type: "range", min: 0, max: 100, step: 1 } as const
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>Focal point: what every crop has to show</legend>
      <div
        className={styles.picture}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          follow(event)
        }}
        onPointerMove={(event) => event.buttons > 0 && follow(event)}
      >
        {/* biome-ignore lint/performance/noImgElement: a file of this computer, or our own rendition */}
        <img src={address} alt="" draggable={false} />
        <svg className={styles.mark} aria-hidden="true">
          <circle cx={`${point.focalX * 100}%`} cy={`${point.focalY * 100}%`} r="13" />
          <circle cx={`${point.focalX * 100}%`} cy={`${point.focalY * 100}%`} r="3" />
        </svg>
      </div>
      <TextField
        {...slider}
        label="From the left"
        value={Math.round(point.focalX * 100)}
        onChange={({ target }) => onMove({ ...point, focalX: Number(target.value) / 100 })}
      />
      <TextField
        {...slider}
        label="From the top"
        value={Math.round(point.focalY * 100)}
        onChange={({ target }) => onMove({ ...point, focalY: Number(target.value) / 100 })}
      />
    </fieldset>
  )
}

/** In hundredths, within the picture. */
const shareOf = (at: number, whole: number) => Math.min(Math.max(Math.round((at / whole) * 100) / 100, 0), 1)
