"use client"

import { type FormEvent, useState } from "react"
import forms from "@/components/editors/forms.module.css"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import type { BadLine } from "@/lib/related/files"
import type { KeepDoor, PlanDoor, PlanFileDoor } from "./doors"
import many from "./many.module.css"
import { PlanDialog } from "./plan-dialog"
import { planFile } from "./plan-file"

type Chosen = { file: File; whole: boolean }

/** All related items as files, and a file taken in: what it would do is shown first, with the lines that cannot be taken. */
export function FilesScreen({ doors }: FilesScreenProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [bad, setBad] = useState<readonly BadLine[]>([])
  const [looking, setLooking] = useState("")
  const [problem, setProblem] = useState("")
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const file = form.get("file")
    if (!(file instanceof File) || !file.name) return setProblem("Choose a file first.")
    setProblem("")
    setBad([])
    setChosen({ file, whole: form.get("how") === "whole" })
  }
  const look = async ({ file, whole }: Chosen) => {
    const planned = await planFile({
      ...{ file, whole, door: doors.planFile },
      onStep: (done, of) => setLooking(`Looking at what would happen: ${done} of ${of} lines.`),
    })
    setBad(planned.bad)
    return planned
  }
  return (
    <>
      <section aria-labelledby="out" className={many.act}>
        <h2 id="out">Out</h2>
        <p className={many.soft}>
          Every related item of every draft: whose it is, what it leads to, and what is said of it. Times are in UTC.
        </p>
        <p className={many.buttons}>
          <a href="/newsroom/related/files/csv" download>
            Download as CSV, for spreadsheets
          </a>
          <a href="/newsroom/related/files/json" download>
            Download as JSON, for programs
          </a>
        </p>
      </section>
      <form aria-labelledby="in" className={many.act} onSubmit={send} noValidate>
        <h2 id="in">In</h2>
        <TextField
          label="File, CSV or JSON"
          name="file"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          hint="With the columns of a file from here; story, kind and target are needed. Nothing is done before you have seen what it would do."
          problem={problem}
        />
        <fieldset>
          <legend>What its lines are</legend>
          <div className={forms.choices}>
            <label>
              <input type="radio" name="how" value="add" defaultChecked />
              <span>Items to put in or to change. What they do not name stays.</span>
            </label>
            <label>
              <input type="radio" name="how" value="whole" />
              <span>All that each story is to have. What they do not name is taken out of it.</span>
            </label>
          </div>
        </fieldset>
        <div>
          <Button type="submit">Show what it would do</Button>
        </div>
      </form>
      {chosen && (
        <PlanDialog
          title={`From a file: ${chosen.file.name}`}
          look={() => look(chosen)}
          undo={doors.plan}
          keep={doors.keep}
          looking={looking}
          note={bad.length > 0 && <BadLines bad={bad} />}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}

/** So many are shown; who has more mends these first. */
const SHOWN = 200

function BadLines({ bad }: { bad: readonly BadLine[] }) {
  return (
    <>
      <p>
        <b>{bad.length === 1 ? "1 line cannot be taken:" : `${bad.length} lines cannot be taken:`}</b>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
      <ul className={many.bad} aria-label="Lines that cannot be taken" tabIndex={0}>
        {bad.slice(0, SHOWN).map(({ line, sentence }) => (
          <li key={`${line} ${sentence}`}>
            Line {line}: {sentence}
          </li>
        ))}
        {bad.length > SHOWN && <li>And {bad.length - SHOWN} more.</li>}
      </ul>
    </>
  )
}

type FilesScreenProps = { doors: { plan: PlanDoor; keep: KeepDoor; planFile: PlanFileDoor } }
