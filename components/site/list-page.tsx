import type { ReactNode } from "react"
import type { ListedStory } from "@/lib/story/live"
import { Card } from "./card"

type Props = {
  heading: string
  /** what kind of list it is, over the heading */
  over?: ReactNode
  address: string
  stories: readonly ListedStory[]
  page: number
  more: boolean
  /** do its stories come from many sections? */
  mixed?: boolean
  /** what stands below: the ways to what lies beside this list */
  children?: ReactNode
}

/** A section, a topic, or what somebody wrote: newest first, on real pages. */
export function ListPage({ heading, over, address, stories, page, more, mixed, children }: Props) {
  return (
    <div className="list-page">
      <header className="list-head">
        {over && <p className="kicker">{over}</p>}
        <h1>{heading}</h1>
        {page > 1 && <p className="list-number">Page {page}</p>}
      </header>
      {stories.length === 0 && <p className="empty">Nothing has been published here yet. Come back soon.</p>}
      <div className="list">
        {stories.map((story, index) => (
          <Card
            key={story.id}
            story={story}
            size={index === 0 && page === 1 ? "lead" : "plain"}
            level={2}
            sizes={index === 0 && page === 1 ? "(min-width: 64rem) 40rem, 100vw" : "(min-width: 40rem) 15rem, 8rem"}
            picture
            standfirst
            showSection={mixed ?? false}
            first={index === 0}
          />
        ))}
      </div>
      <Pages address={address} page={page} more={more} />
      {children}
    </div>
  )
}

export function Pages({ address, page, more }: { address: string; page: number; more: boolean }) {
  if (page === 1 && !more) return null
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && (
        <a rel="prev" href={page === 2 ? address : `${address}?page=${page - 1}`}>
          Newer stories
        </a>
      )}
      {more && (
        <a rel="next" href={`${address}?page=${page + 1}`}>
          Older stories
        </a>
      )}
    </nav>
  )
}
