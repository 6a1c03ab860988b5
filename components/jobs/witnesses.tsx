import table from "@/components/ui/table.module.css"
import { momentOf } from "@/lib/dates"

type Witness = { id: string; label: string; size: number; toldAt: Date | null }

/** Who else keeps the heads of the record, and how far they were told of it. `size`: how many entries it has. */
export const Witnesses = ({ witnesses, size }: { witnesses: readonly Witness[]; size: number }) => (
  <section aria-labelledby="witnesses">
    <h2 id="witnesses">Witnesses of the record</h2>
    <table className={table.table}>
      <caption className="unseen">Who else keeps the heads of the record</caption>
      <thead>
        <tr>
          <th scope="col">Witness</th>
          <th scope="col" className={table.number}>
            Has entries
          </th>
          <th scope="col">Told last</th>
        </tr>
      </thead>
      <tbody>
        {witnesses.map((witness) => (
          <tr key={witness.id}>
            <th scope="row">{witness.label}</th>
            <td className={table.number} data-label="Has entries">
              {witness.size.toLocaleString("en")} of {size.toLocaleString("en")}
            </td>
            <td data-label="Told last">{witness.toldAt ? momentOf(witness.toldAt) : "Never"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
