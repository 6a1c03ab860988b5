import { paper } from "@/lib/paper"
import { type CorrectedStory, correctionLabel } from "@/lib/story/live"
import { Pages } from "./list-page"
import { Moment } from "./moment"
import "./styles/cards.css"
import "./styles/lists.css"
import "./styles/prose.css"

type Props = { corrections: readonly CorrectedStory[]; page: number; more: boolean }

/** Every correction of a story that still stands, newest first; then the policy, and how to report an error. */
export const CorrectionsPage = ({ corrections, page, more }: Props) => (
  <div className="list-page corrections-page">
    <header className="list-head">
      <h1>Corrections</h1>
      <p className="list-about">
        When we get a fact wrong, we say so at the top of the story, with what was wrong and what is right, and here.{" "}
        <a href="#report">Report an error</a>
      </p>
    </header>
    <div className="corrections-columns">
      <div>
        {corrections.length === 0 && <p className="empty">Nothing has been corrected yet.</p>}
        <ol className="corrections-list">
          {corrections.map(({ id, headline, address, note, at, clarifies }) => (
            <li key={id} id={`correction-${id}`}>
              <p className="card-date">
                {correctionLabel({ clarifies })}
                {" · "}
                <a href={`#correction-${id}`}>
                  <Moment at={at} />
                </a>
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
      <CorrectionsPolicy />
    </div>
  </div>
)

const CorrectionsPolicy = () => (
  <div className="prose policy-notes">
    <h2 id="report">Report an error</h2>
    <p>
      Write to <a href={`mailto:${paper.corrections}`}>{paper.corrections}</a> with the address of the story and what is
      wrong. You need no account, and you need not give your name. An editor reads every message.
    </p>
    <h2 id="policy">What we hold ourselves to</h2>
    <ul>
      <li>A fact that was wrong is put right in the text, and the correction says what was wrong and what is right.</li>
      <li>The correction stands under the story’s standfirst, with its time, for as long as the story does.</li>
      <li>What was right but could be misunderstood gets a clarification, at the end of the story.</li>
      <li>What is merely new is an update, and carries no correction. A spelling mistake is mended without a word.</li>
      <li>
        No version is ever changed or thrown away: a story that was changed has a “History”, with every version and the
        differences between any two.
      </li>
      <li>A story that should not have been published is withdrawn. Its address then gives the reason.</li>
    </ul>
    <p>
      Who writes here, and when a name is missing: <a href="/about/bylines">who writes what you read</a>.
    </p>
  </div>
)
