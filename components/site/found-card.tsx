import { dayOf, stampOf } from "@/lib/dates"
import type { FoundStory } from "@/lib/search/found"
import type { Marked } from "@/lib/search/marks"
import { Byline } from "./byline"

/** A story that was found: as in other lists, with the words that were looked for marked, and some of the text around them. */
export function FoundCard({ story }: { story: FoundStory }) {
  const { marked, kicker, section, language, address, byline, publishedAt } = story
  return (
    <article className="card plain" lang={language}>
      <p className="kicker">{[section.name, kicker].filter(Boolean).join(" · ")}</p>
      <h2 className="card-headline">
        <a href={address}>
          <Words marked={marked.headline} />
        </a>
      </h2>
      {story.standfirst && (
        <p className="card-standfirst">
          <Words marked={marked.standfirst} />
        </p>
      )}
      {marked.text.some(({ found }) => found) && (
        <p className="found-text">
          … <Words marked={marked.text} /> …
        </p>
      )}
      <div className="card-meta">
        <Byline names={byline} className="card-byline" />
        <p className="card-date">
          <time dateTime={stampOf(publishedAt)}>{dayOf(publishedAt)}</time>
        </p>
      </div>
    </article>
  )
}

const Words = ({ marked }: { marked: Marked }) =>
  marked.map(({ words, found, at }) => (found ? <mark key={at}>{words}</mark> : words))
