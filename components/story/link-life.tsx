import { dayOf } from "@/lib/dates"
import type { LinkLife as Life } from "@/lib/links/states"
import { lifeInWords } from "@/lib/links/words"
import styles from "./link-list.module.css"

type Words = Life & { id: string; url: string; headline: string; source: string }

/** A link in the paper's words, and what its page says of itself where that is something else. */
export function LinkWords({ line }: { line: Words }) {
  const { title, site, publishedAt } = line
  const others = [title !== line.headline && title, site !== line.source && site, publishedAt && dayOf(publishedAt)]
  const says = others.filter(Boolean)
  return (
    <div className={styles.link}>
      {line.picture && (
        // biome-ignore lint/performance/noImgElement: a small file of ours, in a size of its own
        <img src={`/newsroom/related/pictures/${line.id}`} alt="" width={96} height={64} loading="lazy" />
      )}
      <div>
        <p className={styles.headline}>{line.headline}</p>
        {line.source && <p>{line.source}</p>}
        <a href={line.url} title={line.url} rel="noopener noreferrer" target="_blank" className={styles.address}>
          {line.url}
        </a>
        {says.length > 0 && <p className={styles.soft}>The page says: {says.join(", ")}</p>}
      </div>
    </div>
  )
}

/** Whether its page is there, since when, and what to do. */
export function LinkLife({ life, days }: { life: Life; days: number }) {
  const { called, stands, todo } = lifeInWords(life, days)
  return (
    <div className={styles.life}>
      <p className={styles[life.state]}>{called}</p>
      <p className={styles.soft}>{stands}</p>
      {life.offer && (
        <a href={life.offer} title={life.offer} rel="noopener noreferrer" target="_blank" className={styles.address}>
          {life.offer}
        </a>
      )}
      {todo && <p className={styles.soft}>{todo}</p>}
    </div>
  )
}
