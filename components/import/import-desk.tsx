"use client"

import { useRouter } from "next/navigation"
import { useDeferredValue, useEffect, useMemo, useState } from "react"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Page } from "@/components/ui/page"
import { LANGUAGES, type Language } from "@/lib/story/story"
import { checkText } from "@/lib/wire/decode"
import { parse } from "@/lib/wire/parse"
import { redraft } from "@/lib/wire/redraft"
import type { Choices, TakenFor } from "@/lib/wire/taken-for"
import { DraftPreview } from "./draft-preview"
import styles from "./import.module.css"
import { makeDraft } from "./make-draft"
import { WireIn } from "./wire-in"
import { WireLines } from "./wire-lines"

type Section = { slug: string; name: string }

const LANGUAGE_NAMES: Record<Language, string> = { en: "English", nl: "Dutch", fr: "French", de: "German" }
const KEPT = "standfirst-wire"

/** Paste or drop a wire text; see what every line was taken for; change it; make the draft. */
export function ImportDesk({ sections }: { sections: Section[] }) {
  const [text, setText] = useKeptText()
  const [isRead, setRead] = useState(false)
  const [problem, setProblem] = useState("")

  const read = (wire: string) => {
    const refusal = checkText(wire)
    setProblem(refusal?.refused ?? "")
    setRead(!refusal)
  }
  const goBack = () => {
    setRead(false)
    setProblem("")
  }

  if (isRead) return <Structure text={text} sections={sections} onBack={goBack} onDone={() => setText("")} />
  return (
    <Page
      title="Import"
      lead="Paste or drop a wire text. You see what every line is taken for before the draft is made."
    >
      {problem && (
        <Notice tone="problem" role="alert">
          {problem}
        </Notice>
      )}
      <WireIn text={text} onText={setText} onRead={read} onProblem={setProblem} />
    </Page>
  )
}

type StructureProps = { text: string; sections: Section[]; onBack: () => void; onDone: () => void }

/** The wire beside the draft that it makes. */
function Structure({ text, sections, onBack, onDone }: StructureProps) {
  const router = useRouter()
  const reading = useMemo(() => parse(text), [text])
  const [choices, setChoices] = useState<Choices>({})
  const [section, setSection] = useState(sections[0]?.slug ?? "")
  const [language, setLanguage] = useState<Language>(reading.language.language)
  const [state, setState] = useState<"idle" | "making" | "made">("idle")
  const [problem, setProblem] = useState("")
  const settled = useDeferredValue(choices)
  const { draft } = useMemo(() => redraft(reading, settled), [reading, settled])

  const choose = (line: number, takenFor: TakenFor) => setChoices((before) => ({ ...before, [line]: takenFor }))
  const make = async () => {
    setState("making")
    setProblem("")
    const answer = await makeDraft({ text, section, language, verdicts: choices })
    if ("problem" in answer) {
      setProblem(answer.problem)
      setState("idle")
      return
    }
    setState("made")
    onDone()
    router.push(`/newsroom/stories/${answer.id}`)
  }

  return (
    <Page
      title="Import"
      lead="Each line with what it was taken for, and the draft that comes of it. Change what is wrong; nothing is lost either way."
      actions={
        <>
          <Button onClick={onBack} disabled={state !== "idle"}>
            Back to the text
          </Button>
          <Button look="strong" onClick={make} disabled={state !== "idle"}>
            {state === "idle" ? "Make the draft" : "Making the draft…"}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice tone="problem" role="alert">
          {problem} Your text and your choices are still here.
        </Notice>
      )}
      <div className={styles.settings}>
        <Select label="Section" value={section} onChange={(event) => setSection(event.target.value)}>
          {sections.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          label="Language"
          value={language}
          hint={reading.language.why}
          onChange={({ target }) => setLanguage(LANGUAGES.find((known) => known === target.value) ?? "en")}
        >
          {LANGUAGES.map((known) => (
            <option key={known} value={known}>
              {LANGUAGE_NAMES[known]}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.beside}>
        <WireLines lines={reading.lines} choices={choices} onChoose={choose} />
        <DraftPreview draft={draft} />
      </div>
    </Page>
  )
}

/** The pasted text outlives a reload and an error of this tab, until its draft is made. */
function useKeptText() {
  const [text, setText] = useState("")
  useEffect(() => setText((now) => now || (sessionStorage.getItem(KEPT) ?? "")), [])
  const keep = (next: string) => {
    setText(next)
    try {
      sessionStorage.setItem(KEPT, next)
    } catch {
      // No room for it: the text is still in the field.
    }
  }
  return [text, keep] as const
}
