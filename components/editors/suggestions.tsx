"use client"

import { Plus } from "lucide-react"
import { useCallback, useEffect, useRef, useState } from "react"
import { z } from "zod"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { momentOf } from "@/lib/dates"
import { type HideAsked, hiddenLine, type SuggestionLine, suggestionLine } from "@/lib/related/hidden"
import styles from "./suggestions.module.css"
import { useNextFocus } from "./use-next-focus"

const told = z.object({ items: z.array(suggestionLine), hidden: z.array(hiddenLine) })
type Told = z.infer<typeof told>
const refusal = z.object({ detail: z.string() })
const AWAY = "The server cannot be reached. Nothing was done; try again."

type Given = {
  storyId: string
  /** the stories that are among the related news already */
  taken: ReadonlySet<string>
  writable: boolean
  /** may this person hide suggestions? */
  hides: boolean
  onAdd: (line: SuggestionLine) => void
}

/** What the paper itself would put below the story, each with why; and what somebody did not want there. */
export function Suggestions({ storyId, taken, writable, hides, onAdd }: Given) {
  const at = `/api/v1/stories/${storyId}/suggestions`
  const [known, setKnown] = useState<Told | null>(null)
  const [problem, setProblem] = useState("")
  const [said, setSaid] = useState("")
  const part = useRef<HTMLElement>(null)
  const leaves = useNextFocus(part)
  const look = useCallback(async () => {
    const answer = await ask(at)
    const read = told.safeParse(answer.told)
    setProblem(read.success ? "" : "Suggestions could not be looked for.")
    if (read.success) setKnown(read.data)
  }, [at])
  useEffect(() => void look(), [look])
  const hide = async (asked: HideAsked, done: string) => {
    const answer = await ask(at, asked)
    setSaid(answer.refused ? "" : done)
    if (answer.refused) setProblem(answer.refused)
    else await look()
  }
  const open = known?.items.filter(({ story }) => !taken.has(story)) ?? []
  return (
    <section ref={part} aria-labelledby="suggestions" className={styles.part}>
      <h3 id="suggestions" tabIndex={-1}>
        Suggestions
      </h3>
      <div aria-live="polite">
        {problem && (
          <Notice tone="problem">
            {problem}{" "}
            <Button small onClick={() => void look()}>
              Try again
            </Button>
          </Notice>
        )}
      </div>
      {!known && !problem && <p className={styles.soft}>Looking for stories that have something in common …</p>}
      {known && open.length === 0 && (
        <p className={styles.soft}>No public story has enough in common with this one as it is saved.</p>
      )}
      {open.length > 0 && (
        <ul className={styles.lines} aria-label="Stories suggested">
          {open.map((line) => (
            <li key={line.story}>
              <strong>{line.headline}</strong>
              <span className={styles.soft}>{line.reasons.join(" · ")}</span>
              <span className={styles.acts}>
                {writable && (
                  <Button
                    small
                    aria-label={`Add ${line.headline}`}
                    data-next="add"
                    onClick={({ currentTarget }) => {
                      leaves(currentTarget, "add")
                      onAdd(line)
                    }}
                  >
                    <Plus size={14} aria-hidden /> Add
                  </Button>
                )}
                {hides &&
                  (["here", "everywhere"] as const).map((where) => (
                    <Button
                      key={where}
                      small
                      look="quiet"
                      aria-label={`Hide ${line.headline} ${where}`}
                      data-next={where}
                      onClick={({ currentTarget }) => {
                        leaves(currentTarget, where)
                        void hide({ story: line.story, hide: where }, `${line.headline} is hidden ${where}.`)
                      }}
                    >
                      Hide {where}
                    </Button>
                  ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {known && known.hidden.length > 0 && (
        <details className={styles.hidden}>
          <summary>Hidden ({known.hidden.length})</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Story</th>
                <th scope="col">Where, and by whom</th>
                {hides && <td />}
              </tr>
            </thead>
            <tbody>
              {known.hidden.map(({ story, headline, everywhere, by, at: when }) => (
                <tr key={story}>
                  <th scope="row">{headline || "A story without a headline"}</th>
                  <td>
                    {everywhere ? "Everywhere" : "Here"}, <bdi>{by}</bdi>, {momentOf(when)}
                  </td>
                  {hides && (
                    <td>
                      <Button
                        small
                        aria-label={`Suggest ${headline} again`}
                        data-next="undo"
                        onClick={({ currentTarget }) => {
                          leaves(currentTarget, "undo")
                          void hide({ story, hide: "nowhere" }, `${headline} may be suggested again.`)
                        }}
                      >
                        Undo
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <div aria-live="polite" className="unseen">
        {said}
      </div>
    </section>
  )
}

async function ask(address: string, body?: HideAsked): Promise<{ told?: unknown; refused: string }> {
  try {
    const sent = body && { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } }
    const answer = await fetch(address, sent)
    const said: unknown = await answer.json()
    return answer.ok ? { told: said, refused: "" } : { refused: refusal.safeParse(said).data?.detail ?? AWAY }
  } catch {
    return { refused: AWAY }
  }
}
