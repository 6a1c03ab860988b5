"use client"

import { ChevronDown, ChevronRight } from "lucide-react"
import { useActionState } from "react"
import type { Answer, Ask } from "@/components/people/ask"
import form from "@/components/people/form.module.css"
import { Button } from "@/components/ui/button"
import { Checkbox, TextField } from "@/components/ui/field"
import { Link } from "@/components/ui/link"
import { Outcome } from "@/components/ui/outcome"
import type { Limits } from "@/lib/checks/limits"
import type { RuleName } from "@/lib/checks/rules"
import { problemOf } from "@/lib/form-answer"
import styles from "./section-checks.module.css"

type Given = {
  sections: readonly { slug: string; name: string; blocking: readonly string[]; limits: Limits }[]
  /** the checks, each with what it finds, in a sentence */
  rules: readonly { rule: RuleName; says: string }[]
  save: Ask
  /** the slug of the section that is opened, or what else the address says */
  opened: string | undefined
}

/** Of each section: which checks stop a text of it, and how long its texts may be. */
export function SectionChecks({ sections, rules, save, opened }: Given) {
  return (
    <ul className={styles.sections}>
      {sections.map((section) => {
        const open = section.slug === opened
        const Arrow = open ? ChevronDown : ChevronRight
        return (
          <li key={section.slug}>
            <Link
              href={open ? "/newsroom/settings" : `/newsroom/settings?checks=${section.slug}`}
              scroll={false}
              aria-expanded={open}
              aria-label={`Checks of ${section.name}: ${inShort(section, rules)}`}
            >
              <Arrow size={16} aria-hidden />
              <strong>{section.name}</strong> <span className={form.soft}>{inShort(section, rules)}</span>
            </Link>
            {open && <OneSection {...{ section, rules, save }} />}
          </li>
        )
      })}
    </ul>
  )
}

function OneSection({
  section,
  rules,
  save,
}: Omit<Given, "sections" | "opened"> & { section: Given["sections"][number] }) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(save, null)
  const limit = (name: keyof Limits, label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      name={name}
      inputMode="numeric"
      defaultValue={section.limits[name] ?? ""}
      problem={problemOf(answer, name)}
    />
  )
  return (
    <form action={submit} className={styles.form}>
      <input type="hidden" name="slug" value={section.slug} />
      <fieldset>
        <legend>What stops a text of {section.name}</legend>
        <ul className={styles.rules}>
          {rules.map(({ rule, says }) => (
            <li key={rule}>
              <Checkbox label={says} name={`stop ${rule}`} defaultChecked={section.blocking.includes(rule)} />
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset>
        <legend>How long a text of {section.name} may be</legend>
        <div className={styles.limits}>
          {limit("headline", "Headline, in characters", "Empty: as long as it likes.")}
          {limit("standfirst", "Standfirst, in characters", "Empty: as long as it likes.")}
          {limit("words", "Text, in words", "Empty: as long as it likes.")}
        </div>
      </fieldset>
      <Outcome answer={answer} />
      <Button type="submit" disabled={pending} aria-label={`Save the checks of ${section.name}`}>
        Save
      </Button>
    </form>
  )
}

function inShort({ blocking }: Given["sections"][number], rules: Given["rules"]) {
  const count = rules.filter(({ rule }) => blocking.includes(rule)).length
  return count === 0 ? "nothing stops a text" : `${count} of ${rules.length} checks stop a text`
}
