import { Select, TextField } from "@/components/ui/field"
import { FilterForm } from "@/components/ui/filter-form"
import { type PeopleFilter as Filter, STATES } from "@/lib/people/list"
import { STATE_WORDS } from "./ask"

/** `total`: how many people fit. */
export function PeopleFilter({ filter: { q, state }, total }: { filter: Filter; total: number }) {
  const words = `${total.toLocaleString("en")} ${total === 1 ? "person" : "people"}`
  return (
    <FilterForm action="/newsroom/people" chosen={state ?? ""} total={words} narrowed={Boolean(q || state)}>
      <TextField
        label="Words"
        type="search"
        name="q"
        maxLength={200}
        autoComplete="off"
        placeholder="In name or email"
        defaultValue={q ?? ""}
      />
      <Select label="State" name="state" defaultValue={state ?? ""}>
        <option value="">All</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {STATE_WORDS[one]}
          </option>
        ))}
      </Select>
    </FilterForm>
  )
}
