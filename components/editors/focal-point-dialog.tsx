"use client"

import { useEffect, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import type { FocalPoint } from "@/lib/pictures/crops"
import { largest, type PictureSize } from "@/lib/pictures/pictures"
import { FocalPointField } from "./focal-point-field"
import styles from "./forms.module.css"
import { findFocalPoint, moveFocalPoint } from "./upload"

/** Moves the focal point of a picture that is here already. It belongs to the picture, so every story that shows it is meant. */
export function FocalPointDialog({ picture, onClose }: { picture: PictureSize; onClose: () => void }) {
  const [point, setPoint] = useState<FocalPoint | null>(null)
  const [problem, setProblem] = useState("")
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    findFocalPoint(picture.id).then((found) => {
      if ("point" in found) setPoint(found.point)
      else setProblem(found.refused)
    })
  }, [picture.id])
  const save = async () => {
    if (!point) return
    setBusy(true)
    const answer = await moveFocalPoint(picture.id, point)
    setBusy(false)
    if ("refused" in answer) setProblem(answer.refused)
    else onClose()
  }
  return (
    <Dialog title="Focal point" onClose={onClose}>
      <div className={styles.form}>
        <p>Crops are made again around this point, in every story that shows the picture. That takes a moment.</p>
        {point && <FocalPointField address={largest(picture, "webp")} point={point} onMove={setPoint} />}
        {problem && (
          <Notice tone="problem" role="alert">
            {problem}
          </Notice>
        )}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="strong" disabled={busy || !point} onClick={save}>
            {busy ? "Saving…" : "Save focal point"}
          </Button>
        </DialogButtons>
      </div>
    </Dialog>
  )
}
