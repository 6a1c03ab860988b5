"use client"

import { ArrowDown, ArrowUp } from "lucide-react"
import { useActionState, useState, useTransition } from "react"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/field"
import { KeptForm } from "@/components/ui/kept-form"
import { Outcome } from "@/components/ui/outcome"
import { problemOf } from "@/lib/form-answer"
import type { Answer, Ask } from "./ask"
import styles from "./form.module.css"

type Line = { slug: string; name: string; approval?: boolean }
type NamedListProps = {
  noun: "section" | "topic"
  lines: readonly Line[]
  add: Ask
  rename: Ask
  /** absent: the list orders itself */
  order?: (input: { slugs: string[] }) => Promise<Answer>
  /** absent: they stay */
  remove?: Ask
  /** says whether texts need somebody else's approval; absent: that is not asked of these */
  approve?: Ask
}

/** Sections or topics: their names, and for sections their order. */
export function NamedList({ noun, lines, add, rename, order, remove, approve }: NamedListProps) {
  const [added, submit, pending] = useActionState<Answer, FormData>(add, null)
  const [removed, takeOut, removing] = useActionState<Answer, FormData>(remove ?? add, null)
  const [moved, setMoved] = useState<Answer>(null)
  const [moving, startMoving] = useTransition()
  const move = (from: number, to: number) =>
    startMoving(async () => {
      const slugs = lines.map(({ slug }) => slug)
      slugs.splice(to, 0, ...slugs.splice(from, 1))
      setMoved((await order?.({ slugs })) ?? null)
    })
  return (
    <div className={styles.stack}>
      <ul className={styles.list}>
        {lines.map((line, index) => (
          <li key={line.slug} className={styles.row}>
            <Rename line={line} noun={noun} rename={rename} />
            {order && (
              <span className={styles.buttons}>
                <Button
                  small
                  look="quiet"
                  aria-label={`Move ${line.name} up`}
                  disabled={moving || index === 0}
                  onClick={() => move(index, index - 1)}
                >
                  <ArrowUp size={14} aria-hidden />
                </Button>
                <Button
                  small
                  look="quiet"
                  aria-label={`Move ${line.name} down`}
                  disabled={moving || index === lines.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <ArrowDown size={14} aria-hidden />
                </Button>
              </span>
            )}
            {approve && <Approval line={line} approve={approve} />}
            {remove && (
              <form action={takeOut}>
                <input type="hidden" name="slug" value={line.slug} />
                <Button type="submit" small look="quiet" disabled={removing} aria-label={`Remove ${line.name}`}>
                  Remove
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <Outcome answer={moved} />
      <Outcome answer={removed} />
      <KeptForm action={submit} answer={added} className={styles.form}>
        <Outcome answer={added} />
        <div className={styles.line}>
          <TextField label={`New ${noun}`} name="name" required maxLength={60} problem={problemOf(added, "name")} />
          <Button type="submit" disabled={pending}>
            Add {noun}
          </Button>
        </div>
      </KeptForm>
    </div>
  )
}

/** Do texts of this section need a second pair of eyes? */
function Approval({ line, approve }: { line: Line; approve: Ask }) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(approve, null)
  return (
    <form action={submit}>
      <input type="hidden" name="slug" value={line.slug} />
      <input type="hidden" name="asked" value={line.approval ? "no" : "yes"} />
      <Button
        type="submit"
        small
        look="quiet"
        disabled={pending}
        aria-pressed={line.approval === true}
        aria-label={`Approval needed in ${line.name}`}
      >
        {line.approval ? "Needs approval" : "Needs no approval"}
      </Button>
      <Outcome answer={answer} />
    </form>
  )
}

function Rename({ line, noun, rename }: { line: Line; noun: string; rename: Ask }) {
  const [answer, submit, pending] = useActionState<Answer, FormData>(rename, null)
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <>
        <span>
          <strong>{line.name}</strong> <span className={styles.soft}>/{line.slug}</span>
        </span>
        <Button small look="quiet" aria-label={`Rename ${line.name}`} onClick={() => setOpen(true)}>
          Rename
        </Button>
      </>
    )
  return (
    <KeptForm action={submit} answer={answer} className={styles.rename}>
      <input type="hidden" name="slug" value={line.slug} />
      <TextField
        label={`Name of the ${noun} /${line.slug}`}
        name="name"
        required
        maxLength={60}
        defaultValue={line.name}
      />
      <Button type="submit" small disabled={pending}>
        Save
      </Button>
      <Button small look="quiet" onClick={() => setOpen(false)}>
        Close
      </Button>
      <Outcome answer={answer} />
    </KeptForm>
  )
}
