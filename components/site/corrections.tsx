import { type Correction, correctionLabel } from "@/lib/story/live"
import { Moment } from "./moment"

type Props = { corrections: readonly Correction[]; lang?: string | undefined }

/** What was wrong and what is right, or what could be misunderstood, newest first. */
export function Corrections({ corrections, lang }: Props) {
  const [first] = corrections
  if (!first) return null
  return (
    <section className="corrections" aria-label={`${correctionLabel(first)}s`}>
      {corrections.map((correction) => (
        <div className="correction" key={correction.at.getTime()}>
          <p lang={lang}>
            <strong className="correction-label">{correctionLabel(correction)}</strong> <Moment at={correction.at} />
          </p>
          <p className="correction-words">{correction.note}</p>
        </div>
      ))}
    </section>
  )
}
