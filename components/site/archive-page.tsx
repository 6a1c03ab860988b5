import { Fragment, type ReactNode } from "react"
import "./styles/lists.css"

export type Place = { name: string; address: string; within?: readonly Place[] }

type Props = {
  heading: string
  /** the way here: the archive, the year */
  way: readonly Place[]
  /** what this part of the archive holds: years with their months, months, days */
  places: readonly Place[]
  beside: Beside
}

/** The nearest places with stories on either side. */
export type Beside = { before: Place | null; after: Place | null }

/** The archive, a year or a month of it: the way to the days on which something was published. */
export const ArchivePage = ({ heading, way, places, beside }: Props) => (
  <div className="list-page">
    <header className="list-head">
      <Way places={way} />
      <h1>{heading}</h1>
    </header>
    {places.length === 0 && <p className="empty">{NOTHING}</p>}
    {places.some(({ within }) => within) ? (
      places.map(({ name, address, within = [] }) => (
        <section key={address} className="archive-year">
          <h2>
            <a href={address}>{name}</a>
          </h2>
          <Index places={within} />
        </section>
      ))
    ) : (
      <Index places={places} />
    )}
    <BesideLinks {...beside} />
  </div>
)

const Index = ({ places }: { places: readonly Place[] }) =>
  places.length > 0 && (
    <ol className="archive-index">
      {places.map(({ name, address }) => (
        <li key={address}>
          <a href={address}>{name}</a>
        </li>
      ))}
    </ol>
  )

const NOTHING = "Nothing was published in this time."

const Way = ({ places }: { places: readonly Place[] }) => places.length > 0 && <p className="kicker">{wayOf(places)}</p>

/** Archive · 2026 · November 2026, each a link. */
export const wayOf = (places: readonly Place[]): ReactNode =>
  places.map(({ name, address }, index) => (
    <Fragment key={address}>
      {index > 0 && " · "}
      <a href={address}>{name}</a>
    </Fragment>
  ))

/** To the nearest day, month or year with stories: earlier and later, as lists have older and newer. */
export function BesideLinks({ before, after }: Beside) {
  if (!before && !after) return null
  return (
    <nav className="pages" aria-label="Earlier and later">
      {after && (
        <a rel="prev" href={after.address}>
          {after.name}
        </a>
      )}
      {before && (
        <a rel="next" href={before.address}>
          {before.name}
        </a>
      )}
    </nav>
  )
}
