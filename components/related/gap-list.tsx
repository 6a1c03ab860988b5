"use client"

import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { type Problem, sentenceOf } from "@/components/editors/doors"
import { useListKeys } from "@/components/story/use-list-keys"
import { Button } from "@/components/ui/button"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import table from "@/components/ui/table.module.css"
import { dayOf } from "@/lib/dates"
import { UNREACHED } from "@/lib/form-answer"
import type { Gap, GapLine } from "@/lib/related/gaps"
import type { Refusal } from "@/lib/story/acts"
import styles from "./gap-list.module.css"

type Answer = { done: string } | Refusal | Problem
type Given = {
  gap: Gap
  lines: readonly GapLine[]
  /** may this person replace an item in many stories? */
  replaces: boolean
  /** do single keys act? */
  keys: boolean
  /** mends one of them by one change of one story; of what most lead to the change is shown first, elsewhere */
  repair: (
    asked: { gap: "orphans"; story: string; with: string } | { gap: "dead-ends"; story: string },
  ) => Promise<Answer>
}

/** Stories of one gap, each with its repair: j and k go from one to the next, r does it. */
export function GapList({ gap, lines, replaces, keys, repair }: Given) {
  const router = useRouter()
  const body = useRef<HTMLTableSectionElement>(null)
  const [busy, setBusy] = useState("")
  // What leads where is found out behind an act: until then these are known here alone.
  const [mended, setMended] = useState<readonly string[]>([])
  const [said, setSaid] = useState<{ tone: "good" | "problem"; words: string } | null>(null)
  const mend = async ({ story, with: found }: GapLine) => {
    if (busy || (gap === "orphans" && !found)) return
    setBusy(story)
    setSaid(null)
    const asked = gap === "orphans" ? { gap, story, with: found?.story ?? "" } : { gap: "dead-ends" as const, story }
    const answer = await repair(asked).catch(() => null)
    setBusy("")
    if (!answer || !("done" in answer))
      return setSaid({
        tone: "problem",
        words: answer ? sentenceOf(answer) : UNREACHED,
      })
    setSaid({ tone: "good", words: answer.done })
    goFrom(story)
    setMended((all) => [...all, story])
    router.refresh()
  }
  const rows = () => [...(body.current?.querySelectorAll<HTMLElement>("tr[data-story]") ?? [])]
  const goFrom = (story: string) => {
    const all = rows()
    const at = all.findIndex(({ dataset }) => dataset.story === story)
    const next = all[at + 1] ?? all[at - 1]
    next?.querySelector<HTMLElement>("a")?.focus()
  }
  useListKeys(body, keys, { repair: (row) => row.querySelector<HTMLElement>("[data-repair]")?.click() })
  return (
    <>
      <div aria-live="polite">{said && <Notice tone={said.tone}>{said.words}</Notice>}</div>
      <p className={styles.keys}>
        {keys ? (
          <>
            Keys: <kbd>j</kbd> and <kbd>k</kbd> go through the list, <kbd>r</kbd> does the repair of the line.
          </>
        ) : (
          "Single keys are turned off; “Keys” in the newslist turns them on."
        )}
      </p>
      <table className={table.table}>
        <caption className="unseen">Stories and what would mend them</caption>
        <thead>
          <tr>
            <th scope="col">Story</th>
            {gap !== "orphans" && gap !== "dead-ends" && <th scope="col">Led to by</th>}
            <th scope="col">Nearest to it</th>
            <th scope="col">
              <span className="unseen">Repair</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {lines
            .filter(({ story }) => !mended.includes(story))
            .map((line) => (
              <tr key={line.story} data-story={line.story}>
                <th scope="row">
                  <Link href={`/newsroom/stories/${line.story}`}>{line.headline}</Link>
                  <p className={styles.soft}>
                    {line.section}, {dayOf(line.publishedAt)}
                  </p>
                </th>
                {gap !== "orphans" && gap !== "dead-ends" && (
                  <td data-label="Led to by">{line.from === 1 ? "1 story" : `${line.from} stories`}</td>
                )}
                <td data-label="Nearest to it">
                  <Nearest found={line.with} />
                </td>
                <td>
                  <Repair {...{ gap, line, replaces }} busy={busy === line.story} onMend={() => mend(line)} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  )
}

function Nearest({ found }: { found: GapLine["with"] }) {
  if (!found) return <span className={styles.soft}>No story is near it.</span>
  return (
    <>
      <Link href={`/newsroom/stories/${found.story}`}>{found.headline}</Link>
      <p className={styles.soft}>{found.reasons.join(". ")}</p>
    </>
  )
}

type RepairProps = { gap: Gap; line: GapLine; replaces: boolean; busy: boolean; onMend: () => void }

function Repair({ gap, line, replaces, busy, onMend }: RepairProps) {
  const { story, headline, with: found } = line
  if (!found) return null
  if (gap === "orphans" || gap === "dead-ends")
    return (
      <Button small data-repair disabled={busy} aria-label={`${WORDS[gap]}: ${headline}`} onClick={onMend}>
        {busy ? "Mending…" : WORDS[gap]}
      </Button>
    )
  if (!replaces) return null
  return (
    <Link
      data-repair
      href={`/newsroom/related/many?out=${story}&into=${found.story}`}
      aria-label={`Lead elsewhere: ${headline}`}
    >
      Lead elsewhere…
    </Link>
  )
}

const WORDS = { orphans: "Lead there", "dead-ends": "Take suggestions" }
