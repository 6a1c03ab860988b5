"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox, Select, TextField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Outcome } from "@/components/ui/outcome"
import { problemOf } from "@/lib/form-answer"
import type { Ask } from "./ask"
import styles from "./pictures.module.css"
import { useSave } from "./use-save"

type Given = { for: string; sections: readonly string[]; until: string; notIn: string; note: string }
type Suggested = { notIn: readonly string[]; until: string | null; note: string }

type Props = {
  id: string
  /** `until` as the clock on the paper's wall shows it, or empty */
  rights: Given
  /** what the agency's instructions ask for */
  suggested: Suggested
  sections: readonly { slug: string; name: string }[]
  zone: string
  save: Ask
}

/** Who may use a picture, until when, and where not. */
export function RightsForm({ id, rights, suggested, sections, zone, save }: Props) {
  const [given, setGiven] = useState(rights)
  const { answer, busy, send } = useSave(save)
  const change = (some: Partial<Given>) => setGiven((before) => ({ ...before, ...some }))
  const wanted = sentenceOf(suggested, given)
  const untilProblem = problemOf(answer, "until")
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send({ id, ...given, notIn: placesIn(given.notIn) })
      }}
      className={styles.form}
    >
      {wanted && (
        <Notice>
          The agency's instructions ask for more: {wanted}{" "}
          <Button small onClick={() => change(takenOver(suggested, given))}>
            Take over
          </Button>
        </Notice>
      )}
      <Select label="Who may use it" value={given.for} onChange={({ target }) => change({ for: target.value })}>
        <option value="ours">Anyone of ours</option>
        <option value="paper">This paper only</option>
        <option value="sections">Some sections only</option>
      </Select>
      {given.for === "sections" && (
        <fieldset className={styles.checks}>
          <legend>Sections that may use it</legend>
          {sections.map(({ slug, name }) => (
            <Checkbox
              key={slug}
              label={name}
              checked={given.sections.includes(slug)}
              onChange={({ target }) =>
                change({
                  sections: target.checked ? [...given.sections, slug] : given.sections.filter((one) => one !== slug),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <TextField
        label={`Until (${zone})`}
        type="datetime-local"
        value={given.until}
        onChange={({ target }) => change({ until: target.value })}
        hint="From then on readers do not have it. Leave it open where there is no end."
        {...(untilProblem && { problem: untilProblem })}
      />
      <TextField
        label="Not in"
        value={given.notIn}
        onChange={({ target }) => change({ notIn: target.value })}
        hint="Countries, with commas between them: Spain, Germany."
      />
      <TextField
        label="Note"
        value={given.note}
        maxLength={1_000}
        onChange={({ target }) => change({ note: target.value })}
      />
      <Outcome answer={answer} />
      <div>
        <Button type="submit" look="strong" disabled={busy}>
          {busy ? "Saving…" : "Save rights"}
        </Button>
      </div>
    </form>
  )
}

const placesIn = (words: string) => words.split(",").flatMap((word) => word.trim().toLocaleUpperCase("en") || [])

const missing = ({ notIn }: Suggested, given: Given) => notIn.filter((one) => !placesIn(given.notIn).includes(one))

/** What the instructions ask for that the rules do not have yet. */
function sentenceOf(suggested: Suggested, given: Given): string {
  const places = missing(suggested, given)
  return [
    places.length > 0 && `not in ${places.join(", ")}.`,
    suggested.until && !given.until && `until ${suggested.until}.`,
    suggested.note && !given.note && suggested.note,
  ]
    .filter(Boolean)
    .join(" ")
}

const takenOver = (suggested: Suggested, given: Given): Partial<Given> => ({
  notIn: [...placesIn(given.notIn), ...missing(suggested, given)].join(", "),
  until: given.until || (suggested.until ? `${suggested.until}T23:59` : ""),
  note: given.note || suggested.note,
})
