"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { Person } from "@/lib/people/people"
import { ACTS, type Act, actsOpenTo } from "@/lib/story/acts"
import { AT_ONCE, BULK_ACTS } from "@/lib/story/bulk"
import type { NewslistItem } from "@/lib/story/newslist-line"
import { TAKE_AWAY } from "@/lib/story/taking-away"
import styles from "./bulk.module.css"
import { BulkDialog } from "./bulk-dialog"

/** What can be done with the stories that are chosen: every act that is open for at least one of them, with for how many. */
export function Bulk({ person, stories, approving, onClear, onDone }: BulkProps) {
  const [asking, setAsking] = useState<{ act: Act; stories: readonly NewslistItem[] } | null>(null)
  const open = BULK_ACTS.flatMap((act) => {
    const wanted = (story: NewslistItem) => act !== "approve" || approving.includes(story.section)
    const count = stories.filter((story) => actsOpenTo(person, story).includes(act) && wanted(story)).length
    return count ? [{ act, count }] : []
  })
  const tooMany = stories.length > AT_ONCE
  return (
    <section aria-label="What is selected" className={styles.bar}>
      <p aria-live="polite" className={styles.count}>
        {stories.length} selected
      </p>
      {tooMany && <p>At most {AT_ONCE} at once: select fewer.</p>}
      <div className={styles.acts}>
        {!tooMany &&
          open.map(({ act, count }) => (
            <Button
              key={act}
              small
              look={TAKE_AWAY.includes(act) ? "danger" : "plain"}
              onClick={() => setAsking({ act, stories })}
            >
              {ACTS[act].label}
              {count < stories.length && ` (${count} of ${stories.length})`}
            </Button>
          ))}
        {open.length === 0 && <p>Nothing can be done with these together. Open them one by one.</p>}
      </div>
      <Button small look="quiet" onClick={onClear}>
        Clear selection
      </Button>
      {asking && (
        <BulkDialog
          {...asking}
          personId={person.id}
          onClose={(done) => {
            setAsking(null)
            if (done) onDone()
          }}
        />
      )}
    </section>
  )
}

type BulkProps = {
  person: Pick<Person, "id" | "role">
  stories: readonly NewslistItem[]
  /** the sections in which somebody has to approve a text */
  approving: readonly string[]
  onClear: () => void
  onDone: () => void
}
