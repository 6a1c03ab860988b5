import type { Correction } from "@/lib/story/live"
import { Moment } from "./moment"

type Props = { corrections: readonly Correction[]; lang?: string | undefined }

/** What was wrong and what is right, under the standfirst, newest first. */
export function Corrections({ corrections, lang }: Props) {
  if (corrections.length === 0) return null
  return (
    <section className="corrections" aria-label="Corrections">
      {corrections.map((correction) => (
        <div className="correction" key={correction.at.getTime()}>
          <p lang={lang}>
            <strong className="correction-label">Correction</strong> <Moment at={correction.at} />
          </p>
          <p className="correction-words">{correction.note}</p>
        </div>
      ))}
    </section>
  )
}
