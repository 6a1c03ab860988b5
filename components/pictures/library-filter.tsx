import { Select, TextField } from "@/components/ui/field"
import { FilterForm } from "@/components/ui/filter-form"
import { type LibraryFilter as Filter, KINDS_OF_STATE, STATE_WORDS } from "@/lib/pictures/library"

type Props = { filter: Filter; total: number; most: number; uploaders: readonly { id: string; name: string }[] }

export function LibraryFilter({ filter, total, most, uploaders }: Props) {
  const { q = "", state = "", by = "", from = "", to = "" } = filter
  const count = total > most ? `More than ${most.toLocaleString("en")}` : total.toLocaleString("en")
  const words = `${count} ${total === 1 ? "picture" : "pictures"}`
  return (
    <FilterForm
      action="/newsroom/pictures"
      chosen={`${state} ${by} ${from} ${to}`}
      total={words}
      narrowed={[q, state, by, from, to].some(Boolean)}
    >
      <TextField
        label="Words"
        type="search"
        name="q"
        maxLength={200}
        autoComplete="off"
        placeholder="Caption, credit, creator, keywords, file"
        defaultValue={q}
      />
      <Select label="State" name="state" defaultValue={state}>
        <option value="">All</option>
        {KINDS_OF_STATE.map((one) => (
          <option key={one} value={one}>
            {STATE_WORDS[one]}
          </option>
        ))}
      </Select>
      <Select label="Uploaded by" name="by" defaultValue={by}>
        <option value="">Anybody</option>
        {uploaders.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField label="From" type="date" name="from" defaultValue={from} />
      <TextField label="To" type="date" name="to" defaultValue={to} />
    </FilterForm>
  )
}
