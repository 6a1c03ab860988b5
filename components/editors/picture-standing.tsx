"use client"

import { ImageIcon } from "lucide-react"
import { Notice } from "@/components/ui/notice"
import { largest } from "@/lib/pictures/pictures"
import styles from "./body-editor.module.css"
import type { KnownPicture } from "./pictures"

type Props = { picture: KnownPicture | undefined; gone: boolean; waits?: boolean; alt: string; poster?: boolean }

/** A picture of the text or a poster as it stands now: itself, why it may not be used, or what is there instead. */
export function PictureStanding({ picture, gone, waits = false, alt, poster = false }: Props) {
  if (!picture)
    return (
      <p className={styles.noPicture}>
        <ImageIcon size={20} aria-hidden />
        {sayMissing(gone, waits)}
      </p>
    )
  const { width, height, bar } = picture
  return (
    <>
      {/* biome-ignore lint/performance/noImgElement: our own renditions, sized by ourselves */}
      <img
        className={poster ? styles.poster : undefined}
        src={largest(picture, "webp")}
        width={width}
        height={height}
        alt={alt}
      />
      {bar && <Notice tone="problem">This picture may not be used. {bar}</Notice>}
    </>
  )
}

function sayMissing(gone: boolean, waits: boolean) {
  if (waits) return "The picture waits here until it is described. It is not uploaded yet."
  return gone ? "This picture is not here any more." : "The picture is still to come: its words are kept."
}
