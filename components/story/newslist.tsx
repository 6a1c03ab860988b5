import Link from "next/link"
import table from "@/components/ui/table.module.css"
import { brieflyOf, momentOf } from "@/lib/dates"
import type { Status } from "@/lib/story/story"
import styles from "./newslist.module.css"
import { StatusMark } from "./status-mark"

type Item = {
  id: string
  status: Status
  headline: string
  section: string
  language: string
  byline: string
  changedAt: Date
  publishAt: Date | null
  unpublished: boolean
  words: number
}

/** Stories, a line each. */
export function Newslist({ items, sections, now }: NewslistProps) {
  const nameOf = (slug: string) => sections.find((section) => section.slug === slug)?.name ?? slug
  return (
    <table className={`${table.table} ${styles.list}`}>
      <caption className="unseen">Stories, last changed first</caption>
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Headline</th>
          <th scope="col">Section</th>
          <th scope="col">Byline</th>
          <th scope="col" className={table.number}>
            Words
          </th>
          <th scope="col" className={table.number}>
            Changed
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className={styles.status}>
              <StatusMark status={item.status} />
            </td>
            <th scope="row" className={styles.headline}>
              <Link href={`/newsroom/stories/${item.id}`} prefetch={false} lang={item.language}>
                {item.headline || <span className={styles.none}>No headline yet</span>}
              </Link>
              {item.unpublished && <span className={styles.pending}>Unpublished changes</span>}
              {item.publishAt && <span className={styles.due}>{momentOf(item.publishAt)}</span>}
            </th>
            <td className={styles.soft}>{nameOf(item.section)}</td>
            <td className={styles.soft}>{item.byline}</td>
            <td className={`${table.number} ${styles.count}`} data-unit={item.words === 1 ? " word" : " words"}>
              {item.words.toLocaleString("en")}
            </td>
            <td className={`${table.number} ${styles.changed}`}>
              <time dateTime={item.changedAt.toISOString()} title={momentOf(item.changedAt)}>
                {changedOf(item.changedAt, now)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type NewslistProps = {
  items: readonly Item[]
  sections: readonly { slug: string; name: string }[]
  now: Date
}

/** The time today, else the day. */
const changedOf = brieflyOf
