import { momentOf } from "@/lib/dates"
import type { Earlier, Sitting } from "@/lib/versions/sittings"
import { byOf, calledIn, historyOf, kindOf, whenOf } from "./words"

type Props = {
  storyId: string
  texts: readonly Earlier[]
  /** the sittings of this page */
  on: readonly Sitting[]
  page: number
  pages: number
  shown: Earlier | undefined
  /** what changed with a text, in a line */
  changed: (text: Earlier) => string
}

/** Who wrote when, and what it changed; the newest first, a page at a time. */
export function SittingsList({ storyId, texts, on, page, pages, shown, changed }: Props) {
  const pageAt = (number: number) => `/newsroom/stories/${storyId}/history?page=${number}`
  const isHere = (sitting: Sitting) => shown !== undefined && sitting.includes(shown)
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">The newest first</h2>
      <ol className="versions sittings">
        {on.map((sitting) => {
          const [newest] = sitting
          return (
            <li key={newest.name} aria-current={isHere(sitting) || undefined}>
              <p>
                <strong>{kindOf(newest)}</strong> {whenOf(sitting)}, {byOf(newest)}
                {newest.live && " (what readers have)"}
              </p>
              {newest.takenFrom && <p className="change-note">It is {calledIn(texts, newest.takenFrom)} again.</p>}
              {newest.note && <p className="correction-words">{newest.note}</p>}
              {changed(newest) && <p className="change-note">{changed(newest)}</p>}
              <p className="version-doors">
                <a href={`${historyOf(storyId, newest.name, page)}#difference`}>
                  What changed<span className="heard"> with this: {`${kindOf(newest)}, ${whenOf(sitting)}`}</span>
                </a>
              </p>
              {sitting.length > 1 && <OnTheWay {...{ storyId, sitting, page, shown }} />}
            </li>
          )
        })}
      </ol>
      {pages > 1 && (
        <nav aria-label="Pages" className="version-doors">
          {page > 1 && <a href={pageAt(page - 1)}>Newer</a>}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages && <a href={pageAt(page + 1)}>Older</a>}
        </nav>
      )}
    </section>
  )
}

/** The texts that were kept within a sitting, for whoever looks for one of them. */
function OnTheWay({ storyId, sitting, page, shown }: Pick<Props, "storyId" | "page" | "shown"> & { sitting: Sitting }) {
  const [newest, ...others] = sitting
  return (
    <details className="stayed" open={shown !== undefined && others.includes(shown)}>
      <summary>
        {others.length} {others.length === 1 ? "text" : "texts"} kept on the way
      </summary>
      <ol className="version-doors">
        {others.map(({ name, at }) => (
          <li key={name}>
            <a href={`${historyOf(storyId, name, page)}#difference`}>
              Draft, {momentOf(at)}
              <span className="heard">, {byOf(newest)}</span>
            </a>
          </li>
        ))}
      </ol>
    </details>
  )
}
