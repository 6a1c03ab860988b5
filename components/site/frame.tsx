import type { ReactNode } from "react"
import { longDayOf, stampOf } from "@/lib/dates"
import { paper } from "@/lib/paper"
import type { Name } from "@/lib/story/surroundings"

type Props = {
  sections: readonly Name[]
  /** the section that the page belongs to */
  current?: string | undefined
  /** on the front page: the day of its newest story. A page is kept until a story changes, so today's date would go stale. */
  edition?: Date | undefined
  front?: boolean
  /** the page of answers has a search field of its own */
  searching?: boolean
  children: ReactNode
}

/** What stands around every page: masthead, sections, foot. */
export const Frame = ({ sections, current, edition, front = false, searching = false, children }: Props) => (
  <>
    <a className="skip" href="#content">
      Skip to the text
    </a>
    <header className={front ? "masthead of-front" : "masthead"}>
      {front && (
        <p className="ears">
          <span>{edition && <time dateTime={stampOf(edition)}>{longDayOf(edition)}</time>}</span>
          <span>{paper.tagline}</span>
        </p>
      )}
      {front ? (
        <h1 className="nameplate">{paper.name}</h1>
      ) : (
        <p className="nameplate">
          <a href="/">{paper.name}</a>
        </p>
      )}
      <nav aria-label="Sections">
        <ul>
          <li className="home">
            <a href="/" aria-current={front ? "page" : undefined}>
              Front page
            </a>
          </li>
          {sections.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/${slug}`} aria-current={current === slug ? "true" : undefined}>
                {name}
              </a>
            </li>
          ))}
          <li className="to-search">
            <a href="/search" aria-current={searching ? "page" : undefined}>
              Search
            </a>
          </li>
        </ul>
      </nav>
    </header>
    <main id="content">{children}</main>
    <footer className="foot">
      <p className="foot-name">
        <a href="/">{paper.name}</a>
      </p>
      <p className="foot-tagline">{paper.tagline}</p>
      <nav aria-label="More of the paper">
        <ul>
          {sections.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/${slug}`}>{name}</a>
            </li>
          ))}
          <li>
            <a href="/search">Search</a>
          </li>
          <li>
            <a href="/corrections">Corrections</a>
          </li>
          <li>
            <a href="/about/bylines">Who writes</a>
          </li>
          <li>
            <a href="/archive">Archive</a>
          </li>
          <li>
            <a href="/feed.xml">RSS feed</a>
          </li>
        </ul>
      </nav>
    </footer>
  </>
)
