import type { ReactNode } from "react"
import type { Placed } from "@/lib/front/front"
import { Card } from "./card"
import "./styles/cards.css"
import "./styles/lists.css"

type Props = {
  heading: string
  /** what kind of list it is, over the heading */
  over?: ReactNode
  /** what it is about, in a sentence or two */
  lead?: string | undefined
  address: string
  stories: readonly Placed[]
  page: number
  more: boolean
  /** what stands below: the ways to what lies beside this list */
  children?: ReactNode
}

const PICTURE_SIZES = {
  lead: "(min-width: 64rem) 40rem, 100vw",
  feature: "(min-width: 64rem) 38rem, 100vw",
  plain: "(min-width: 40rem) 15rem, 8rem",
}

/** A section, a topic, a package, or what somebody wrote: in its order below the slots of editors, on real pages. */
export function ListPage({ heading, over, lead, address, stories, page, more, children }: Props) {
  return (
    <div className="list-page">
      <header className="list-head">
        {over && <p className="kicker">{over}</p>}
        <h1>{heading}</h1>
        {lead && page === 1 && <p className="list-about">{lead}</p>}
        {page > 1 && <p className="list-number">Page {page}</p>}
      </header>
      {stories.length === 0 && <p className="empty">Nothing has been published here yet. Come back soon.</p>}
      <div className="list">
        {stories.map(({ story, size }, index) => (
          <Card
            key={story.id}
            story={story}
            size={size}
            level={2}
            sizes={PICTURE_SIZES[size]}
            picture
            standfirst
            showSection={address !== `/${story.section.slug}`}
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
