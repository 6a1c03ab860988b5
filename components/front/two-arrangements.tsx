"use client"

import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { momentOf } from "@/lib/dates"
import { type ArrangedPage, type Slot, standingAt } from "@/lib/front/arrangement"
import { differences } from "@/lib/front/changes"
import styles from "./two-arrangements.module.css"
import type { ArrangingAtDesk } from "./use-arranging"

/** Two arrangements of one page, side by side: nothing is written before somebody has chosen. */
export function TwoArrangements({ mine, theirs, headlineOf, desk }: TwoArrangementsProps) {
  const { inForce, history, at } = theirs
  const [last] = history
  const theirSlots = standingAt(inForce?.slots ?? [], at)
  const mineDoes = differences(theirSlots, mine, headlineOf)
  return (
    <Dialog title="Two arrangements of this page" wide onClose={desk.decideLater}>
      <p>
        {last && `${last.by.name} changed this page on ${momentOf(last.madeAt)}. `}
        Nothing of yours was written, and nothing of it is lost.
      </p>
      <div className={styles.sides}>
        <Side title="Yours, not saved" slots={mine} headlineOf={headlineOf} />
        <Side title="In force now" slots={theirSlots} headlineOf={headlineOf} />
      </div>
      <p>{mineDoes.length ? `Against theirs, yours ${mineDoes.join(", ")}.` : "Both have the same slots."}</p>
      <DialogButtons>
        <Button onClick={desk.decideLater}>Decide later</Button>
        <Button disabled={desk.busy} onClick={() => desk.takeTheirs(theirs)}>
          Take theirs
        </Button>
        <Button look="strong" disabled={desk.busy} onClick={() => desk.saveOnTop(theirs)}>
          Save mine on top
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

function Side({
  title,
  slots,
  headlineOf,
}: {
  title: string
  slots: readonly Slot[]
  headlineOf: (id: string) => string
}) {
  return (
    <section>
      <h3>{title}</h3>
      {slots.length === 0 && <p className={styles.soft}>No slots: newest first.</p>}
      <ol className={styles.slots}>
        {slots.map(({ story, size, headline, kicker, until }) => (
          <li key={story}>
            <p className={styles.headline}>{headline || headlineOf(story)}</p>
            <p className={styles.soft}>
              {[size, kicker, until && `pinned until ${momentOf(new Date(until))}`].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

type TwoArrangementsProps = {
  mine: readonly Slot[]
  theirs: ArrangedPage
  headlineOf: (story: string) => string
  desk: ArrangingAtDesk
}
