"use client"

import { Pencil, Plus } from "lucide-react"
import { startTransition, useActionState, useState } from "react"
import { Button } from "@/components/ui/button"
import { Dialog, DialogButtons } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import { Link } from "@/components/ui/link"
import { Notice } from "@/components/ui/notice"
import { refusalIn, UNREACHED } from "@/lib/form-answer"
import styles from "./newslist-bar.module.css"

/** The filters that somebody keeps, as links; the address of each can be sent to others. */
export function SavedFilters({ filters, query, doors }: SavedFiltersProps) {
  const [asking, setAsking] = useState<"save" | Saved | null>(null)
  const known = filters.find((filter) => filter.query === query)
  const close = () => setAsking(null)
  return (
    <nav aria-label="Saved filters" className={styles.saved}>
      <ul>
        {[EVERYTHING, MINE, ...filters].map((filter) => (
          <li key={filter.id}>
            <Link
              href={filter.query ? `/newsroom?${filter.query}` : "/newsroom"}
              aria-current={filter.query === query ? "page" : undefined}
            >
              {filter.name}
            </Link>
          </li>
        ))}
      </ul>
      {known && (
        <Button small look="quiet" aria-label={`Change the filter ${known.name}`} onClick={() => setAsking(known)}>
          <Pencil size={14} aria-hidden />
          Change
        </Button>
      )}
      {!known && query !== "" && query !== MINE.query && (
        <Button small look="quiet" onClick={() => setAsking("save")}>
          <Plus size={14} aria-hidden />
          Save this filter
        </Button>
      )}
      {asking === "save" && <SaveDialog {...{ query, onClose: close, save: doors.save }} />}
      {asking !== null && asking !== "save" && <ChangeDialog {...{ filter: asking, doors, onClose: close }} />}
    </nav>
  )
}

const EVERYTHING = { id: "everything", name: "Everything", query: "" }
const MINE = { id: "mine", name: "Mine", query: "who=me" }

function SaveDialog({ query, save, onClose }: { query: string; save: Doors["save"]; onClose: () => void }) {
  const [refusal, act, busy] = useActionState(
    closing((form: FormData) => save({ name: String(form.get("name")), query }), onClose),
    null,
  )
  return (
    <Dialog title="Save this filter" onClose={onClose}>
      <form action={act} className={styles.form}>
        <TextField
          label="Name of the filter"
          name="name"
          required
          maxLength={60}
          autoComplete="off"
          hint="One that has this name already is replaced."
        />
        <Refused refusal={refusal} />
        <DialogButtons>
          <Button type="submit" look="strong" aria-disabled={busy || undefined}>
            Save filter
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function ChangeDialog({ filter, doors, onClose }: { filter: Saved; doors: Doors; onClose: () => void }) {
  const { id } = filter
  const [refusal, rename, busy] = useActionState(
    closing((form: FormData) => doors.rename({ id, name: String(form.get("name")) }), onClose),
    null,
  )
  const [unremoved, remove] = useActionState(
    closing(() => doors.remove({ id }), onClose),
    null,
  )
  return (
    <Dialog title={`The filter ${filter.name}`} onClose={onClose}>
      <form action={rename} className={styles.form}>
        <TextField label="Name of the filter" name="name" required maxLength={60} defaultValue={filter.name} />
        <Refused refusal={refusal ?? unremoved} />
        <DialogButtons>
          {/* No button of the form's: Enter in the field is for the name. */}
          <Button look="danger" onClick={() => startTransition(() => remove(new FormData()))}>
            Remove filter
          </Button>
          <Button type="submit" look="strong" aria-disabled={busy || undefined}>
            Rename filter
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

const Refused = ({ refusal }: { refusal: string | null }) =>
  refusal && (
    <Notice tone="problem" role="alert">
      {refusal}
    </Notice>
  )

/** Asks, and closes the dialog when it was done; otherwise says why not. */
const closing =
  (ask: (form: FormData) => Promise<object>, onClose: () => void) => async (_: string | null, form: FormData) => {
    const refusal = refusalIn(await ask(form).catch(() => ({ refused: UNREACHED })))
    if (refusal === null) onClose()
    return refusal
  }

type Saved = { id: string; name: string; query: string }
type Doors = {
  save: (given: { name: string; query: string }) => Promise<object>
  rename: (given: { id: string; name: string }) => Promise<object>
  remove: (given: { id: string }) => Promise<object>
}
type SavedFiltersProps = { filters: readonly Saved[]; query: string; doors: Doors }
