import type { CorrectedStory } from "@/lib/story/live"
import { Pages } from "./list-page"
import { Moment } from "./moment"

type Props = { corrections: readonly CorrectedStory[]; page: number; more: boolean }

/** Every correction of a story that still stands, newest first. */
export const CorrectionsPage = ({ corrections, page, more }: Props) => (
  <div className="list-page corrections-page">
    <header className="list-head">
      <h1>Corrections</h1>
      <p className="list-about">
        When we get a fact wrong, we say so at the top of the story, with what was wrong and what is right, and here.
      </p>
    </header>
    {corrections.length === 0 && <p className="empty">Nothing has been corrected yet.</p>}
    <ol className="corrections-list">
      {corrections.map(({ id, headline, address, note, at }) => (
        <li key={id}>
          <p className="card-date">
            <Moment at={at} />
          </p>
          <h2 className="card-headline">
            <a href={address}>{headline}</a>
          </h2>
          <p className="correction-words">{note}</p>
        </li>
      ))}
    </ol>
    <Pages address="/corrections" page={page} more={more} />
  </div>
)
