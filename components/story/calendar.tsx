import { Link } from "@/components/ui/link"
import { monthOf } from "@/lib/dates"
import { byDay, COMING, type ComingLine, hourOf, monthBy, weeksOf } from "@/lib/story/coming"
import styles from "./coming.module.css"

type Props = { month: string; today: string; lines: readonly ComingLine[] }

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

const nameOf = (month: string) => monthOf(new Date(`${month}-15T12:00:00Z`))

/** A month of what is to happen; past days stay empty, for what happened is in the stories' own histories. */
export function Calendar({ month, today, lines }: Props) {
  const days = new Map(byDay(lines))
  return (
    <section aria-labelledby="month">
      <div className={styles.months}>
        <h2 id="month">{nameOf(month)}</h2>
        <nav aria-label="Months">
          {([-1, 1] as const).map((by) => (
            <Link key={by} href={`/newsroom/coming?month=${monthBy(month, by)}`}>
              {nameOf(monthBy(month, by))}
            </Link>
          ))}
        </nav>
      </div>
      <table className={styles.calendar}>
        <caption className="unseen">What is to happen in {nameOf(month)}, by days</caption>
        <thead>
          <tr>
            {DAYS.map((day) => (
              <th key={day} scope="col" abbr={day}>
                <span aria-hidden>{day.slice(0, 3)}</span>
                <span className="unseen">{day}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className={day.startsWith(month) ? undefined : styles.other}>
                  <time dateTime={day} className={day === today ? styles.today : styles.day}>
                    {Number(day.slice(8))}
                    {day === today && <span className="unseen">, today</span>}
                  </time>
                  <Entries lines={days.get(day) ?? []} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const SHOWN = 4

function Entries({ lines }: { lines: readonly ComingLine[] }) {
  if (!lines.length) return null
  return (
    <ul>
      {lines.slice(0, SHOWN).map(({ what, at, address, headline, language }) => (
        <li key={`${what} ${at.getTime()} ${address}`}>
          <Link href={address} lang={language} title={`${COMING[what]}: ${headline}`}>
            {hourOf(at)} {headline || "No headline yet"}
          </Link>
        </li>
      ))}
      {lines.length > SHOWN && <li>and {lines.length - SHOWN} more</li>}
    </ul>
  )
}
