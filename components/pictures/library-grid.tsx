import { Link } from "@/components/ui/link"
import { brieflyOf, momentOf } from "@/lib/dates"
import { nameOfPicture, pictureScreen } from "@/lib/pictures/library"
import { pictureAddress } from "@/lib/pictures/pictures"
import styles from "./pictures.module.css"

type Item = {
  id: string
  width: number
  height: number
  widths: number[]
  caption: string
  alt: string
  decorative: boolean
  credit: string
  fileName: string
  until: Date | null
  ended: boolean
  limited: boolean
  replaced: boolean
  createdAt: Date
  by: string
}

/** Pictures, each the way to its own screen. */
export function LibraryGrid({ items, now }: { items: readonly Item[]; now: Date }) {
  return (
    <ul className={styles.grid} aria-label="Pictures, uploaded last first">
      {items.map((item) => (
        <li key={item.id}>
          <Link href={pictureScreen(item.id)} className={styles.card}>
            {/* biome-ignore lint/performance/noImgElement: our own renditions, sized by ourselves */}
            <img
              src={pictureAddress(item.id, Math.min(...item.widths), "webp")}
              alt=""
              width={item.width}
              height={item.height}
              loading="lazy"
            />
            <span className={styles.name}>{nameOfPicture(item)}</span>
            <span className={styles.soft}>
              {item.credit && `${item.credit} · `}
              {item.by},{" "}
              <time dateTime={item.createdAt.toISOString()} title={momentOf(item.createdAt)}>
                {brieflyOf(item.createdAt, now)}
              </time>
            </span>
            <Marks item={item} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Marks({ item }: { item: Item }) {
  const marks = [
    item.replaced && "Replaced",
    !item.alt && !item.decorative && "No alternative text",
    item.until && !item.ended && `Until ${momentOf(item.until)}`,
    item.limited && !item.until && "Limited rights",
  ].filter((mark) => typeof mark === "string")
  if (!marks.length && !item.ended) return null
  return (
    <span className={styles.marks}>
      {item.ended && <span className={`${styles.mark} ${styles.ended}`}>Rights have ended</span>}
      {marks.map((mark) => (
        <span key={mark} className={styles.mark}>
          {mark}
        </span>
      ))}
    </span>
  )
}
