import { Empty } from "@/components/ui/empty"
import { Link } from "@/components/ui/link"
import { longDayOf } from "@/lib/dates"
import { byDay, COMING, type ComingLine, hourOf } from "@/lib/story/coming"
import styles from "./coming.module.css"

type Props = { lines: readonly ComingLine[]; now: Date }

/** Everything that waits for its time, the next first, by days; what is late is said to be. */
export function ComingUp({ lines, now }: Props) {
  if (!lines.length)
    return (
      <Empty title="Nothing is coming up">
        <p>Schedule a story, a change or a withdrawal on the story's own screen, or the front on the front's.</p>
      </Empty>
    )
  return (
    <section aria-labelledby="coming-list">
      <h2 id="coming-list">The next first</h2>
      {byDay(lines).map(([day, there]) => (
        <div key={day} className={styles.group}>
          <h3>{longDayOf(new Date(`${day}T12:00:00Z`))}</h3>
          <ul className={styles.lines}>
            {there.map(({ what, at, address, headline, language }) => (
              <li key={`${what} ${at.getTime()} ${address}`}>
                <time dateTime={at.toISOString()}>{hourOf(at)}</time>
                <span className={styles.what}>{COMING[what]}</span>
                <Link href={address} lang={language}>
                  {headline || "No headline yet"}
                </Link>
                {at <= now && what !== "embargo" && <strong className={styles.late}>was due</strong>}
                {at <= now && what === "embargo" && <span className={styles.soft}>has ended</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
