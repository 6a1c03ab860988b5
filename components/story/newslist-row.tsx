import { type MouseEvent, memo, type ReactNode } from "react"
import table from "@/components/ui/table.module.css"
import { brieflyOf, dueBriefly } from "@/lib/dates"
import { type Column, dueOf, notesOf } from "@/lib/story/newslist-line"
import type { Row } from "@/lib/story/newslist-news"
import styles from "./newslist.module.css"
import { StatusMark } from "./status-mark"

/** One story in the list. Drawn again only where something of it is other than before. */
export const NewslistRow = memo(
  function NewslistRow({ item, columns, section, me, now, sameDay, chosen, onChoose, onGo }: RowProps) {
    const moment = new Date(now)
    const brief = sameDay ? item.brief : undefined
    const headline = item.headline || "No headline yet"
    return (
      <tr data-story={item.id} className={chosen ? styles.chosen : undefined}>
        <td className={styles.check}>
          <input
            type="checkbox"
            aria-label={`Select ${headline}`}
            checked={chosen}
            onChange={() => {}}
            onClick={(event: MouseEvent) => onChoose(item.id, event)}
          />
        </td>
        <td className={styles.status}>
          <StatusMark status={item.status} />
        </td>
        <th scope="row" className={styles.headline}>
          <a href={`/newsroom/stories/${item.id}`} lang={item.language} onClick={onGo}>
            {item.headline || <span className={styles.none}>{headline}</span>}
          </a>
          {notesOf(item, moment).map((note) => (
            <span key={note} className={note.startsWith("Unpublished") ? styles.pending : styles.due}>
              {note}
            </span>
          ))}
          {item.gone && <span className={styles.gone}>Does not fit any more</span>}
        </th>
        {columns.map((column) => (
          <Cell key={column} {...{ column, item, section, me, moment, brief }} />
        ))}
      </tr>
    )
  },
  // The time itself moves with every answer; what is drawn of it are days.
  (a, b) =>
    a.item === b.item &&
    a.chosen === b.chosen &&
    a.day === b.day &&
    a.columns === b.columns &&
    a.section === b.section &&
    a.onChoose === b.onChoose &&
    a.onGo === b.onGo,
)

function Cell({ column, ...given }: CellProps) {
  const { item, section, moment, brief } = given
  if (column === "section") return <td className={styles.soft}>{section}</td>
  if (column === "byline") return <td className={styles.soft}>{item.byline}</td>
  if (column === "who") return <td className={styles.who}>{whoOf(given)}</td>
  if (column === "due") return <td className={styles.soft}>{dueCell(given)}</td>
  if (column === "changed")
    return (
      <td className={`${table.number} ${styles.changed}`}>
        <time dateTime={item.changedAt.toISOString()}>{brief?.changed ?? brieflyOf(item.changedAt, moment)}</time>
      </td>
    )
  return (
    <td className={`${table.number} ${styles.count}`} data-unit={item.words === 1 ? " word" : " words"}>
      {grouped(item.words)}
    </td>
  )
}

/** 12,345: what toLocaleString says, without the moment that its first word takes. */
const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ",")

/** Who has it open now, with a mark; else who wrote last. */
function whoOf({ item, me }: Omit<CellProps, "column">): ReactNode {
  const names = item.openBy.map((name) => (name === me ? "You" : name)).join(", ")
  if (!names) return <span className={styles.last}>{item.lastBy}</span>
  return (
    <span className={styles.open}>
      <span className="unseen">Open now: </span>
      {names}
    </span>
  )
}

function dueCell({ item, moment, brief }: Omit<CellProps, "column">): ReactNode {
  const due = dueOf(item, moment)
  return (
    due && (
      <>
        <span className={styles.what}>{due.what} </span>
        <time dateTime={due.at.toISOString()} className={styles.changed}>
          {brief?.due?.at === due.at.getTime() ? brief.due.words : dueBriefly(due.at, moment)}
        </time>
      </>
    )
  )
}

type RowProps = {
  item: Row
  columns: readonly Column[]
  section: string
  me: string
  now: string
  day: string
  /** is it still the day on which the server made the list? */
  sameDay: boolean
  chosen: boolean
  onChoose: (id: string, event: Pick<MouseEvent, "shiftKey">) => void
  /** fifty of Next's own links would cost a page a long moment */
  onGo: (event: MouseEvent<HTMLAnchorElement>) => void
}
type CellProps = Pick<RowProps, "item" | "section" | "me"> & { column: Column; moment: Date; brief: Row["brief"] }
