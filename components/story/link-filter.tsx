import { Select, TextField } from "@/components/ui/field"
import { FilterForm } from "@/components/ui/filter-form"
import { STATES, type State } from "@/lib/links/states"
import { STATE_WORDS } from "@/lib/links/words"

/** Narrows the list of outside links to those whose pages are in one state. */
export function LinkFilter({ state, words, unused, total, counts }: LinkFilterProps) {
  return (
    <FilterForm
      action="/newsroom/related"
      chosen={`${state ?? ""} ${unused}`}
      total={`${total.toLocaleString("en")} ${total === 1 ? "link" : "links"}`}
      narrowed={state !== null || words !== "" || unused}
    >
      <TextField label="Words" name="q" type="search" defaultValue={words} maxLength={300} />
      <Select label="Their pages" name="state" defaultValue={state ?? ""}>
        <option value="">All</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {STATE_WORDS[one]} ({(counts[one] ?? 0).toLocaleString("en")})
          </option>
        ))}
      </Select>
      <Select label="Used" name="used" defaultValue={unused ? "nowhere" : ""}>
        <option value="">Anywhere or nowhere</option>
        <option value="nowhere">Nowhere</option>
      </Select>
    </FilterForm>
  )
}

type LinkFilterProps = {
  state: State | null
  words: string
  /** those alone that no story uses */
  unused: boolean
  total: number
  counts: Partial<Record<State, number>>
}
