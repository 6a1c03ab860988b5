import { type Asked, addressOfSearch, type Facet, type Facets, type Total } from "@/lib/search/found"

type Props = { asked: Asked; facets: Facets; total: Total }

const GROUPS = [
  { by: "section", heading: "Section" },
  { by: "topic", heading: "Topic" },
  { by: "author", heading: "Author" },
  { by: "year", heading: "Year" },
] as const

/** Links that narrow the answer and keep the question; what is narrowed already is a link that widens it again. */
export function SearchFacets({ asked, facets, total }: Props) {
  const narrows = ({ stories }: Facet) => stories < total.stories
  const groups = GROUPS.filter(({ by }) => facets[by].some(narrows) || asked[by] !== null)
  if (groups.length === 0) return null
  return (
    <nav className="facets" aria-label="Narrow the search">
      {total.only && (
        <p className="facets-about">Counted among the stories that were ranked, not in the whole archive.</p>
      )}
      {groups.map(({ by, heading }) => (
        <div key={by}>
          <h2>{heading}</h2>
          <ul>
            {chosenOf(asked, facets, by).map((facet) => (
              <li key={facet.value}>
                <FacetLink asked={asked} by={by} facet={facet} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

type By = (typeof GROUPS)[number]["by"]

/** Where a group is narrowed, only what it is narrowed to: also when nothing of it was found. */
function chosenOf(asked: Asked, facets: Facets, by: By): Facet[] {
  const chosen = asked[by]
  if (chosen === null) return facets[by]
  const value = String(chosen)
  return [facets[by].find((facet) => facet.value === value) ?? { value, name: value, stories: 0 }]
}

function FacetLink({ asked, by, facet }: { asked: Asked; by: By; facet: Facet }) {
  if (asked[by] !== null)
    return (
      <a href={addressOfSearch({ ...asked, [by]: null, page: 1 })} aria-current="true">
        {facet.name} <span className="facet-count">(show all again)</span>
      </a>
    )
  const value = by === "year" ? Number(facet.value) : facet.value
  return (
    <a href={addressOfSearch({ ...asked, [by]: value, page: 1 })}>
      {facet.name} <span className="facet-count">({facet.stories.toLocaleString("en")})</span>
    </a>
  )
}
