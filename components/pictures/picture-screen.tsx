import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { Page } from "@/components/ui/page"
import type { FocalPoint } from "@/lib/pictures/crops"
import { nameOfPicture, pictureScreen } from "@/lib/pictures/library"
import type { PictureSize } from "@/lib/pictures/pictures"
import { largest } from "@/lib/pictures/pictures"
import type { Rights } from "@/lib/pictures/rights"
import type { Ask } from "./ask"
import { FocalForm } from "./focal-form"
import { Part } from "./part"
import styles from "./pictures.module.css"
import { ReplaceForm } from "./replace-form"
import { RightsForm } from "./rights-form"
import { PictureHistory, Uses } from "./uses"
import { WordsForm } from "./words-form"

type Props = {
  picture: PictureSize &
    FocalPoint &
    Parameters<typeof WordsForm>[0]["words"] &
    Parameters<typeof PictureHistory>[0] & {
      uses: Parameters<typeof Uses>[0]["uses"]
      may: Rights
      replacedBy: { id: string; caption: string; alt: string; fileName: string } | null
    }
  standing: {
    ended: boolean
    told: readonly string[]
    until: string
    zone: string
    suggested: Parameters<typeof RightsForm>[0]["suggested"]
  }
  sections: readonly { slug: string; name: string }[]
  /** may they change its words, and may they decide what readers get of it? */
  may: { describe: boolean; decide: boolean }
  doors: Record<"describe" | "focus" | "limit", Ask>
}

/** One picture: what is said of it, who may use it, what has to stay in sight, where it is shown, and what was done with it. */
export function PictureScreen({ picture, standing, sections, may, doors }: Props) {
  const { id, replacedBy, uses, width, height, widths, avif, crops, focalX, focalY } = picture
  const size = { id, width, height, widths, avif, crops }
  const isLive = uses.some(({ live }) => live)
  return (
    <Page title={nameOfPicture(picture)} lead={<Link href="/newsroom/pictures">All pictures</Link>}>
      {replacedBy && (
        <Notice tone="warning">
          Another picture stands in its place everywhere:{" "}
          <Link href={pictureScreen(replacedBy.id)}>{nameOfPicture(replacedBy)}</Link>.
        </Notice>
      )}
      {standing.ended && (
        <Notice tone="problem">
          Its rights have ended: readers have it no more{isLive && ", and stories that show it say so in its place"}.
        </Notice>
      )}
      {!picture.alt && !picture.decorative && (
        <Notice tone="warning">
          It has no alternative text: describe what it shows, or say that it is decorative.
        </Notice>
      )}
      <div className={styles.desk}>
        <div className={styles.column}>
          <Part title="Focal point and crops">
            {may.describe && !replacedBy ? (
              <FocalForm picture={size} point={{ focalX, focalY }} save={doors.focus} />
            ) : (
              // biome-ignore lint/performance/noImgElement: our own renditions, sized by ourselves
              <img
                src={largest(picture, "webp")}
                alt={picture.alt}
                width={picture.width}
                height={picture.height}
                className={styles.whole}
              />
            )}
          </Part>
          <Part title="Words">
            <WordsForm id={id} words={picture} save={doors.describe} />
          </Part>
        </div>
        <div className={styles.column}>
          <Part title="Where it is used">
            <Uses uses={uses} />
          </Part>
          <Part title="Rights">
            {may.decide ? (
              <RightsForm
                id={id}
                rights={{ ...picture.may, until: standing.until, notIn: picture.may.notIn.join(", ") }}
                suggested={standing.suggested}
                sections={sections}
                zone={standing.zone}
                save={doors.limit}
              />
            ) : (
              <ul className={styles.lines}>
                {standing.told.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
                <li className={styles.soft}>
                  {standing.told.length ? "Editors change this." : "Anyone of ours may use it. Editors change this."}
                </li>
              </ul>
            )}
          </Part>
          {may.decide && !replacedBy && (
            <Part title="Replace">
              <ReplaceForm id={id} uses={uses.length} />
            </Part>
          )}
          <Part title="History">
            <PictureHistory {...picture} />
          </Part>
        </div>
      </div>
    </Page>
  )
}
