"use client"

import { useContext, useState } from "react"
import { ChoosePicture } from "@/components/pictures/choose-picture"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { PictureChoice } from "@/lib/pictures/choice"
import type { PictureSize } from "@/lib/pictures/pictures"
import { ChosenPicture } from "./chosen-picture"
import styles from "./forms.module.css"
import { PictureUpload } from "./picture-upload"
import { type PictureDialogProps, Pictures } from "./pictures"

/** A picture for a story: from this computer, or one that the house has already. */
export function PictureDialog(props: PictureDialogProps) {
  const { words, offered, onClose, onPicture } = props
  const { section } = useContext(Pictures)
  const [library, setLibrary] = useState(props.library ?? false)
  const [chosen, setChosen] = useState<PictureChoice | null>(null)
  return (
    <Dialog title={offered ? offered.title : "A picture"} onClose={onClose} wide={library && !chosen}>
      {!offered && !chosen && (
        <fieldset className={styles.ways}>
          <legend className="unseen">Where it comes from</legend>
          <Button small aria-pressed={!library} onClick={() => setLibrary(false)}>
            From this computer
          </Button>
          <Button small aria-pressed={library} onClick={() => setLibrary(true)}>
            From the library
          </Button>
        </fieldset>
      )}
      {!library && <PictureUpload {...props} />}
      {library && <ChoosePicture section={section} away={!!chosen} onChoose={setChosen} />}
      {chosen && (
        <ChosenPicture
          picture={chosen}
          words={words}
          onBack={() => setChosen(null)}
          onUse={(said) => onPicture(sizeOf(chosen), said)}
        />
      )}
    </Dialog>
  )
}

const sizeOf = ({ id, width, height, widths, avif, crops }: PictureChoice): PictureSize => ({
  ...{ id, width, height, widths, avif, crops },
})
