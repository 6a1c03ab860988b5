import type { LiveStory } from "@/lib/story/live"
import type { Difference as Found } from "@/lib/versions/difference"
import { type Compared, historyAddress, type VersionLine, versionAddress, wordOfVersion } from "@/lib/versions/versions"
import { Difference } from "./difference"
import { Moment } from "./moment"
import "./styles/lists.css"
import "./styles/history.css"

type Props = {
  story: LiveStory
  versions: readonly VersionLine[]
  now: Date
  compared: { from: number; to: number; difference: Found; around: Compared["around"] } | null
}

/** Every version of a story that was public, and the differences between two of them. */
export const HistoryPage = ({ story, versions, compared, now }: Props) => (
  <div className="list-page history">
    <header className="list-head">
      <p className="kicker">
        <a href={story.address}>Back to the story</a>
      </p>
      <h1>History</h1>
      <p className="list-about" lang={story.language}>
        {story.headline}
      </p>
    </header>
    <div className="history-columns">
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <ol className="versions" reversed>
          {versions.map((version, at) => (
            <Version key={version.number} {...{ version, story }} before={versions[at + 1]} current={at === 0} />
          ))}
        </ol>
        {versions.length > 2 && <Compare {...{ story, versions, compared }} />}
      </section>
      <section aria-labelledby="difference">
        {compared ? (
          <>
            <h2 id="difference">
              From version {compared.from} to version {compared.to}
            </h2>
            <p className="difference-key">
              <del>Struck through</del>: only in version {compared.from}. <ins>Underlined</ins>: only in version{" "}
              {compared.to}.
            </p>
            <Difference
              difference={compared.difference}
              around={compared.around}
              language={story.language}
              told={{ to: "readers", now }}
            />
          </>
        ) : (
          <>
            <h2 id="difference">Differences</h2>
            <p className="empty">There is one version, as it was published. Nothing has changed since.</p>
          </>
        )}
      </section>
    </div>
  </div>
)

type VersionProps = { version: VersionLine; story: LiveStory; before: VersionLine | undefined; current: boolean }

const Version = ({ version: { number, note, at, ...how }, story, before, current }: VersionProps) => (
  <li value={number}>
    <p>
      <strong>{wordOfVersion(how)}</strong> <Moment at={at} />
      {current && " (what readers see now)"}
    </p>
    {note && <p className="correction-words">{note}</p>}
    <p className="version-doors">
      <a href={versionAddress(story.address, number)}>Read version {number}</a>
      <a href={`/record/check?story=${story.address}&version=${number}`}>Check version {number}</a>
      {before && <a href={historyAddress(story.address, before.number, number)}>What changed in version {number}</a>}
    </p>
  </li>
)

/** Any two of them, without a script. */
const Compare = ({ story, versions, compared }: Omit<Props, "now">) => (
  <form action={historyAddress(story.address)} method="get" className="compare">
    <Choice name="from" label="Compare version" versions={versions} chosen={compared?.from} />
    <Choice name="to" label="with version" versions={versions} chosen={compared?.to} />
    <button type="submit">Compare</button>
  </form>
)

type ChoiceProps = { name: string; label: string; versions: readonly VersionLine[]; chosen: number | undefined }

const Choice = ({ name, label, versions, chosen }: ChoiceProps) => (
  <label>
    {label}
    <select name={name} defaultValue={chosen}>
      {versions.map(({ number }) => (
        <option key={number} value={number}>
          {number}
        </option>
      ))}
    </select>
  </label>
)
