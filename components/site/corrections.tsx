import type { Correction } from "@/lib/story/live"
import { Moment } from "./moment"

/** What was wrong and what is right, under the standfirst, newest first. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null
  return (
    <section className="corrections" aria-label="Corrections">
      {corrections.map((correction) => (
        <div className="correction" key={correction.at.getTime()}>
          <p>
            <strong className="correction-label">Correction</strong> <Moment at={correction.at} />
          </p>
          <p className="correction-words">{correction.note}</p>
        </div>
      ))}
    </section>
  )
}
