import table from "@/components/ui/table.module.css"
import { momentOf } from "@/lib/dates"
import { labelOfKind } from "@/lib/jobs/labels"

type Kind = { kind: string; waiting: number; running: number; doneToday: number; dead: number; dueSince: Date | null }

/** How much of each kind waits, goes on, was done and was given up. */
export const JobKinds = ({ kinds, now }: { kinds: readonly Kind[]; now: Date }) => (
  <table className={table.table}>
    <caption className="unseen">Jobs by their kinds</caption>
    <thead>
      <tr>
        <th scope="col">Kind</th>
        {["Waiting", "Going on", "Done today", "Given up"].map((word) => (
          <th key={word} scope="col" className={table.number}>
            {word}
          </th>
        ))}
        <th scope="col">Waiting since</th>
      </tr>
    </thead>
    <tbody>
      {kinds.map(({ kind, waiting, running, doneToday, dead, dueSince }) => (
        <tr key={kind}>
          <th scope="row">{labelOfKind(kind)}</th>
          <Count of="Waiting" count={waiting} />
          <Count of="Going on" count={running} />
          <Count of="Done today" count={doneToday} />
          <Count of="Given up" count={dead} />
          <td data-label="Waiting since">{dueSince && now > dueSince ? momentOf(dueSince) : "–"}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Count = ({ of, count }: { of: string; count: number }) => (
  <td className={table.number} data-label={of}>
    {count.toLocaleString("en")}
  </td>
)
