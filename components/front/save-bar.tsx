"use client"

import { ArrowUpRight } from "lucide-react"
import { useId } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { atWall, momentOf, wallOf } from "@/lib/dates"
import styles from "./front-screen.module.css"
import type { ArrangingAtDesk } from "./use-arranging"

/** When the slots take effect, how they will look then, and that they do. */
export function SaveBar({ desk }: { desk: ArrangingAtDesk }) {
  const { work, dirty, busy, problem } = desk
  const later = work.when !== null
  const at = atWall(work.when ?? "")
  return (
    <section aria-label="When and how" className={styles.save}>
      <When desk={desk} later={later} at={at} problem={problem?.fields.from} />
      <div className={styles.buttons}>
        <Preview desk={desk} />
        {dirty && <Button onClick={desk.discard}>Discard changes</Button>}
        <Button look="strong" disabled={busy || (later && !at)} onClick={desk.save}>
          {later ? "Save for later" : "Save"}
        </Button>
      </div>
      <p className={styles.soft}>{dirty ? "There are changes that are not saved." : "These are the slots in force."}</p>
    </section>
  )
}

type WhenProps = { desk: ArrangingAtDesk; later: boolean; at: Date | null; problem: string | undefined }

function When({ desk, later, at, problem }: WhenProps) {
  const name = useId()
  return (
    <div className={styles.when}>
      <fieldset className={styles.choices}>
        <legend>Takes effect</legend>
        <label>
          <input type="radio" name={name} checked={!later} onChange={() => desk.schedule(null)} />
          At once
        </label>
        <label>
          <input
            type="radio"
            name={name}
            checked={later}
            onChange={() => desk.schedule(wallOf(new Date(Date.now() + 3_600_000)))}
          />
          At a time
        </label>
      </fieldset>
      {later && (
        <TextField
          label="Date and time"
          type="datetime-local"
          value={desk.work.when ?? ""}
          problem={problem}
          hint={at ? `By the paper's clock: ${momentOf(at)}.` : "By the paper's clock."}
          onChange={(event) => desk.schedule(event.target.value)}
        />
      )}
    </div>
  )
}

/** An address holds so much: longer ones are refused by some servers on the way. */
const LONGEST_ADDRESS = 12_000

function Preview({ desk: { page, work, dirty } }: { desk: ArrangingAtDesk }) {
  const asked = new URLSearchParams()
  if (work.when) asked.set("at", work.when)
  if (dirty || work.when !== null) asked.set("slots", JSON.stringify(work.slots))
  const address = `/newsroom/front/${page}/preview${asked.size ? `?${asked}` : ""}`
  if (address.length > LONGEST_ADDRESS)
    return <p className={styles.soft}>Too many words to preview before they are saved.</p>
  return (
    <a href={address} target="_blank" rel="noopener" className={styles.preview}>
      Preview
      <ArrowUpRight size={14} aria-hidden />
      <span className="unseen">, opens in a new tab</span>
    </a>
  )
}
