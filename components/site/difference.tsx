import { largest } from "@/lib/pictures/pictures"
import type { Surroundings } from "@/lib/story/surroundings"
import type { Difference as Found } from "@/lib/versions/difference"
import { type Segment, segmentsOf } from "@/lib/versions/segments"
import { contentOf, type Step } from "@/lib/versions/steps"
import { FIELD_LABELS, type Part, partOf, type Told, wordsOfField } from "@/lib/versions/words"
import "./styles/history.css"

type Props = { difference: Found; around: Surroundings; language: string; told: Told }

/** What changed between two versions: fields first, then the text in its order, with what stayed folded away. */
export function Difference({ difference: { fields, body }, around, language, told }: Props) {
  const changes = fields
    .map(({ field, ...sides }) => {
      const [before, after] = [sides.before, sides.after].map((value) => wordsOfField(field, value, around, told))
      return { field, before: before ?? "", after: after ?? "" }
    })
    // What was changed may be what readers do not see: an item that is hidden from them.
    .filter(({ field, before, after }) => field !== "related" || before !== after)
  const steps = body.map((step) => ("before" in step && isSame(step) ? { same: step.after } : step))
  const nothing = changes.length === 0 && steps.every((step) => "same" in step)
  return (
    <div className="difference">
      {nothing && <p className="empty">Nothing that readers see changed between these two.</p>}
      {changes.map(({ field, before, after }) => (
        <Change key={field} label={FIELD_LABELS[field]}>
          <p lang={language}>
            <Segments segments={segmentsOf(before, after)} />
          </p>
        </Change>
      ))}
      {stretchesOf(steps).map((stretch, at) =>
        Array.isArray(stretch) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order
          <Stayed key={at} parts={stretch.map((block) => partOf(block, around))} language={language} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order
          <Changed key={at} step={stretch} around={around} language={language} />
        ),
      )}
    </div>
  )
}

type OneChanged = Exclude<Step, { same: unknown }>

/** The same words under another id. */
const isSame = ({ before, after }: OneChanged) => contentOf(before) === contentOf(after)

/** Steps in their order; what stayed and stands together is one stretch. */
function stretchesOf(steps: readonly Step[]): (unknown[] | OneChanged)[] {
  const stretches: (unknown[] | OneChanged)[] = []
  for (const step of steps) {
    const last = stretches.at(-1)
    if (!("same" in step)) stretches.push(step)
    else if (Array.isArray(last)) last.push(step.same)
    else stretches.push([step.same])
  }
  return stretches
}

const Change = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="change">
    <h3 className="change-label">{label}</h3>
    {children}
  </div>
)

function Changed({ step: { before, after, moved, was: stood }, around, language }: ChangedProps) {
  const [was, is] = [before ?? stood ?? null, after].map((block) => (block === null ? null : partOf(block, around)))
  const part = is ?? was
  if (!part) return null
  if (moved && !is) return <WentAway part={part} language={language} />
  return (
    <Change label={`${part.label}${stateOf(was, is, moved)}`}>
      {was?.pictureId && was.pictureId !== is?.pictureId && <Picture id={was.pictureId} gone around={around} />}
      {is?.pictureId && was?.pictureId !== is.pictureId && <Picture id={is.pictureId} around={around} />}
      <div className="change-words" lang={language}>
        {moved && was?.form === is?.form ? part.words : <Words was={was} is={is} />}
      </div>
    </Change>
  )
}

/** What stands elsewhere now is told there: here by its first words, and not as if it were gone. */
const WentAway = ({ part: { label, words }, language }: { part: Part; language: string }) => (
  <Change label={`${label}, moved from here`}>
    {words && (
      <p className="change-note" lang={language}>
        {words.length > 60 ? `${words.slice(0, 60)}…` : words}
      </p>
    )}
  </Change>
)

type ChangedProps = { step: OneChanged; around: Surroundings; language: string }

function stateOf(was: Part | null | undefined, is: Part | null | undefined, moved: boolean | undefined) {
  if (moved) return was?.form === is?.form ? ", moved here" : ", moved here and changed"
  return is ? (was ? "" : ", added") : ", removed"
}

function Words({ was, is }: { was: Part | null | undefined; is: Part | null | undefined }) {
  if (!was || !is || was.words !== is.words)
    return <Segments segments={segmentsOf(was?.words ?? "", is?.words ?? "")} />
  return (
    <>
      <p className="change-note">The words are the same; what changed is how they stand or where they lead.</p>
      {was.form !== is.form && <Segments segments={segmentsOf(was.form, is.form)} />}
    </>
  )
}

const Picture = ({ id, gone = false, around }: { id: string; gone?: boolean; around: Surroundings }) => {
  const found = around.pictures.find((picture) => picture.named === id)
  return (
    <p className="change-note">
      {gone ? "Picture removed: " : "Picture added: "}
      {found ? <a href={largest(found, "jpg")}>see it</a> : "it is not here any more"}
    </p>
  )
}

const MARKS = { removed: ["del", "removed: "], added: ["ins", "added: "] } as const

/** Told apart by line-through and underline, by brackets in print and forced colours, and by words for who hears them. */
const Segments = ({ segments }: { segments: readonly Segment[] }) =>
  segments.map(({ kind, text }, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order
    if (kind === "same") return <span key={at}>{text}</span>
    const [Tag, said] = MARKS[kind]
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order
      <Tag key={at}>
        <span className="heard">{said}</span>
        {text}
      </Tag>
    )
  })

const Stayed = ({ parts, language }: { parts: readonly Part[]; language: string }) => (
  <details className="stayed">
    <summary>{parts.length === 1 ? "One part" : `${parts.length} parts`} unchanged</summary>
    {parts.map(({ words, label }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a list that never changes its order
      <p key={at} lang={words ? language : undefined}>
        {words || label}
      </p>
    ))}
  </details>
)
