import { Select, TextField } from "@/components/ui/field"
import { FilterForm } from "@/components/ui/filter-form"
import { type Due, type NewslistFilter as Filter, isNarrowed } from "@/lib/story/newslist"
import { STATUSES } from "@/lib/story/story"

export function NewslistFilter({ filter, sections, total }: NewslistFilterProps) {
  const { q = "", status = "", section = "", who = "", due = "" } = filter
  const words = `${total.toLocaleString("en")} ${total === 1 ? "story" : "stories"}`
  return (
    <FilterForm
      action="/newsroom"
      chosen={`${status} ${section} ${who} ${due}`}
      total={words}
      narrowed={isNarrowed(filter)}
    >
      <TextField
        label="Words"
        type="search"
        name="q"
        maxLength={200}
        autoComplete="off"
        placeholder="In headline, standfirst or slug"
        defaultValue={q}
      />
      <Select label="Status" name="status" defaultValue={status}>
        <option value="">All</option>
        {STATUSES.map((one) => (
          <option key={one} value={one}>
            {one[0]?.toUpperCase() + one.slice(1)}
          </option>
        ))}
      </Select>
      <Select label="Section" name="section" defaultValue={section}>
        <option value="">All</option>
        {sections.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        label="Who"
        name="who"
        maxLength={200}
        autoComplete="off"
        placeholder="A name, or “me”"
        size={14}
        defaultValue={who}
      />
      <Select label="Due or pending" name="due" defaultValue={due}>
        <option value="">All</option>
        {Object.entries(DUE_WORDS).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
    </FilterForm>
  )
}

const DUE_WORDS: Record<Due, string> = {
  today: "Due today",
  week: "Due within 7 days",
  planned: "Anything planned",
  embargo: "Under embargo",
  withdrawal: "To be withdrawn",
  changes: "Unpublished changes",
}

type NewslistFilterProps = {
  filter: Filter
  sections: readonly { slug: string; name: string }[]
  total: number
}
