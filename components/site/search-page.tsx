import { type Asked, addressOfSearch, type Search } from "@/lib/search/found"
import { LONGEST_QUERY } from "@/lib/search/query"
import { PAGE_LENGTH } from "@/lib/story/listed"
import { FoundCard } from "./found-card"
import { SearchFacets } from "./search-facets"
import { SearchField } from "./search-field"
import "./styles/cards.css"
import "./styles/lists.css"
import "./styles/search.css"

type Props = { asked: Asked; search: Search }

/** What was asked for, how much was found, and the stories, with what was looked for marked. */
export function SearchPage({ asked, search }: Props) {
  const { stories, facets, remarks, lacking } = search
  return (
    <div className="list-page search-page">
      <header className="list-head">
        <h1>Search</h1>
        <SearchField q={asked.q} label="Search the paper" id="q" longest={LONGEST_QUERY} describedBy="search-help" />
        <p id="search-help" className="search-help">
          Words, “a phrase”, -without, author:name, topic:water, section:culture, after:2026-01-31, before:2026
        </p>
        <p role="status" className="search-count">
          {saidOf(asked, search)}
        </p>
        {remarks.map((remark) => (
          <p key={remark} className="search-remark">
            {remark}
          </p>
        ))}
        {search.perhaps && (
          <p className="search-remark">
            Did you mean <a href={addressOfSearch({ ...asked, q: search.perhaps, page: 1 })}>{search.perhaps}</a>?
          </p>
        )}
      </header>
      <div className="search-body">
        <div>
          {stories.length > 0 && (
            <ol className="list found" start={(asked.page - 1) * PAGE_LENGTH + 1}>
              {stories.map((story) => (
                <li key={story.id}>
                  <FoundCard story={story} />
                </li>
              ))}
            </ol>
          )}
          <FoundPages asked={asked} more={search.more} />
        </div>
        {lacking === null && <SearchFacets asked={asked} facets={facets} total={search.total} />}
      </div>
    </div>
  )
}

/** The answer in a sentence: what a screen reader hears first. */
function saidOf({ q, page }: Asked, { lacking, instead, total }: Search): string {
  if (lacking === "everything") return "Type what you are looking for, and press Search."
  if (lacking === "length") return `“${q}” is too short to look for. Write at least two letters.`
  if (lacking === "a word") return "This says only what to leave out. Add a word to look for."
  if (total.stories === 0)
    return `No story holds all of “${q}”. Try fewer words, or other ones, or look whether they are spelled as you meant them.`
  const many = total.only
    ? `More than ${(Math.floor(total.stories / 100) * 100 || total.stories).toLocaleString("en")} stories`
    : one(total.stories)
  const about = instead === null ? (q ? ` for “${q}”` : "") : ` for “${instead}”, because no story holds “${q}”`
  return `${many}${about}${page > 1 ? `, page ${page}` : ""}.`
}

const one = (stories: number) => (stories === 1 ? "One story" : `${stories.toLocaleString("en")} stories`)

function FoundPages({ asked, more }: { asked: Asked; more: boolean }) {
  if (asked.page === 1 && !more) return null
  return (
    <nav className="pages" aria-label="Pages">
      {asked.page > 1 && (
        <a rel="prev" href={addressOfSearch({ ...asked, page: asked.page - 1 })}>
          Better matches
        </a>
      )}
      {more && (
        <a rel="next" href={addressOfSearch({ ...asked, page: asked.page + 1 })}>
          More stories
        </a>
      )}
    </nav>
  )
}
