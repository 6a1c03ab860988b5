"use client"

import Form from "next/form"
import Link from "next/link"
import { useEffect, useRef } from "react"
import { Button } from "@/components/ui/button"
import { Select, TextField } from "@/components/ui/field"
import type { NewslistFilter as Filter } from "@/lib/story/newslist"
import { STATUSES } from "@/lib/story/story"
import styles from "./newslist.module.css"

/** A form like any other, so it works without scripts; with them a choice shows at once. */
export function NewslistFilter({ filter, sections, total }: NewslistFilterProps) {
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const soon = (milliseconds: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => form.current?.requestSubmit(), milliseconds)
  }
  const { q = "", status = "", section = "" } = filter
  return (
    <Form
      ref={form}
      action="/newsroom"
      scroll={false}
      replace
      role="search"
      className={styles.filter}
      key={`${status} ${section}`}
    >
      <TextField
        label="Words"
        type="search"
        name="q"
        maxLength={200}
        autoComplete="off"
        placeholder="In headline, standfirst or slug"
        defaultValue={q}
        onChange={() => soon(250)}
        className={styles.words}
      />
      <Select label="Status" name="status" defaultValue={status} onChange={() => soon(0)}>
        <option value="">All</option>
        {STATUSES.map((one) => (
          <option key={one} value={one}>
            {one[0]?.toUpperCase() + one.slice(1)}
          </option>
        ))}
      </Select>
      <Select label="Section" name="section" defaultValue={section} onChange={() => soon(0)}>
        <option value="">All</option>
        {sections.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <Button type="submit">Show</Button>
      <p className={styles.total} aria-live="polite">
        {total.toLocaleString("en")} {total === 1 ? "story" : "stories"}
        {(q || status || section) && (
          <>
            {", "}
            <Link href="/newsroom">show all</Link>
          </>
        )}
      </p>
    </Form>
  )
}

type NewslistFilterProps = {
  filter: Filter
  sections: readonly { slug: string; name: string }[]
  total: number
}
