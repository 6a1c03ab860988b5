"use client"

import { useEffect, useState } from "react"
import styles from "./alarm.module.css"
import { Link } from "./link"
import { Notice } from "./notice"

type Late = { id: string; headline: string }
type Props = { late: readonly Late[]; look: (asked: object) => Promise<{ late: Late[] } | { problem: unknown }> }

/** How often it looks, in milliseconds. */
const OFTEN = 15_000

/** Over every screen: what was due and was not done. It looks by itself as long as the screen is in sight. */
export function Alarm({ late, look }: Props) {
  const [present, setPresent] = useState(late)
  useEffect(() => setPresent(late), [late])
  useEffect(() => {
    const again = setInterval(async () => {
      if (document.visibilityState !== "visible") return
      const answer = await look({}).catch(() => null)
      if (answer && "late" in answer) setPresent(answer.late)
    }, OFTEN)
    return () => clearInterval(again)
  }, [look])
  const [first] = present
  if (!first) return null
  const said = present.length === 1 ? "A story was due" : `${present.length} stories were due`
  return (
    <div role="alert" className={styles.place}>
      <Notice tone="problem">
        {said}, and the clock could not do it:{" "}
        <Link href={`/newsroom/stories/${first.id}`}>{first.headline || "a story without a headline"}</Link>
        {present.length > 1 && (
          <>
            {" "}
            and <Link href="/newsroom/coming">others</Link>
          </>
        )}
        .
      </Notice>
    </div>
  )
}
