"use client"

import Form from "next/form"
import { type ChangeEvent, type ReactNode, useEffect, useRef } from "react"
import { Button } from "./button"
import styles from "./filter-form.module.css"
import { Link } from "./link"

/**
 * What a list is narrowed by. A form like any other, so it works without scripts; with them a choice shows at once, and words when
 * the writing pauses. `chosen` changes when somebody else than the form chose: its fields begin again.
 */
export function FilterForm({ action, chosen, total, narrowed, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  function soon({ target }: ChangeEvent<HTMLFormElement>) {
    clearTimeout(timer.current)
    const wait = (target as Element) instanceof HTMLSelectElement ? 0 : 250
    timer.current = setTimeout(() => form.current?.requestSubmit(), wait)
  }
  return (
    <Form
      ref={form}
      action={action}
      scroll={false}
      replace
      role="search"
      className={styles.filter}
      key={chosen}
      onChange={soon}
    >
      {children}
      <Button type="submit">Show</Button>
      <p className={styles.total} aria-live="polite">
        {total}
        {narrowed && (
          <>
            {", "}
            <Link href={action}>show all</Link>
          </>
        )}
      </p>
    </Form>
  )
}

type FilterFormProps = {
  action: string
  chosen: string
  /** how many fit, in words */
  total: string
  /** does anything narrow the list? Then all of it is a link away. */
  narrowed: boolean
  children: ReactNode
}
