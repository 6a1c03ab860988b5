"use client"

import { X } from "lucide-react"
import { useRef, useState } from "react"
import panel from "@/components/editors/panel.module.css"
import { Button } from "@/components/ui/button"
import { Select } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { type Problem, refusalIn } from "@/lib/form-answer"
import type { Refusal } from "@/lib/story/acts"

type Name = { slug: string; name: string }
export type ChoosePackages = (given: {
  id: string
  slugs: string[]
}) => Promise<{ packages: Name[] } | Refusal | Problem>

/** The packages that a story is in. That is no part of its text: it holds at once, and nobody has to publish it. */
export function InPackages({ storyId, all, own, choose }: InPackagesProps) {
  const [inside, setInside] = useState(own)
  const [wanted, setWanted] = useState("")
  const [said, setSaid] = useState("")
  const [fault, setFault] = useState("")
  const [busy, setBusy] = useState(false)
  const select = useRef<HTMLSelectElement>(null)
  const isIn = ({ slug }: Name) => inside.some((one) => one.slug === slug)
  const others = all.filter((one) => !isIn(one))
  const ask = async (packages: readonly Name[], words: string) => {
    if (busy) return
    setBusy(true)
    const answer = await choose({ id: storyId, slugs: packages.map(({ slug }) => slug) }).catch(() => null)
    setBusy(false)
    const done = answer && "packages" in answer
    if (done) setInside(answer.packages)
    setSaid(done ? words : "")
    setFault(done ? "" : ((answer && refusalIn(answer)) ?? "The server cannot be reached. Nothing was changed."))
  }
  if (all.length === 0) return null
  return (
    <section aria-labelledby="packages" className={panel.panel}>
      <h2 id="packages">Packages</h2>
      {inside.length > 0 && (
        <ul className={panel.chips} aria-label="In these packages">
          {inside.map((one) => (
            <li key={one.slug} className={panel.chip}>
              <span>{one.name}</span>
              <button
                type="button"
                className={panel.drop}
                aria-label={`Take out of ${one.name}`}
                onClick={() => {
                  select.current?.focus()
                  void ask(
                    inside.filter(({ slug }) => slug !== one.slug),
                    `Not in “${one.name}” any more.`,
                  )
                }}
              >
                <X size={13} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className={panel.add}
        onSubmit={(event) => {
          event.preventDefault()
          const one = others.find(({ slug }) => slug === wanted)
          if (one) void ask([...inside, one], `In “${one.name}” from now on.`)
        }}
      >
        <Select ref={select} label="Put it into" value={wanted} onChange={({ target }) => setWanted(target.value)}>
          <option value="">Choose a package</option>
          {others.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Button type="submit" disabled={busy || !others.some(({ slug }) => slug === wanted)}>
          Put in
        </Button>
      </form>
      <p aria-live="polite" className={panel.soft}>
        {said || "What you choose here holds at once, before readers too."}
      </p>
      {fault && (
        <Notice tone="problem" role="alert">
          {fault}
        </Notice>
      )}
    </section>
  )
}

type InPackagesProps = {
  storyId: string
  all: readonly Name[]
  own: readonly Name[]
  choose: ChoosePackages
}
