import { Link } from "@/components/ui/link"
import { momentOf } from "@/lib/dates"
import { nameOfPicture, pictureScreen } from "@/lib/pictures/library"
import styles from "./pictures.module.css"

type Use = {
  id: string
  headline: string
  language: string
  draft: boolean
  live: boolean
  address: string | null
}

/** The stories that show a picture. */
export function Uses({ uses }: { uses: readonly Use[] }) {
  if (!uses.length) return <p className={styles.soft}>No story shows it. It is added in a story, under “Picture”.</p>
  return (
    <ul className={styles.lines}>
      {uses.map(({ id, headline, language, draft, live, address }) => (
        <li key={id}>
          <Link href={`/newsroom/stories/${id}`} lang={language}>
            {headline || "No headline yet"}
          </Link>
          <span className={styles.soft}>
            {live ? (draft ? "before readers" : "before readers, no longer in the draft") : "in the draft"}
          </span>
          {live && address && <a href={address}>Look at the page</a>}
        </li>
      ))}
    </ul>
  )
}

type Named = { id: string; caption: string; alt: string; fileName: string }
type Event = { id: number; what: string; note: string; at: Date; actor: { name: string } | null }
type History = {
  createdAt: Date
  uploadedBy: { name: string }
  fileName: string
  events: readonly Event[]
  replaces: readonly Named[]
}

const WORDS: Record<string, string> = {
  words: "changed the words",
  rights: "changed the rights",
  replaced: "replaced it everywhere",
  took: "put it in the place of another picture",
  "focal point": "moved the focal point",
  crops: "Crops are made around the new focal point",
  ended: "The rights ended: readers have it no more",
}

/** What was done with a picture, the newest first. */
export function PictureHistory({ createdAt, uploadedBy, fileName, events, replaces }: History) {
  return (
    <ul className={styles.lines}>
      {events.map(({ id, what, note, at, actor }) => (
        <li key={id}>
          <span>
            {actor?.name} {WORDS[what] ?? what}
            {note && `: ${note}`}
          </span>
          <time className={styles.soft} dateTime={at.toISOString()}>
            {momentOf(at)}
          </time>
        </li>
      ))}
      <li>
        <span>
          {uploadedBy.name} uploaded {fileName || "it"}
        </span>
        <time className={styles.soft} dateTime={createdAt.toISOString()}>
          {momentOf(createdAt)}
        </time>
      </li>
      {replaces.map((one) => (
        <li key={one.id}>
          <span className={styles.soft}>Stands in the place of</span>
          <Link href={pictureScreen(one.id)}>{nameOfPicture(one)}</Link>
        </li>
      ))}
    </ul>
  )
}
